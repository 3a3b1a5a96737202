package org.skypatch.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Licences and traders of many countries, put into the registry's tables by COPY: numbers that run on and so are much alike,
 * as they are in life. They have no versions and are told to nobody; they are there to be searched among.
 */
final class RegistryRows {

    static final List<String> COUNTRIES = List.of(
            "AE", "AR", "AU", "BE", "BR", "CA", "CL", "CN", "DE", "EG", "ES", "FR", "GB", "GH", "GR", "ID", "IN", "IT",
            "JP", "KE", "KR", "LK", "MX", "MY", "NG", "NL", "PH", "PL", "SG", "TH", "TR", "US", "VN", "ZA");
    private static final List<String> COMMODITIES =
            List.of("hcfc-22", "hcfc-141b", "hfc-134a", "r-410a", "r-404a", "hfc-32");
    private static final int ROWS_AT_ONCE = 5_000;

    private RegistryRows() {}

    /** A licence as its paper cites it. */
    record Licence(
            String issuer, String number, String holder, String counterpart, String exporter, String commodity) {}

    /** The licence of this place among all. */
    static Licence licence(int place, int traders) {
        String issuer = COUNTRIES.get(place % COUNTRIES.size());
        String exporter = COUNTRIES.get((place / COUNTRIES.size() + 1 + place) % COUNTRIES.size());
        int tradersOfCountry = traders / COUNTRIES.size();
        return new Licence(
                issuer,
                "%s-HCFC-2026-%07d".formatted(issuer, place / COUNTRIES.size()),
                trader(issuer, place * 31 % tradersOfCountry),
                trader(exporter, place * 17 % tradersOfCountry),
                exporter.equals(issuer) ? COUNTRIES.get((place + 1) % COUNTRIES.size()) : exporter,
                COMMODITIES.get(place % COMMODITIES.size()));
    }

    private static String trader(String country, int place) {
        return "%s-B-%05d".formatted(country, Math.abs(place));
    }

    static void copyLicences(Connection connection, int licences, int traders) throws SQLException, IOException {
        CopyIn copy = copy(connection, """
                copy licence(issuer, number, revision, kind, state, holder, counterpart, commodity, mass_kg, valid_from,
                             valid_until, use, exporter_country, importer_country, ports) from stdin
                """);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < licences; i++) {
            Licence licence = licence(i, traders);
            line(
                    rows,
                    licence.issuer(),
                    licence.number(),
                    "1",
                    "import",
                    "issued",
                    licence.holder(),
                    licence.counterpart(),
                    licence.commodity(),
                    Integer.toString(1_000 + i % 20_000),
                    "2026-01-01",
                    "2027-12-31",
                    "multiple",
                    licence.exporter(),
                    licence.issuer(),
                    "{}");
            if (i % ROWS_AT_ONCE == ROWS_AT_ONCE - 1) {
                write(copy, rows);
            }
        }
        write(copy, rows);
        copy.endCopy();
    }

    static void copyTraders(Connection connection, int traders) throws SQLException, IOException {
        CopyIn copy = copy(connection, """
                copy trader(country, id, revision, name, aliases, roles, registrations, standing) from stdin
                """);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < traders; i++) {
            String country = COUNTRIES.get(i % COUNTRIES.size());
            line(
                    rows,
                    country,
                    trader(country, i / COUNTRIES.size()),
                    "1",
                    "Benchmark Cooling " + i + " Co.",
                    "{}",
                    "{importer,exporter}",
                    "[]",
                    "good");
            if (i % ROWS_AT_ONCE == ROWS_AT_ONCE - 1) {
                write(copy, rows);
            }
        }
        write(copy, rows);
        copy.endCopy();
    }

    static void analyze(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("vacuum analyze");
        }
    }

    private static CopyIn copy(Connection connection, String sql) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    }

    private static void line(StringBuilder rows, String... values) {
        rows.append(String.join("\t", values)).append('\n');
    }

    private static void write(CopyIn copy, StringBuilder rows) throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }
}
