package org.skypatch.registry.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.party.PartyDetail;
import org.skypatch.registry.record.RecordKind;

/**
 * What the editions say on a day: the latest edition that has taken effect by then. Before the first edition its own
 * words are answered, with the day from which they are meant; each listing says since when it controls.
 */
@ApplicationScoped
public class Descriptions {

    private static final String ON = """
            select distinct on (e.name) e.name, e.effective_from, e.revision, cast(e.fact as text) fact,
                                        cast(e.detail as text) detail
            from edition_entry e
            where e.kind = :kind and e.name = any(cast(:names as text[]))
            order by e.name, e.effective_from <= :on desc,
                     case when e.effective_from <= :on then e.effective_from end desc, e.effective_from
            """;

    /** The latest day that there is: whatever was recorded last is meant. */
    private static final LocalDate NEWEST = LocalDate.of(2999, 12, 31);

    private final Session database;
    private final ObjectMapper json;

    Descriptions(Session database, ObjectMapper doors) {
        this.database = database;
        this.json = JsonHabits.forTopics(doors);
    }

    /**
     * What is said of a record.
     *
     * @param effectiveFrom the day of the edition that says so
     */
    public record Described<F, D>(F fact, D detail, long revision, LocalDate effectiveFrom) {}

    /** A commodity as the editions say on a day, by the newest edition if none is given. */
    @Transactional
    public Optional<Described<CommodityFact, CommodityDetail>> commodity(CommodityId id, @Nullable LocalDate on) {
        return Optional.ofNullable(read(RecordKind.COMMODITY, CommodityDetail.class, List.of(id.value()), on)
                .get(id.value()));
    }

    /** Commodities by id, as the editions say on a day. */
    @Transactional
    public Map<String, Described<CommodityFact, CommodityDetail>> commodities(Collection<String> ids, LocalDate on) {
        return read(RecordKind.COMMODITY, CommodityDetail.class, ids, on);
    }

    /** A country as the editions say on a day, by the newest edition if none is given. */
    @Transactional
    public Optional<Described<PartyFact, PartyDetail>> party(CountryCode country, @Nullable LocalDate on) {
        return Optional.ofNullable(read(RecordKind.PARTY, PartyDetail.class, List.of(country.value()), on)
                .get(country.value()));
    }

    /** All editions, the newest first. */
    @Transactional
    public List<EditionShown> editions() {
        return database.createNativeQuery("""
                        select version, effective_from, recorded_at, commodities, parties
                        from catalogue_edition order by number desc
                        """, Tuple.class).getResultList().stream()
                .map(row -> new EditionShown(
                        row.get(0, String.class),
                        row.get(1, LocalDate.class),
                        row.get(2, Instant.class),
                        row.get(3, Integer.class),
                        row.get(4, Integer.class)))
                .toList();
    }

    private <F extends RegistryFact, D> Map<String, Described<F, D>> read(
            RecordKind<F> kind, Class<D> detail, Collection<String> names, @Nullable LocalDate on) {
        Map<String, Described<F, D>> found = new HashMap<>();
        database.createNativeQuery(ON, Tuple.class)
                .setParameter("kind", kind.label())
                .setParameter("names", names.toArray(String[]::new))
                .setParameter("on", on == null ? NEWEST : on)
                .getResultList()
                .forEach(row -> found.put(
                        row.get("name", String.class),
                        new Described<>(
                                parsed(row.get("fact", String.class), kind.fact()),
                                parsed(row.get("detail", String.class), detail),
                                row.get("revision", Long.class),
                                row.get("effective_from", LocalDate.class))));
        return found;
    }

    private <T> T parsed(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept entry cannot be read", e);
        }
    }
}
