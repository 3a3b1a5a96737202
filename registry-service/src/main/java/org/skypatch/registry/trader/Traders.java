package org.skypatch.registry.trader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.RecordWriting;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.record.Written;

/** All traders that the registry keeps. */
@ApplicationScoped
public class Traders {

    private static final int PAGE = 100;

    private final RecordWriting writing;
    private final Rows rows;
    private final TraderNames names;

    Traders(RecordWriting writing, Rows rows, TraderNames names) {
        this.writing = writing;
        this.rows = rows;
        this.names = names;
    }

    /** The table. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<TraderRecord, TraderRecord.Key> {}

    /**
     * What is asked for, by country and id.
     *
     * @param countries whose traders
     * @param role that a trader must have
     * @param after the last trader seen, as {@code <country>/<id>}
     */
    public record Question(
            Set<CountryCode> countries,
            @Nullable String role,
            @Nullable String after,
            int limit) {
        public Question {
            countries = Set.copyOf(countries);
        }
    }

    /** A trader that was found by a name, and how well its best name fits, from 0 to 1. */
    public record Named(TraderFact trader, double likeness) {}

    @Transactional
    public Optional<Revised<TraderFact>> find(CountryCode country, TraderId id) {
        return rows.findByIdOptional(new TraderRecord.Key(country.value(), id.value()))
                .map(TraderRecord::revised);
    }

    /** Puts a trader; a standing one keeps its standing. */
    @Transactional
    public Written<TraderFact> put(TraderFact trader, Author author, Precondition precondition) {
        return write(
                trader.country(),
                trader.id(),
                author,
                precondition,
                null,
                present -> StandingChange.put(present, trader));
    }

    /** Changes a trader's standing. */
    @Transactional
    public Written<TraderFact> changeStanding(
            CountryCode country,
            TraderId id,
            String standing,
            Author author,
            Precondition precondition,
            String reason) {
        return write(country, id, author, precondition, reason, present -> StandingChange.change(present, standing));
    }

    private Written<TraderFact> write(
            CountryCode country,
            TraderId id,
            Author author,
            Precondition precondition,
            @Nullable String reason,
            Function<Optional<TraderFact>, Decision<TraderFact>> decide) {
        TraderRecord.Key key = new TraderRecord.Key(country.value(), id.value());
        return writing.write(
                new RecordWriting.Wish(
                        new RecordKey(RecordKind.TRADER, country + "/" + id), author, precondition, reason),
                new Row(key),
                decide);
    }

    /** The traders of countries by country and id. */
    @Transactional
    public List<TraderFact> list(Question question) {
        return rows.getSession()
                .createNativeQuery("""
                        select * from trader
                        where country = any(cast(:countries as text[])) and (country, id) > (:afterCountry, :afterId)
                          and (cast(:role as text) is null or cast(:role as text) = any(roles))
                        order by country, id limit :limit
                        """, TraderRecord.class)
                .setParameter("countries", texts(question.countries()))
                .setParameter("afterCountry", part(question.after(), 0))
                .setParameter("afterId", part(question.after(), 1))
                .setParameter("role", question.role())
                .setParameter("limit", question.limit())
                .getResultStream()
                .map(row -> row.revised().fact())
                .toList();
    }

    /**
     * The traders of countries that bear a name like this, the likest first, whatever script it is written in.
     *
     * @param skip how many of them were seen before
     * @param most how many of them are wanted
     */
    @Transactional
    public List<Named> named(Set<CountryCode> countries, String text, @Nullable String role, int skip, int most) {
        List<Named> named = new ArrayList<>();
        List<TraderNames.Found> found = names.find(countries, text);
        for (int from = 0; from < found.size() && named.size() < skip + most; from += PAGE) {
            List<TraderNames.Found> some = found.subList(from, Math.min(from + PAGE, found.size()));
            Map<TraderRecord.Key, TraderFact> traders = traders(some);
            for (TraderNames.Found one : some) {
                TraderFact trader =
                        traders.get(new TraderRecord.Key(one.country().value(), one.id()));
                if (trader != null && (role == null || trader.roles().contains(role))) {
                    named.add(new Named(trader, one.likeness()));
                }
            }
        }
        return named.subList(Math.min(skip, named.size()), Math.min(skip + most, named.size()));
    }

    private Map<TraderRecord.Key, TraderFact> traders(List<TraderNames.Found> found) {
        return rows.getSession()
                .createNativeQuery("""
                        select t.* from unnest(cast(:countries as text[]), cast(:ids as text[])) f(country, id)
                        join trader t on t.country = f.country and t.id = f.id
                        """, TraderRecord.class)
                .setParameter(
                        "countries",
                        found.stream().map(one -> one.country().value()).toArray(String[]::new))
                .setParameter("ids", found.stream().map(TraderNames.Found::id).toArray(String[]::new))
                .getResultStream()
                .map(row -> row.revised().fact())
                .collect(Collectors.toMap(
                        trader -> new TraderRecord.Key(
                                trader.country().value(), trader.id().value()),
                        trader -> trader));
    }

    private static String[] texts(Set<CountryCode> countries) {
        return countries.stream().map(CountryCode::value).toArray(String[]::new);
    }

    private static String part(@Nullable String name, int part) {
        return name == null ? "" : name.split("/", 2)[part];
    }

    private final class Row implements RecordWriting.Row<TraderFact> {

        private final TraderRecord.Key key;

        private Row(TraderRecord.Key key) {
            this.key = key;
        }

        @Override
        public Optional<Revised<TraderFact>> find() {
            return rows.findByIdOptional(key).map(TraderRecord::revised);
        }

        @Override
        public void save(Revised<TraderFact> trader) {
            TraderRecord known = rows.findById(key);
            TraderRecord row = known == null ? new TraderRecord() : known;
            row.become(trader);
            if (known == null) {
                rows.persist(row);
            }
            rows.flush();
            names.save(List.of(trader.fact()));
        }
    }
}
