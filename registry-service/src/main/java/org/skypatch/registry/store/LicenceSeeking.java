package org.skypatch.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.licence.Licences.Found;
import org.skypatch.registry.licence.Licences.Seek;
import org.skypatch.registry.licence.Licences.Sought;

/**
 * Finds what a written number may mean. Both scans are led by what the paper says and see only what names the reader. By
 * plain JDBC: a check is asked hundreds of times a second.
 */
@ApplicationScoped
class LicenceSeeking {

    /** A trader with more licences than this between two countries is not looked through to the end. */
    private static final int MOST_CANDIDATES = 20_000;

    private static final int MOST_FOUND = 50;

    private static final String NAMES_READER =
            "(l.issuer = ? or l.exporter_country in (?, ?) or l.importer_country in (?, ?))";
    private static final String WRITTEN_SO = """
            select asked.folded, l.* from (select folded_number(?) as folded) asked
            left join licence l on l.folded_number = asked.folded and %s
            limit ?
            """.formatted(NAMES_READER);
    private static final String OF_TRADERS = """
            (select l.issuer, l.number, l.folded_number from licence l where l.holder = any(?) and %1$s limit ?)
            union
            (select l.issuer, l.number, l.folded_number from licence l where l.counterpart = any(?) and %1$s limit ?)
            """.formatted(NAMES_READER);
    private static final String THESE = """
            select l.* from unnest(?::text[], ?::text[]) close(issuer, number)
            join licence l on l.issuer = close.issuer and l.number = close.number
            """;

    private final DataSource database;

    LicenceSeeking(DataSource database) {
        this.database = database;
    }

    Sought written(Seek seek) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(WRITTEN_SO)) {
            select.setString(1, seek.number());
            select.setInt(bindReader(select, 2, seek), MOST_FOUND);
            String folded = "";
            List<Found> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    folded = rows.getString("folded");
                    if (rows.getString("issuer") != null) {
                        found.add(found(rows));
                    }
                }
            }
            return new Sought(folded, found);
        }
    }

    List<Found> alike(Seek seek, String folded) throws SQLException {
        if (seek.traders().isEmpty()) {
            return List.of();
        }
        try (Connection connection = database.getConnection()) {
            List<String[]> close = closeOnes(connection, seek, folded);
            if (close.isEmpty()) {
                return List.of();
            }
            try (PreparedStatement select = connection.prepareStatement(THESE)) {
                for (int column = 0; column < 2; column++) {
                    int which = column;
                    select.setArray(
                            column + 1,
                            connection.createArrayOf(
                                    "text",
                                    close.stream().map(key -> key[which]).toArray()));
                }
                List<Found> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(found(rows));
                    }
                }
                return found;
            }
        }
    }

    /** The numbers, of those of the traders, that are close; by issuer and number. */
    private static List<String[]> closeOnes(Connection connection, Seek seek, String folded) throws SQLException {
        List<String[]> close = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OF_TRADERS)) {
            Object traders = connection.createArrayOf(
                    "text", seek.traders().stream().map(TraderId::value).toArray());
            int next = 1;
            for (int side = 0; side < 2; side++) {
                select.setObject(next, traders);
                next = bindReader(select, next + 1, seek);
                select.setInt(next++, MOST_CANDIDATES);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next() && close.size() < MOST_FOUND) {
                    if (seek.isClose().test(folded, rows.getString(3))) {
                        close.add(new String[] {rows.getString(1), rows.getString(2)});
                    }
                }
            }
        }
        return close;
    }

    /** Says who reads, from this place on; gives the next place. */
    private static int bindReader(PreparedStatement select, int first, Seek seek) throws SQLException {
        Optional<String> union = seek.union().map(Object::toString);
        String reader = seek.reader().value();
        int next = first;
        select.setString(next++, reader);
        for (int end = 0; end < 2; end++) {
            select.setString(next++, reader);
            select.setString(next++, union.orElse(null));
        }
        return next;
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(LicenceRecord.read(row).revised().fact(), row.getString("folded_number"));
    }
}
