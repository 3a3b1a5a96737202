package org.skypatch.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.licence.Licences;
import org.skypatch.registry.licence.Licences.Seek;
import org.skypatch.registry.licence.Licences.Sought;

/** Finds what a written number may mean. Both scans are led by what the paper says and see only what names the reader. */
@ApplicationScoped
class LicenceSeeking {

    /** A trader with more licences than this between two countries is not looked through to the end. */
    private static final int MOST_CANDIDATES = 20_000;

    private static final int MOST_FOUND = 50;

    private static final String NAMES_READER = """
            (l.issuer = :reader or l.exporter_country in (:reader, cast(:union as text))
             or l.importer_country in (:reader, cast(:union as text)))
            """;
    private static final String WRITTEN_SO = """
            select l.issuer, l.number, l.folded_number from licence l
            where l.folded_number = :folded and %s limit :most
            """.formatted(NAMES_READER);
    private static final String OF_TRADERS = """
            (select l.issuer, l.number, l.folded_number from licence l
             where l.holder = any(cast(:traders as text[])) and %1$s limit :most)
            union
            (select l.issuer, l.number, l.folded_number from licence l
             where l.counterpart = any(cast(:traders as text[])) and %1$s limit :most)
            """.formatted(NAMES_READER);

    private final Session database;

    LicenceSeeking(Session database) {
        this.database = database;
    }

    Sought seek(Seek seek) {
        String folded = database.createNativeQuery("select folded_number(:number)", String.class)
                .setParameter("number", seek.number())
                .getSingleResult();
        List<Object[]> meant = new ArrayList<>(rows(WRITTEN_SO, seek)
                .setParameter("folded", folded)
                .setParameter("most", MOST_FOUND)
                .getResultList());
        if (!seek.traders().isEmpty()) {
            rows(OF_TRADERS, seek)
                    .setParameter(
                            "traders",
                            seek.traders().stream().map(TraderId::value).toArray(String[]::new))
                    .setParameter("most", MOST_CANDIDATES)
                    .getResultStream()
                    .filter(row -> seek.isClose().test(folded, (String) row[2]))
                    .limit(MOST_FOUND)
                    .forEach(meant::add);
        }
        return new Sought(folded, meant.stream().map(this::found).toList());
    }

    private NativeQuery<Object[]> rows(String sql, Seek seek) {
        return database.createNativeQuery(sql, Object[].class)
                .setParameter("reader", seek.reader().value())
                .setParameter("union", Columns.text(seek.union().orElse(null)));
    }

    private Licences.Found found(Object[] row) {
        LicenceRecord licence =
                database.find(LicenceRecord.class, new LicenceRecord.Key((String) row[0], (String) row[1]));
        return new Licences.Found(licence.revised().fact(), (String) row[2]);
    }
}
