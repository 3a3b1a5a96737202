package org.skypatch.tracking.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skypatch.embedded.EmbeddedPostgres;
import org.skypatch.embedded.FreePorts;
import org.skypatch.embedded.PostgresSettings;

/** The migration makes the role under which is read, or says who must. */
class MigrationIT {

    @TempDir
    static Path directory;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void aServerOfItsOwn() {
        postgres = EmbeddedPostgres.start(
                directory.resolve("postgres"),
                FreePorts.pick(1).getFirst(),
                PostgresSettings.forTests(),
                directory.resolve("postgres.log"));
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    private static void asSuperuser(String... commands) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl("postgres"), EmbeddedPostgres.SUPERUSER, EmbeddedPostgres.PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static void database(String name, String rights) throws SQLException {
        asSuperuser(
                "create role " + name + " login " + rights + " password '" + EmbeddedPostgres.PASSWORD + "'",
                "create database " + name + " owner " + name);
    }

    private static Flyway migration(String name) {
        return Flyway.configure(MigrationIT.class.getClassLoader())
                .dataSource(postgres.jdbcUrl(name), name, EmbeddedPostgres.PASSWORD)
                .locations("classpath:db/edge", "classpath:db/migration")
                .load();
    }

    @Test
    void says_what_a_superuser_must_run_where_the_owner_may_not_create_the_role() throws SQLException {
        database("unable", "");
        assertThatThrownBy(() -> migration("unable").migrate())
                .hasMessageContaining("the role unable_reader is missing, and unable may not create it")
                .hasMessageContaining(
                        "create role unable_reader nologin; grant unable_reader to unable with inherit false, set true;");

        asSuperuser("create role unable_reader nologin", "grant unable_reader to unable with inherit false, set true");
        assertThat(migration("unable").migrate().success).isTrue();
    }

    @Test
    void creates_the_role_where_the_owner_may() throws SQLException {
        database("able", "createrole");
        assertThat(migration("able").migrate().success).isTrue();
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl("able"), "able", EmbeddedPostgres.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("set role able_reader");
            try (var rows = statement.executeQuery("select count(*) from movement")) {
                assertThat(rows.next()).isTrue();
            }
        }
    }

    @Test
    void refuses_a_role_that_would_see_every_row() throws SQLException {
        database("blind", "");
        asSuperuser("create role blind_reader nologin bypassrls", "grant blind_reader to blind");
        assertThatThrownBy(() -> migration("blind").migrate())
                .hasMessageContaining("the role blind_reader would see every row");
    }
}
