package org.skypatch.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.process.CustomsEventProcessing;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.SigningKey;
import org.skypatch.tracking.testing.Tokens;

/** Several that consume at once share nothing but the database: the state is that of one, built anew from the archive. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class SideBySideIT {

    private static final Duration SOON = Duration.ofSeconds(120);

    private final CustomsEventProcessing processing;
    private final Registers registers;

    @Inject
    SideBySideIT(CustomsEventProcessing processing, Registers registers) {
        this.processing = processing;
        this.registers = registers;
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        PostgresAndKafka.jdbcUrl("tracking"), "tracking", "skypatch-local");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void ends_in_one_state_however_many_consume_side_by_side() throws Exception {
        try (RegistryTopic registry = new RegistryTopic()) {
            registry.catalogue();
            registry.covers("KR-customs");
            registry.covers("TH-customs");
            registry.licence(Judged.licence("TH", "SHARED", "hcfc-22", "5000"), 1);
        }
        await().atMost(SOON).until(() -> registers.current().isComplete());
        await().atMost(SOON)
                .until(() -> number("select count(*) from registry_record where record_key = 'TH/SHARED'") == 1);
        // What other tests left behind half-judged is put right first.
        rebuild();
        List<RecordedEvent> events = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            String day = "2026-02-%02dT00:00:00Z".formatted(1 + i % 28);
            events.add(export("KR")
                    .named("beside-out-" + i)
                    .ucr("BESIDE-" + i / 2)
                    .at(day)
                    .citing("TH/SHARED")
                    .kg("50", "hcfc-22")
                    .recorded());
            events.add(imported("TH")
                    .named("beside-in-" + i)
                    .ucr("BESIDE-" + i / 2)
                    .at(day.replace("-02-", "-03-"))
                    .kg(i % 3 == 0 ? "40" : "50", "hcfc-22")
                    .recorded());
            events.add(Reports.report(org.skypatch.contracts.customs.CustomsEventType.DECLARATION_AMENDED, "KR")
                    .named("beside-amended-" + i)
                    .correcting("beside-out-" + (i / 3), "2026-04-%02dT00:00:00Z".formatted(1 + i % 28))
                    .at(day)
                    .ucr("BESIDE-" + i / 6)
                    .citing("TH/SHARED")
                    .kg("60", "hcfc-22")
                    .recorded());
        }
        Random chance = new Random(7);
        List<RecordedEvent> twice = new ArrayList<>(events);
        twice.addAll(events);
        Collections.shuffle(twice, chance);
        List<List<RecordedEvent>> batches = new ArrayList<>();
        for (int from = 0; from < twice.size(); ) {
            int to = Math.min(twice.size(), from + 1 + chance.nextInt(20));
            batches.add(twice.subList(from, to));
            from = to;
        }
        try (var instances = Executors.newFixedThreadPool(4)) {
            List<Future<?>> applied = new ArrayList<>();
            batches.forEach(batch -> applied.add(instances.submit(() -> apply(batch))));
            for (Future<?> one : applied) {
                one.get();
            }
        }
        await().atMost(SOON)
                .during(Duration.ofSeconds(2))
                .until(() ->
                        number("select (select count(*) from rejudgement) + (select count(*) from open_end_change)")
                                == 0);

        ValidatableResponse rebuilt = rebuild();
        assertThat(rebuilt.extract().<String>path("before"))
                .isEqualTo(rebuilt.extract().path("after"));
        rebuilt.body("told", equalTo(0));
    }

    private static ValidatableResponse rebuild() {
        return given().auth()
                .oauth2(Tokens.admin())
                .contentType("application/json")
                .body("{}")
                .post("/v1/admin/rebuilds")
                .then()
                .statusCode(200);
    }

    /** As the consumer does: the database may have no connection to spare. */
    private void apply(List<RecordedEvent> batch) {
        await().pollInSameThread()
                .atMost(SOON)
                .ignoreException(DatabaseUnavailable.class)
                .until(() -> {
                    processing.apply(batch);
                    return true;
                });
    }
}
