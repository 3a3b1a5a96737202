package org.skypatch.edge.clock;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the business clock and, where {@code skypatch.clock.settable=true}, keeps its offset in the database, so that
 * every instance of a service reads the same time within a second. A production profile refuses to start with it.
 */
@ApplicationScoped
public class BusinessClockSetting {

    private static final Logger LOG = Logger.getLogger(BusinessClockSetting.class);

    private final BusinessClock clock = new BusinessClock(Clock.systemUTC());
    private final DataSource database;
    private final boolean settable;

    BusinessClockSetting(
            DataSource database,
            @ConfigProperty(name = "skypatch.clock.settable", defaultValue = "false") boolean settable) {
        this.database = database;
        this.settable = settable;
    }

    @Produces
    @Singleton
    BusinessClock clock() {
        return clock;
    }

    void checkAndLoad(@Observes @Priority(1) StartupEvent started) {
        if (settable && ConfigUtils.isProfileActive("prod")) {
            throw new IllegalStateException(
                    "skypatch.clock.settable=true is for local runs and tests: the profile prod refuses to start with it");
        }
        load();
    }

    boolean isSettable() {
        return settable;
    }

    /** Sets the clock for every instance of this service. */
    void set(Instant now) throws SQLException {
        Duration offset = Duration.between(Instant.now(), now);
        try (Connection connection = database.getConnection();
                var statement =
                        connection.prepareStatement("insert into business_clock(one, offset_millis) values (true, ?)"
                                + " on conflict (one) do update set offset_millis = excluded.offset_millis")) {
            statement.setLong(1, offset.toMillis());
            statement.executeUpdate();
        }
        clock.offsetBy(offset);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void load() {
        if (!settable) {
            return;
        }
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select offset_millis from business_clock");
                var rows = statement.executeQuery()) {
            if (rows.next()) {
                clock.offsetBy(Duration.ofMillis(rows.getLong(1)));
            }
        } catch (SQLException e) {
            LOG.debugf("the offset of the business clock could not be read: %s", e.getMessage());
        }
    }
}
