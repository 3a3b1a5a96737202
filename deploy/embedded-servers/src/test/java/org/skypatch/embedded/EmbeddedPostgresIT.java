package org.skypatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    private final int port = FreePorts.pick(1).getFirst();

    @TempDir
    Path directory;

    @Test
    void keeps_what_was_written_over_a_restart() throws SQLException {
        try (EmbeddedPostgres postgres = start()) {
            postgres.databases().createOwned("registry", EmbeddedPostgres.PASSWORD);
            run(postgres, "create table licence (number text)");
            run(postgres, "insert into licence values ('GH-1')");
        }

        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, "select number from licence")).isEqualTo("GH-1");
        }
    }

    @Test
    void keeps_what_was_written_when_it_is_killed() throws SQLException {
        EmbeddedPostgres killed = start();
        killed.databases().createOwned("registry", EmbeddedPostgres.PASSWORD);
        run(killed, "create table licence (number text)");
        run(killed, "insert into licence values ('GH-1')");
        killed.process().kill();

        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, "select number from licence")).isEqualTo("GH-1");
        }
    }

    @Test
    void takes_the_place_of_a_server_that_a_killed_run_left_behind() throws SQLException {
        EmbeddedPostgres leftBehind = start();
        leftBehind.databases().createOwned("registry", EmbeddedPostgres.PASSWORD);

        try (EmbeddedPostgres postgres = start()) {
            assertThat(leftBehind.process().isRunning()).isFalse();
            assertThat(ask(postgres, "select current_database()")).isEqualTo("registry");
        }
    }

    @Test
    void has_the_extensions_that_searching_names_needs() throws SQLException {
        try (EmbeddedPostgres postgres = start()) {
            postgres.databases().createOwned("registry", EmbeddedPostgres.PASSWORD);

            run(postgres, "create extension pg_trgm");
            run(postgres, "create extension unaccent");
            run(postgres, "create extension fuzzystrmatch");
        }
    }

    @Test
    void writes_through_to_the_disk_in_the_local_run() throws SQLException {
        try (EmbeddedPostgres postgres = start(PostgresSettings.forLocalRun())) {
            postgres.databases().createOwned("registry", EmbeddedPostgres.PASSWORD);

            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show max_locks_per_transaction")).isEqualTo("512");
            assertThat(ask(postgres, "show max_connections")).isEqualTo("200");
        }
    }

    @Test
    void lets_nobody_into_a_database_but_its_owner() {
        try (EmbeddedPostgres postgres = start()) {
            postgres.databases().createOwned("registry", EmbeddedPostgres.PASSWORD);
            postgres.databases().createOwned("tracking", EmbeddedPostgres.PASSWORD);

            assertThatThrownBy(() -> DriverManager.getConnection(
                            postgres.jdbcUrl("registry"), "tracking", EmbeddedPostgres.PASSWORD))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("registry"), "registry", "another"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    private EmbeddedPostgres start() {
        return start(PostgresSettings.forTests());
    }

    private EmbeddedPostgres start(PostgresSettings settings) {
        return EmbeddedPostgres.start(directory.resolve("postgres"), port, settings, directory.resolve("postgres.log"));
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("registry"), "registry", EmbeddedPostgres.PASSWORD);
    }
}
