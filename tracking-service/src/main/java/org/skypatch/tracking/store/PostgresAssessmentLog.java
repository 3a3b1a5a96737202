package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.skypatch.tracking.process.AssessmentLog;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** The table {@code assessment_log}, from which the database takes nothing away. */
@ApplicationScoped
public class PostgresAssessmentLog implements AssessmentLog {

    private final DataSource database;

    PostgresAssessmentLog(DataSource database) {
        this.database = database;
    }

    @Override
    public void keep(Entry entry) {
        try (Connection connection = database.getConnection();
                Statement insert = new Statement(
                                connection,
                                "insert into assessment_log(asked_at, asked_by, person, question, outcome)"
                                        + " values (?, ?, ?, ?, ?)")
                        .with(timestamp(entry.askedAt()))
                        .with(entry.askedBy().value())
                        .with(entry.person())
                        .with(entry.question())
                        .with(entry.outcome())) {
            insert.update();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}
