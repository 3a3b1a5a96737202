package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How checks find their way among many licences of alike numbers. {@code -Dskypatch.test.licences=1000000} makes as many as
 * the goal speaks of, and the times in the log worth reading.
 */
@QuarkusTest
@RegistryServers
class LicencePlansIT {

    private static final int LICENCES = Integer.getInteger("skypatch.test.licences", 30_000);
    private static final int CHECKS = 500;

    @Inject
    DataSource database;

    @BeforeEach
    void theCatalogueIsRecorded() {
        Calls.awaitReady();
    }

    @Test
    void finds_what_a_number_may_mean_by_indexes_alone() throws SQLException {
        generate();

        String written = plan("""
                select l.issuer, l.number, l.folded_number from licence l where l.folded_number = 'BR-0000012345'
                and (l.issuer = 'BR' or l.exporter_country in ('BR', null) or l.importer_country in ('BR', null)) limit 50
                """);
        String held = plan("""
                select l.issuer, l.number, l.folded_number from licence l
                where l.holder = any(array['BR-T77', 'CN-T77'])
                and (l.issuer = 'BR' or l.exporter_country in ('BR', null) or l.importer_country in ('BR', null)) limit 20000
                """);
        String across = plan("""
                select l.issuer, l.number, l.folded_number from licence l
                where l.counterpart = any(array['BR-T77', 'CN-T77'])
                and (l.issuer = 'BR' or l.exporter_country in ('BR', null) or l.importer_country in ('BR', null)) limit 20000
                """);

        assertThat(written).contains("licence_folded").doesNotContain("Seq Scan");
        assertThat(held).contains("Index Only Scan using licence_held").doesNotContain("Seq Scan");
        assertThat(across).contains("Index Only Scan using licence_across").doesNotContain("Seq Scan");
        time();
    }

    /** The whole call, token and log entry included; told, not judged: other work runs on the same machine. */
    private void time() throws SQLException {
        long[] micros = new long[CHECKS];
        String[] administrations = new String[10];
        Arrays.setAll(administrations, i -> Tokens.token("BR-post" + i, "BR", List.of("officer"), List.of()));
        for (int i = 0; i < CHECKS; i++) {
            int licence = (i * 7919) % LICENCES;
            String body = """
                    {"number": "BR-%010d", "issuer": "BR", "holder": "BR-T%d", "commodity": "hcfc-22", "massKg": "10"}""".formatted(licence + (i % 2), licence % 2000);
            long start = System.nanoTime();
            int status = Calls.post(administrations[i % administrations.length], "/licence-checks", body)
                    .statusCode();
            micros[i] = (System.nanoTime() - start) / 1_000;
            assertThat(status).isEqualTo(200);
        }
        Arrays.sort(micros);
        Logger.getLogger(LicencePlansIT.class.getName())
                .info("checks among %d licences: median %d us, p99 %d us, with the test's own client"
                        .formatted(LICENCES, micros[CHECKS / 2], micros[CHECKS * 99 / 100]));
    }

    private void generate() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into licence(issuer, number, revision, kind, state, holder, counterpart, commodity, mass_kg,
                        valid_from, valid_until, use, exporter_country, importer_country, ports)
                    select 'BR', 'BR-' || lpad(i::text, 10, '0'), 1, 'import', 'issued', 'BR-T' || i %% 2000, 'CN-T' || i %% 3000,
                        'hcfc-22', 1000, '2026-01-01', '2099-12-31', 'multiple', 'CN', 'BR', array[]::text[]
                    from generate_series(0, %d) i on conflict do nothing
                    """.formatted(LICENCES));
            statement.execute("vacuum analyze licence");
        }
    }

    private String plan(String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("explain " + query)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
