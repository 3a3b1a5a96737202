package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.authority.DatedUnions;
import org.skypatch.registry.authority.Unions;

/**
 * The unions as the territory records say. Read again when a record of them was written, by whichever instance: revisions
 * only grow, so their sum is another then. By plain JDBC: every check of a paper asks.
 */
@ApplicationScoped
class PostgresUnions implements Unions {

    private static final String STAND =
            "select count(*) || '/' || coalesce(sum(revision), 0) from record where kind = 'territory'";
    private static final String TERRITORIES =
            "select cast(fact as text) from record where kind = 'territory' order by name";

    private final DataSource database;
    private final ObjectMapper json;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known("", new DatedUnions(List.of())));

    /** The unions as of a stand of the records. */
    private record Known(String stand, Unions unions) {}

    PostgresUnions(DataSource database, ObjectMapper doors) {
        this.database = database;
        this.json = JsonHabits.forTopics(doors);
    }

    @Override
    public List<String> of(CountryCode state, LocalDate on) {
        return Jdbc.done(this::asTheyStand).of(state, on);
    }

    private Unions asTheyStand() throws SQLException {
        try (Connection connection = database.getConnection()) {
            String stand = texts(connection, STAND).getFirst();
            Known before = known.get();
            if (before.stand().equals(stand)) {
                return before.unions();
            }
            Unions now = new DatedUnions(
                    texts(connection, TERRITORIES).stream().map(this::read).toList());
            known.set(new Known(stand, now));
            return now;
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private TerritoryFact read(String text) {
        try {
            return json.readValue(text, TerritoryFact.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept territory cannot be read", e);
        }
    }
}
