package org.skypatch.registry.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.party.PartyEntry;
import org.skypatch.registry.record.RecordKind;

/** What an edition says, kept beside what other editions say, with the words by which it is found. */
@ApplicationScoped
class EditionRows {

    private final EntityManager database;
    private final ObjectMapper json;

    EditionRows(EntityManager database, ObjectMapper doors) {
        this.database = database;
        this.json = JsonHabits.forTopics(doors);
    }

    /** A record with what else the lists say of it. */
    record Described(String name, long revision, RegistryFact fact, Object detail) {}

    /** Keeps what an edition says; of two editions of the same day the later one stands. */
    void saveEntries(RecordKind<?> kind, LocalDate effectiveFrom, List<Described> entries) {
        database.createNativeQuery("""
                        insert into edition_entry(kind, name, effective_from, revision, fact, detail)
                        select :kind, e.name, :effectiveFrom, e.revision, cast(e.fact as jsonb), cast(e.detail as jsonb)
                        from unnest(cast(:names as text[]), cast(:revisions as bigint[]), cast(:facts as text[]),
                                    cast(:details as text[])) e(name, revision, fact, detail)
                        on conflict (kind, name, effective_from) do update
                            set revision = excluded.revision, fact = excluded.fact, detail = excluded.detail
                        """)
                .setParameter("kind", kind.label())
                .setParameter("effectiveFrom", effectiveFrom)
                .setParameter("names", texts(entries, Described::name))
                .setParameter(
                        "revisions", entries.stream().map(Described::revision).toArray(Long[]::new))
                .setParameter("facts", texts(entries, entry -> text(entry.fact())))
                .setParameter("details", texts(entries, entry -> text(entry.detail())))
                .executeUpdate();
    }

    /** Keeps the lists of an edition that is recorded. */
    void saveLists(CatalogueEdition edition) {
        edition.lists().forEach((list, rows) -> database.createNativeQuery("""
                        insert into edition_list(edition, list, place, code, words, entry)
                        select :edition, :list, r.place, r.code, r.words, cast(r.entry as jsonb)
                        from unnest(cast(:codes as text[]), cast(:words as text[]), cast(:entries as text[]))
                             with ordinality r(code, words, entry, place)
                        """)
                .setParameter("edition", edition.version())
                .setParameter("list", list.label())
                .setParameter("codes", texts(rows, Listed::key))
                .setParameter("words", texts(rows, Listed::words))
                .setParameter("entries", texts(rows, this::text))
                .executeUpdate());
    }

    /** Has commodities found by these names and codes from now on. */
    void saveTerms(List<CatalogueEntry> entries) {
        List<Term> terms = entries.stream().flatMap(EditionRows::terms).toList();
        database.createNativeQuery("delete from commodity_term where commodity_id = any(:ids)")
                .setParameter("ids", terms.stream().map(Term::id).distinct().toArray(String[]::new))
                .executeUpdate();
        database.createNativeQuery("""
                        insert into commodity_term(commodity_id, term, is_trade_name, is_code)
                        select * from unnest(cast(:ids as text[]), cast(:terms as text[]),
                                             cast(:tradeNames as boolean[]), cast(:codes as boolean[]))
                        """)
                .setParameter("ids", texts(terms, Term::id))
                .setParameter("terms", texts(terms, Term::text))
                .setParameter("tradeNames", terms.stream().map(Term::tradeName).toArray(Boolean[]::new))
                .setParameter("codes", terms.stream().map(Term::code).toArray(Boolean[]::new))
                .executeUpdate();
    }

    /** Has countries found by these names and codes from now on. */
    void savePartyTerms(List<PartyEntry> parties) {
        List<String[]> terms = new ArrayList<>();
        for (PartyEntry entry : parties) {
            Set<String> names = new LinkedHashSet<>(entry.party().names().values());
            names.add(entry.party().country().value());
            Stream.ofNullable(entry.detail().iso3()).forEach(names::add);
            names.forEach(
                    name -> terms.add(new String[] {entry.party().country().value(), name}));
        }
        database.createNativeQuery("delete from party_term where country = any(:countries)")
                .setParameter("countries", texts(terms, term -> term[0]))
                .executeUpdate();
        database.createNativeQuery("""
                        insert into party_term(country, term)
                        select * from unnest(cast(:countries as text[]), cast(:terms as text[]))
                        """)
                .setParameter("countries", texts(terms, term -> term[0]))
                .setParameter("terms", texts(terms, term -> term[1]))
                .executeUpdate();
    }

    private record Term(String id, String text, boolean tradeName, boolean code) {}

    private static Stream<Term> terms(CatalogueEntry entry) {
        CommodityFact fact = entry.commodity();
        String id = fact.id().value();
        Map<String, Term> terms = new LinkedHashMap<>();
        Stream.concat(
                        fact.hsCodes().stream(),
                        Stream.of(fact.casNumbers(), fact.unNumbers(), fact.wasteCodes())
                                .flatMap(List::stream))
                .map(Object::toString)
                .forEach(code -> terms.put(code, new Term(id, code, false, true)));
        fact.unNumbers().forEach(un -> terms.put("UN" + un, new Term(id, "UN" + un, false, true)));
        Stream.concat(Stream.of(fact.name(), id), entry.detail().otherNames().stream())
                .forEach(name -> terms.put(name, new Term(id, name, false, false)));
        fact.tradeNames().forEach(name -> terms.put(name, new Term(id, name, true, false)));
        return terms.values().stream();
    }

    private static <T> String[] texts(List<T> rows, Function<? super T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry cannot be written as JSON", e);
        }
    }
}
