package org.skypatch.registry.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.exception.GenericJDBCException;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.registry.record.Revised;

/** The catalogue as it stands: found by id, searched by names and codes. */
@ApplicationScoped
public class Catalogue {

    private static final String ASKED = """
            select coalesce((select max(number) from catalogue_edition), 0), folded(t), squeezed(t), folded(n), squeezed(n)
            from (select cast(? as text) as t, cast(? as text) as n) asked
            """;

    private static final String TERMS =
            "select commodity_id, folded_term, squeezed_term, is_trade_name, is_code from commodity_term";

    private final AtomicReference<Indexed> indexed =
            new AtomicReference<>(new Indexed(-1, new CommodityIndex(List.of())));

    /** The catalogue as of an edition. */
    private record Indexed(long edition, CommodityIndex index) {}

    private final Rows rows;
    private final DataSource database;

    Catalogue(Rows rows, DataSource database) {
        this.rows = rows;
        this.database = database;
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
    public List<CommodityFact> search(CatalogueQuestion question) {
        Asked asked = asked(question);
        Indexed known = indexed.get();
        if (known.edition() != asked.edition()) {
            known = new Indexed(
                    asked.edition(), QuarkusTransaction.joiningExisting().call(this::read));
            indexed.set(known);
        }
        return known.index().search(question, asked.text(), asked.tradeName());
    }

    /** The newest edition, and what was asked, folded as the names are. */
    private record Asked(long edition, CommodityIndex.@Nullable Words text, CommodityIndex.@Nullable Words tradeName) {}

    private Asked asked(CatalogueQuestion question) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ASKED)) {
            select.setString(1, question.text());
            select.setString(2, question.tradeName());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Asked(
                        row.getLong(1),
                        words(row.getString(2), row.getString(3)),
                        words(row.getString(4), row.getString(5)));
            }
        } catch (SQLException e) {
            throw new GenericJDBCException("the catalogue cannot be read", e);
        }
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
