package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.licence.CheckLog;
import org.skypatch.registry.licence.CitedLicence;
import org.skypatch.registry.licence.LicenceAnswer;
import org.skypatch.registry.licence.LicenceAnswer.NearMiss;
import org.skypatch.registry.record.Author;

/** The table {@code licence_check}, from which the database takes nothing away. */
@ApplicationScoped
class PostgresCheckLog implements CheckLog {

    private static final String KEEP = """
            insert into licence_check(asked_at, asked_by, person, question, outcome, disclosed)
            values (?, ?, ?, cast(? as jsonb), ?, ?)
            """;

    private final DataSource database;
    private final BusinessClock clock;
    private final ObjectMapper json;

    PostgresCheckLog(DataSource database, BusinessClock clock, ObjectMapper doors) {
        this.database = database;
        this.clock = clock;
        this.json = JsonHabits.forTopics(doors);
    }

    @Override
    @Transactional
    public void keep(Author asker, CitedLicence cited, LicenceAnswer answer) {
        Jdbc.done(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement(KEEP)) {
                insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                insert.setString(2, asker.administration().value());
                insert.setString(3, asker.person());
                insert.setString(4, text(cited));
                insert.setString(5, answer.outcome());
                insert.setArray(6, connection.createArrayOf("text", disclosed(answer)));
                return insert.executeUpdate();
            }
        });
    }

    private static String[] disclosed(LicenceAnswer answer) {
        Stream<LicenceFact> licences =
                switch (answer) {
                    case LicenceAnswer.Known known -> Stream.of(known.licence());
                    case LicenceAnswer.Unknown unknown ->
                        unknown.nearMisses().stream().map(NearMiss::licence);
                };
        return licences.map(licence -> licence.issuer() + "/" + licence.number())
                .toArray(String[]::new);
    }

    private String text(CitedLicence cited) {
        try {
            return json.writeValueAsString(cited);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a question cannot be written as JSON", e);
        }
    }
}
