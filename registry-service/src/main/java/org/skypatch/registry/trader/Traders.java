package org.skypatch.registry.trader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
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

    private final RecordWriting writing;
    private final Rows rows;

    Traders(RecordWriting writing, Rows rows) {
        this.writing = writing;
        this.rows = rows;
    }

    /** The table. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<TraderRecord, TraderRecord.Key> {}

    /**
     * What is asked for.
     *
     * @param country whose traders
     * @param text part of a name or alias, without regard to case and accents
     * @param after the last trader seen
     */
    public record Question(
            CountryCode country,
            @Nullable String text,
            @Nullable String role,
            @Nullable TraderId after,
            int limit) {}

    @Transactional
    public Optional<Revised<TraderFact>> find(CountryCode country, TraderId id) {
        return rows.findByIdOptional(new TraderRecord.Key(country.value(), id.value()))
                .map(TraderRecord::revised);
    }

    @Transactional
    public Written<TraderFact> put(TraderFact trader, Author author, Precondition precondition) {
        TraderRecord.Key key =
                new TraderRecord.Key(trader.country().value(), trader.id().value());
        return writing.write(
                new RecordWriting.Wish(
                        new RecordKey(RecordKind.TRADER, key.country() + "/" + key.id()), author, precondition, null),
                new Row(key),
                present -> new Decision.Become<>(trader));
    }

    /** The traders of a country by id. */
    @Transactional
    public List<TraderFact> list(Question question) {
        String text = question.text();
        return rows.getSession()
                .createNativeQuery("""
                        select * from trader
                        where country = :country and id > :after
                          and (cast(:role as text) is null or cast(:role as text) = any(roles))
                          and (cast(:text as text) is null
                               or folded(name || ' ' || as_one_text(aliases)) like '%' || folded(:text) || '%')
                        order by id limit :limit
                        """, TraderRecord.class)
                .setParameter("country", question.country().value())
                .setParameter(
                        "after",
                        question.after() == null ? "" : question.after().value())
                .setParameter("role", question.role())
                .setParameter("text", text == null ? null : text.replaceAll("([\\\\%_])", "\\\\$1"))
                .setParameter("limit", question.limit())
                .getResultStream()
                .map(row -> row.revised().fact())
                .toList();
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
        }
    }
}
