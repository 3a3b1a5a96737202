package org.skypatch.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.skypatch.tracking.testing.Reports.export;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.process.CustomsEventProcessing;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.process.RegistryFacts;
import org.skypatch.tracking.process.Transactions;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;
import org.skypatch.tracking.testing.Granted;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Recorded;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.SigningKey;
import org.skypatch.tracking.testing.Tokens;

/** Ledgers against a real database and broker: nothing is lost, overdrafts are flagged at once, balances are told. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class LedgersIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int WRITERS = 64;

    private static boolean registryHasSpoken;

    @Inject
    CustomsEventProcessing processing;

    @Inject
    Transactions transactions;

    @Inject
    Registers registers;

    @Inject
    RegistryFacts facts;

    @BeforeEach
    void registrySpeaks() {
        if (!registryHasSpoken) {
            try (RegistryTopic registry = new RegistryTopic()) {
                registry.catalogue();
                registry.covers("KR-customs");
                registry.covers("TH-customs");
                registry.licence(Judged.licence("TH", "RACED", "hcfc-22", "60000"), 1);
                registry.licence(Judged.licence("TH", "LATE", "hcfc-22", "1000"), 1);
                registry.quota(
                        "TH/2025/C-I",
                        Granted.quota("TH", 2025, "C-I", "import").odpTonnes("0.05"));
                registry.notification(Granted.notification("60000", 3));
            }
            await().atMost(SOON).untilAsserted(() -> assertThat(number("select count(*) from registry_record"
                            + " where kind in ('quota', 'notification', 'catalogue')"
                            + " or kind = 'licence' and record_key in ('TH/RACED', 'TH/LATE')"))
                    .isEqualTo(5));
            await().atMost(SOON).until(() -> registers.current().isComplete());
            registryHasSpoken = true;
        }
    }

    private static Response balance(String country, String query, Object... values) {
        return given().auth().oauth2(Tokens.officer(country)).get("/v1/balances?" + query, values);
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(PostgresAndKafka.jdbcUrl("tracking"), "tracking", "skypatch-local");
    }

    private static Reports consignment(String licence, String name, String day, String kg) {
        return export("KR")
                .named(name)
                .ucr(name)
                .at(day + "T00:00:00Z")
                .citing("TH/" + licence)
                .kg(kg, "hcfc-22");
    }

    /** As the consumer does: more writers than connections may have to try again. */
    private void untilApplied(Reports report) {
        await().pollInSameThread()
                .atMost(SOON)
                .ignoreException(DatabaseUnavailable.class)
                .until(() -> {
                    processing.apply(List.of(report.recorded()));
                    return true;
                });
    }

    @Test
    void loses_nothing_of_what_sixty_four_writers_draw_on_one_licence() throws Exception {
        CountDownLatch together = new CountDownLatch(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                Reports report =
                        consignment("RACED", "drawn-at-once-" + i, "2026-04-%02d".formatted(1 + i % 28), "1000");
                writers.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    untilApplied(report);
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        balance("TH", "licence=TH/RACED")
                .then()
                .statusCode(200)
                .body("pending.kg", equalTo("64000"))
                .body("left.kg", equalTo("-4000"))
                .body("revision", equalTo(WRITERS));
        assertThat(number("select count(*) from ledger_entry where record = 'licence:TH/RACED'"))
                .isGreaterThanOrEqualTo(WRITERS);
        assertThat(number("select sum(pending_kg) from ledger_entry where record = 'licence:TH/RACED'"))
                .isEqualTo(64_000);
        assertThat(number("select sum(pending_kg) from draw where record = 'licence:TH/RACED'"))
                .isEqualTo(64_000);
        // The last four by departure and event, and nobody else, whatever the order in which they were written.
        assertThat(number("select count(*) from finding where rule = 'licence-overdrawn' and cleared_at is null"
                        + " and subject = 'TH/RACED'"))
                .isEqualTo(4);
        assertThat(number("select count(*) from finding f where rule = 'licence-overdrawn' and cleared_at is null"
                        + " and movement_id in (select movement_id from draw where record = 'licence:TH/RACED'"
                        + " order by departed_at desc, event_id desc limit 4)"))
                .isEqualTo(4);
        assertThat(balancesTold("licence:TH/RACED", WRITERS))
                .containsEntry("revision", (Object) WRITERS)
                .extractingByKey("left")
                .asString()
                .contains("-4000");
    }

    /** The balance under the highest revision on the topic, once this revision has been told. */
    private static Map<String, Object> balancesTold(String record, int revision) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                PostgresAndKafka.bootstrapServers(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        List<Map<String, Object>> told = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<String, String>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(Topic.BALANCES.topicName()));
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (record.equals(message.key())) {
                        told.add(io.restassured.path.json.JsonPath.from(message.value())
                                .getMap("$"));
                    }
                });
                return told.stream().anyMatch(balance -> balance.get("revision").equals(revision));
            });
        }
        assertThat(told)
                .extracting(balance -> (Integer) balance.get("revision"))
                .isSorted();
        return told.getLast();
    }

    @Test
    void keeps_news_of_the_registry_waiting_while_a_movement_is_judged() throws Exception {
        RegistryEvent licence = Recorded.of(Judged.licence("TH", "NEWS", "hcfc-22", "1"));
        CountDownLatch judging = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> judge = threads.submit(() -> transactions.run(records -> {
                judging.countDown();
                uninterrupted(goOn);
            }));
            judging.await();
            Future<?> news = threads.submit(() -> facts.keep(List.of(licence)));
            try {
                await().atMost(SOON)
                        .until(() -> number("select count(*) from pg_locks where locktype = 'advisory'"
                                        + " and mode = 'ExclusiveLock' and not granted")
                                > 0);
                assertThat(news).isNotDone();
            } finally {
                goOn.countDown();
            }
            judge.get();
            news.get();
        }
        assertThat(number("select count(*) from registry_record where record_key = '" + licence.key() + "'"))
                .isEqualTo(1);
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void flags_the_later_movement_in_the_commit_of_the_one_that_comes_late() {
        var late = consignment("LATE", "late-1", "2026-05-01", "600").recorded();
        var early = consignment("LATE", "late-2", "2026-05-02", "600").recorded();
        processing.apply(List.of(early));
        processing.apply(List.of(late));

        given().auth()
                .oauth2(Tokens.officer("TH"))
                .get("/v1/movements/{id}", early.id())
                .then()
                .body("findings.rule", hasItem("licence-overdrawn"))
                .body("balances.record", hasItem("licence:TH/LATE"))
                .body("balances.find { it.record == 'licence:TH/LATE' }.left.kg", equalTo("-200"));
        balance("FR", "licence=TH/LATE").then().statusCode(404);
    }

    @Test
    void keeps_the_quota_of_the_party_for_the_party() {
        processing.apply(List.of(export("KR")
                .named("quota-1")
                .ucr("quota-1")
                .at("2025-06-01T00:00:00Z")
                .kg("1000", "hcfc-22")
                .recorded()));

        balance("TH", "country=TH&group=C-I&year=2025")
                .then()
                .statusCode(200)
                .body("quota", equalTo("TH/2025/C-I"))
                .body("granted.odpTonnes", equalTo("0.05"))
                .body("pending.kg", equalTo("1000"))
                .body("left.odpTonnes", equalTo("-0.005"));
        balance("KR", "country=TH&group=C-I&year=2025").then().statusCode(404);
        balance("TH", "country=TH&group=C-I&year=2024").then().statusCode(404);
        balance("TH", "country=TH&year=twenty")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/group", "/year")));
    }

    @Test
    void counts_the_shipments_of_a_notification_for_the_states_concerned() {
        processing.apply(List.of(export("PH")
                .named("ship-1")
                .between("PH", "KR")
                .under("PH 0000 000012", 1)
                .kg("20000", "a1160")
                .recorded()));

        for (String written : List.of("PH/PH 0000 000012", "PH 0000 000012")) {
            balance("KR", "notification={n}", written)
                    .then()
                    .statusCode(200)
                    .body("granted.count", equalTo(3))
                    .body("pending.count", equalTo(1))
                    .body("left.kg", equalTo("40000"));
        }
        balance("TH", "notification={n}", "PH 0000 000012").then().statusCode(404);
        balance("KR", "notification={n}", "PH 0000 000099").then().statusCode(404);
    }

    @Test
    void refuses_to_change_the_ledger() throws SQLException {
        processing.apply(
                List.of(consignment("LATE", "kept-1", "2026-01-03", "1").recorded()));
        try (Connection connection = database();
                var statement = connection.createStatement()) {
            for (String change : List.of(
                    "update ledger_entry set pending_kg = 0", "delete from ledger_entry", "truncate ledger_entry")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("append-only");
            }
        }
        assertThat(new BigDecimal(number("select count(*) from ledger_entry where movement_id is not null")))
                .isPositive();
    }
}
