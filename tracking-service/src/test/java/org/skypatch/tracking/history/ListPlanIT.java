package org.skypatch.tracking.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.testing.SigningKey;

/** Row-level security does not change how a country's list is found. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class ListPlanIT {

    private static final Pattern INDEX = Pattern.compile("\"Index Name\": \"([a-z_]+)\"");

    @Inject
    DataSource database;

    @Test
    void finds_a_countrys_list_by_the_same_index_with_and_without_row_level_security() throws SQLException {
        MovementFilter filter = new MovementFilter();
        MovementFilter late = new MovementFilter();
        late.status = "overdue";
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                manyMovements(connection);
                for (MovementFilter one : List.of(filter, late)) {
                    String open = plan(connection, one);
                    assertThat(indices(open)).contains("movement_audience_pkey", "movement_pkey");
                    assertThat(open).doesNotContain("Seq Scan");
                    takeReadersRole(connection, true);
                    String secured = plan(connection, one);
                    takeReadersRole(connection, false);
                    assertThat(indices(secured).subList(0, 2))
                            .isEqualTo(indices(open).subList(0, 2));
                    assertThat(secured)
                            .doesNotContain("Seq Scan")
                            .doesNotContain("\"Sort\"")
                            .doesNotContain("hashed");
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Forty thousand movements, of which every fourth is Paraguay's; undone with the transaction. */
    private static void manyMovements(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into movement(id, status, joined, dispatch, destination, transit, commodities, groups, traders,
                        search_text, started_at, outline, verdict, judged_at)
                    select gen_random_uuid(), case when n % 5 = 0 then 'overdue' else 'arrived' end, 'decisive',
                        case when n % 4 = 0 then 'PY' else 'UY' end, 'BO', '{}', '{}', '{}', '{}', '',
                        timestamptz '2001-01-01' + n * interval '1 minute', '', '', now()
                    from generate_series(1, 40000) n
                    """);
            statement.execute("insert into movement_audience(audience, started_at, movement_id, nominal, released)"
                    + " select dispatch, started_at, id, true, false from movement where destination = 'BO'");
            statement.execute("analyze movement, movement_audience");
        }
    }

    private static void takeReadersRole(Connection connection, boolean isReader) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('skypatch.audience', 'PY', true),"
                        + " set_config('role', case when ? then session_user || '_reader' else 'none' end, true)")) {
            statement.setBoolean(1, isReader);
            statement.execute();
        }
    }

    private static String plan(Connection connection, MovementFilter filter) throws SQLException {
        Reader reader = Reader.of(new Caller(
                AdministrationId.of("PY-customs"), CountryCode.of("PY"), null, Set.of(Role.OFFICER), Set.of()));
        MovementHistory.Query query = MovementHistory.query(reader, filter, false, 51, null);
        try (PreparedStatement statement = connection.prepareStatement("explain (format json) " + query.sql())) {
            for (int i = 0; i < query.values().size(); i++) {
                statement.setObject(i + 1, query.values().get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static List<String> indices(String plan) {
        return INDEX.matcher(plan)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
