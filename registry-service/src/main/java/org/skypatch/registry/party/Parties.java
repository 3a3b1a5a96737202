package org.skypatch.registry.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Revised;

/** What is known of all countries as Parties. */
@ApplicationScoped
public class Parties {

    private static final String SEARCH = """
            with named as (
                select country, max(case when folded_term = folded(:text) then 2
                                         when folded_term like folded(:text) || '%' then 1.2
                                         else greatest(similarity(folded_term, folded(:text)),
                                                       0.9 * word_similarity(folded(:text), folded_term)) end) as score
                from party_term
                where folded_term % folded(:text) or folded(:text) <% folded_term
                   or folded_term like folded(:text) || '%'
                group by country)
            select p.* from party p left join named n on n.country = p.country
            where (cast(:text as text) is null or n.score >= 0.4)
              and (cast(:region as text) is null or p.fact ->> 'region' = cast(:region as text))
              and p.country > :after
            order by coalesce(n.score, 0) desc, p.country limit :limit
            """;

    private final Rows rows;

    Parties(Rows rows) {
        this.rows = rows;
    }

    /** The table. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<PartyRecord, String> {}

    @Transactional
    public Optional<Revised<PartyFact>> find(CountryCode country) {
        return rows.findByIdOptional(country.value()).map(row -> new Revised<>(row.fact, row.revision));
    }

    /**
     * Countries and unions by code, or found by a name in any of the six languages or by a code, the best first.
     *
     * @param region WCO region of their RILO
     * @param after the last country seen, where the answer is by code
     */
    public record Question(
            @Nullable String text,
            @Nullable String region,
            @Nullable CountryCode after,
            int limit) {

        /** Whether the best answers come first; else they come by code. */
        public boolean isRanked() {
            return text != null;
        }
    }

    /** What fits the question. */
    @Transactional
    public List<PartyFact> search(Question question) {
        return rows.getSession()
                .createNativeQuery(SEARCH, PartyRecord.class)
                .setParameter("text", question.text())
                .setParameter("region", question.region())
                .setParameter(
                        "after",
                        question.after() == null ? "" : question.after().value())
                .setParameter("limit", question.limit())
                .getResultStream()
                .map(row -> row.fact)
                .toList();
    }

    /** All of them, within the caller's transaction. */
    public Map<CountryCode, Revised<PartyFact>> all() {
        return rows.streamAll()
                .map(row -> new Revised<>(row.fact, row.revision))
                .collect(Collectors.toMap(party -> party.fact().country(), party -> party));
    }

    /** Keeps the newest version of a country, within the caller's transaction. */
    public void save(Revised<PartyFact> party) {
        PartyRecord row = rows.findById(party.fact().country().value());
        boolean isNew = row == null;
        if (isNew) {
            row = new PartyRecord();
            row.country = party.fact().country().value();
        }
        row.revision = party.revision();
        row.fact = party.fact();
        if (isNew) {
            rows.persist(row);
        }
    }
}
