package org.skypatch.registry.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.registry.record.Revised;

/** The catalogue as it stands: found by id, searched by names and codes. */
@ApplicationScoped
public class Catalogue {

    private static final String ASKED = """
            select coalesce((select max(number) from catalogue_edition), 0),
                   folded(cast(:text as text)), squeezed(cast(:text as text)),
                   folded(cast(:tradeName as text)), squeezed(cast(:tradeName as text))
            """;

    private static final String TERMS =
            "select commodity_id, folded_term, squeezed_term, is_trade_name, is_code from commodity_term";

    private final AtomicReference<Indexed> indexed =
            new AtomicReference<>(new Indexed(-1, new CommodityIndex(List.of())));

    /** The catalogue as of an edition. */
    private record Indexed(long edition, CommodityIndex index) {}

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
        Object[] asked = rows.getSession()
                .createNativeQuery(ASKED, Object[].class)
                .setParameter("text", question.text())
                .setParameter("tradeName", question.tradeName())
                .getSingleResult();
        long edition = ((Number) asked[0]).longValue();
        Indexed known = indexed.get();
        if (known.edition() != edition) {
            known = new Indexed(edition, read());
            indexed.set(known);
        }
        return known.index()
                .search(question, words((String) asked[1], (String) asked[2]), words((String) asked[3], (String)
                        asked[4]));
    }

    private static CommodityIndex.@Nullable Words words(@Nullable String folded, @Nullable String squeezed) {
        return folded == null || squeezed == null ? null : new CommodityIndex.Words(squeezed, Trigrams.of(folded));
    }

    private CommodityIndex read() {
        Map<String, List<CommodityIndex.Term>> terms = rows.getSession()
                .createNativeQuery(TERMS, Object[].class)
                .getResultStream()
                .map(row -> new CommodityIndex.Term(
                        (String) row[0], (String) row[2], Trigrams.of((String) row[1]), (Boolean) row[3], (Boolean)
                                row[4]))
                .collect(Collectors.groupingBy(CommodityIndex.Term::commodity));
        return new CommodityIndex(rows.streamAll()
                .map(row -> row.indexed(terms.getOrDefault(row.id, List.of())))
                .toList());
    }
}
