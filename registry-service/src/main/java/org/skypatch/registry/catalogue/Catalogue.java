package org.skypatch.registry.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.registry.record.Revised;

/** The catalogue as it stands: found by id, searched by names and codes. */
@ApplicationScoped
public class Catalogue {

    /**
     * The best of a commodity's names: equal but for case, blanks and signs; beginning with what was asked; alike in its
     * groups of three letters. Codes are equal or begin so: of two codes that look alike none is meant for the other.
     */
    private static final String NAMED = """
            select commodity_id, max(score) as score from (
                select commodity_id, case when squeezed_term = squeezed(:%1$s) then 2 else 1.2 end as score
                from commodity_term
                where %2$s squeezed(:%1$s) <> '' and squeezed_term like squeezed(:%1$s) || '%%'
                  and (not is_code or squeezed_term = squeezed(:%1$s) or length(squeezed(:%1$s)) >= 4)
                union all
                select commodity_id, greatest(similarity(folded_term, folded(:%1$s)),
                                              0.9 * word_similarity(folded(:%1$s), folded_term))
                from commodity_term
                where %2$s not is_code and (folded_term %% folded(:%1$s) or folded(:%1$s) <%% folded_term)
            ) terms group by commodity_id
            """;

    private static final String SEARCH =
            """
            with by_text as (%s), by_trade_name as (%s)
            select c.*
            from commodity c
            left join by_text on by_text.commodity_id = c.id
            left join by_trade_name on by_trade_name.commodity_id = c.id
            where (cast(:text as text) is null or by_text.score >= 0.4)
              and (cast(:tradeName as text) is null or by_trade_name.score >= 0.4)
              and (cast(:hs as text) is null
                   or exists (select from unnest(c.hs_digits) d where d like :hs || '%%' or :hs like d || '%%'))
              and (cast(:cas as text) is null or cast(:cas as text) = any(c.cas_numbers))
              and (cast(:un as text) is null or cast(:un as text) = any(c.un_numbers))
              and (cast(:waste as text) is null or upper(cast(:waste as text)) = any(c.waste_codes))
              and c.id > :after
            order by coalesce(by_text.score, 0) + coalesce(by_trade_name.score, 0) desc, c.id
            limit :limit
            """.formatted(NAMED.formatted("text", ""), NAMED.formatted("tradeName", "is_trade_name and"));

    private final Rows rows;

    Catalogue(Rows rows) {
        this.rows = rows;
    }

    /** The table. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<CommodityRecord, String> {}

    @Transactional
    public Optional<Revised<CommodityFact>> find(CommodityId id) {
        return rows.findByIdOptional(id.value()).map(CommodityRecord::revised);
    }

    /** Whether no edition has been recorded yet. */
    @Transactional
    public boolean isEmpty() {
        return rows.count() == 0;
    }

    /** What fits the question, the best first if it is {@link CatalogueQuestion#isRanked() ranked}. */
    @Transactional
    public List<CommodityFact> search(CatalogueQuestion question) {
        return rows.getSession()
                .createNativeQuery(SEARCH, CommodityRecord.class)
                .setParameter("text", question.text())
                .setParameter("tradeName", question.tradeName())
                .setParameter("hs", question.hs() == null ? null : question.hs().digits())
                .setParameter("cas", text(question.cas()))
                .setParameter(
                        "un",
                        question.un() == null ? null : question.un().value().replaceAll("(?i)^UN\\s*", ""))
                .setParameter("waste", text(question.waste()))
                .setParameter(
                        "after",
                        question.after() == null ? "" : question.after().value())
                .setParameter("limit", question.limit())
                .getResultStream()
                .map(row -> row.revised().fact())
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
