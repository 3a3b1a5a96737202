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

    private static final String SEARCH = """
            select c.*
            from commodity c
            left join lateral (
                select max(case when squeezed(:text) <> '' and squeezed(t.term) = squeezed(:text) then 2
                                when squeezed(:text) <> '' and squeezed(t.term) like squeezed(:text) || '%' then 1.2
                                else greatest(similarity(folded(t.term), folded(:text)),
                                              0.9 * word_similarity(folded(:text), folded(t.term))) end) as score
                from commodity_term t
                where t.commodity_id = c.id and cast(:text as text) is not null) by_text on true
            left join lateral (
                select max(case when squeezed(:tradeName) <> '' and squeezed(t.term) = squeezed(:tradeName) then 2
                                when squeezed(:tradeName) <> '' and squeezed(t.term) like squeezed(:tradeName) || '%' then 1.2
                                else greatest(similarity(folded(t.term), folded(:tradeName)),
                                              0.9 * word_similarity(folded(:tradeName), folded(t.term))) end) as score
                from commodity_term t
                where t.commodity_id = c.id and t.is_trade_name and cast(:tradeName as text) is not null) by_trade_name on true
            where (cast(:text as text) is null or by_text.score >= 0.4)
              and (cast(:tradeName as text) is null or by_trade_name.score >= 0.4)
              and (cast(:hs as text) is null
                   or exists (select from unnest(c.hs_digits) d where d like :hs || '%' or :hs like d || '%'))
              and (cast(:cas as text) is null or cast(:cas as text) = any(c.cas_numbers))
              and (cast(:un as text) is null or cast(:un as text) = any(c.un_numbers))
              and (cast(:waste as text) is null or upper(cast(:waste as text)) = any(c.waste_codes))
              and c.id > :after
            order by coalesce(by_text.score, 0) + coalesce(by_trade_name.score, 0) desc, c.id
            limit :limit
            """;

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
