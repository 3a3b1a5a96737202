package org.skypatch.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.process.CustomsEventProcessing;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.SigningKey;
import org.skypatch.tracking.testing.Tokens;

/** Rebuilding on a real database: the same state out of the archive, and not one message. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class RebuildIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> DERIVED = List.of(
            "movement",
            "movement_event",
            "movement_audience",
            "deadline",
            "journey",
            "flow",
            "draw",
            "account",
            "open_end");

    private static boolean registryHasSpoken;

    private final CustomsEventProcessing processing;
    private final Registers registers;

    @Inject
    RebuildIT(CustomsEventProcessing processing, Registers registers) {
        this.processing = processing;
        this.registers = registers;
    }

    @BeforeEach
    void registrySpeaks() throws SQLException {
        if (!registryHasSpoken) {
            try (RegistryTopic registry = new RegistryTopic()) {
                registry.catalogue();
                registry.covers("KR-customs");
                registry.covers("TH-customs");
                registry.licence(Judged.licence("TH", "REBUILT", "hcfc-22", "1000"), 1);
            }
            await().atMost(SOON).until(() -> registers.current().isComplete());
            await().atMost(SOON)
                    .until(() -> number("select count(*) from registry_record where record_key = 'TH/REBUILT'") == 1);
            processing.apply(consignments());
            registryHasSpoken = true;
        }
        settle();
    }

    /** Exports and imports: joined, split over two licences' worth, amended, cancelled, alike, and re-exported. */
    private static List<org.skypatch.contracts.customs.RecordedEvent> consignments() {
        List<Reports> reports = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String ucr = "REBUILT-" + i;
            String day = "2026-03-%02dT00:00:00Z".formatted(1 + i % 28);
            reports.add(export("KR")
                    .named("rebuilt-out-" + i)
                    .ucr(ucr)
                    .at(day)
                    .citing("TH/REBUILT")
                    .kg("30", "hcfc-22"));
            if (i % 3 != 0) {
                reports.add(imported("TH")
                        .named("rebuilt-in-" + i)
                        .ucr(ucr)
                        .at(day.replace("-03-", "-04-"))
                        .kg(i % 5 == 0 ? "20" : "30", i % 7 == 0 ? "hfc-134a" : "hcfc-22"));
            }
        }
        return reports.stream().map(Reports::recorded).toList();
    }

    private static void settle() {
        await().atMost(SOON)
                .during(Duration.ofSeconds(2))
                .until(() -> number("select (select count(*) from outbox) + (select count(*) from rejudgement)"
                                + " + (select count(*) from open_end_change)")
                        == 0);
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(PostgresAndKafka.jdbcUrl("tracking"), "tracking", "skypatch-local");
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = database();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new java.util.TreeMap<>();
        for (String table : DERIVED) {
            counts.put(table, number("select count(*) from " + table));
        }
        return counts;
    }

    /** How far the topics that others listen to have got. */
    private static Map<String, Long> told() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", PostgresAndKafka.bootstrapServers()))) {
            List<String> topics = Stream.of(Topic.FINDINGS, Topic.BALANCES)
                    .map(Topic::topicName)
                    .toList();
            Map<TopicPartition, OffsetSpec> wanted =
                    admin.describeTopics(topics).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
            return admin.listOffsets(wanted).all().get().entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> entry.getValue()
                            .offset()));
        }
    }

    private static ValidatableResponse rebuild(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/v1/admin/rebuilds")
                .then();
    }

    @Test
    void builds_the_same_and_sends_nothing() throws Exception {
        Map<String, Long> told = told();
        Map<String, Long> counts = counts();
        long findings = number("select count(*) from finding");
        assertThat(number("select count(*) from finding where rule = 'licence-overdrawn' and cleared_at is null"))
                .isPositive();

        ValidatableResponse answer =
                rebuild(Tokens.admin(), "{}").statusCode(200).body("told", equalTo(0));

        String before = answer.extract().path("before");
        String after = answer.extract().path("after");
        assertThat(after).isEqualTo(before).matches("[0-9a-f]{64}");
        settle();
        assertThat(told()).isEqualTo(told);
        assertThat(counts()).isEqualTo(counts);
        assertThat(number("select count(*) from finding")).isEqualTo(findings);
    }

    @Test
    void brings_back_what_was_lost() throws Exception {
        String whole = rebuild(Tokens.admin(), "{}").statusCode(200).extract().path("after");
        settle();
        Map<String, Long> told = told();
        Map<String, Long> counts = counts();

        execute("delete from movement", "delete from open_end", "delete from movement_link");
        ValidatableResponse answer =
                rebuild(Tokens.admin(), "{\"tell\": \"differences\"}").statusCode(200);

        assertThat(answer.extract().<String>path("after")).isEqualTo(whole);
        assertThat(answer.extract().<String>path("before")).isNotEqualTo(whole);
        settle();
        assertThat(counts()).isEqualTo(counts);
        assertThat(told()).isEqualTo(told);
    }

    @Test
    void builds_quietly_where_even_what_was_told_is_lost() throws Exception {
        String whole = rebuild(Tokens.admin(), "{}").statusCode(200).extract().path("after");
        settle();
        Map<String, Long> told = told();

        execute(
                "delete from movement",
                "delete from open_end",
                "delete from movement_link",
                "delete from finding",
                "delete from departure_notice",
                "delete from draw",
                "alter table ledger_entry disable trigger ledger_is_append_only",
                "delete from ledger_entry",
                "alter table ledger_entry enable trigger ledger_is_append_only",
                "delete from account");
        ValidatableResponse answer = rebuild(Tokens.admin(), "{\"tell\": \"nothing\"}")
                .statusCode(200)
                .body("told", equalTo(0));

        assertThat(answer.extract().<String>path("after")).isEqualTo(whole);
        settle();
        assertThat(told()).isEqualTo(told);
    }

    @Test
    void is_for_admins_and_says_what_cannot_be_told() {
        rebuild(Tokens.operator(), "{}").statusCode(403).contentType("application/problem+json");
        rebuild(Tokens.admin(), "{\"tell\": \"everything\"}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/tell"));
    }
}
