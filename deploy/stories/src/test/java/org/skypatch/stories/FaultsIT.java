package org.skypatch.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing is lost after 202 and nothing counts twice, whatever dies meanwhile. */
@ExtendWith(OnTheWholeSystem.class)
class FaultsIT {

    private static final String EVENTS = "/tracking/v1/customs-events";
    private static final int PAIRS = 25_000;
    private static final int PER_ARRAY = 500;
    private static final int LICENCES = 50;
    private static final Duration LONG = Duration.ofMinutes(4);

    private final WholeSystem system;
    private final Skypatch skypatch;

    FaultsIT(WholeSystem system, Skypatch skypatch) {
        this.system = system;
        this.skypatch = skypatch;
    }

    @BeforeEach
    void set_the_clock() {
        skypatch.setClock(Instant.parse("2026-09-10T00:00:00Z"));
    }

    @Test
    void every_event_counts_once_when_tracking_is_killed_in_the_middle() throws Exception {
        String run = "kill" + UUID.randomUUID().toString().substring(0, 8);
        for (int licence = 0; licence < LICENCES; licence++) {
            skypatch.put(Account.ozoneUnit("VN"), "/registry/v1/licences/VN/" + licence(run, licence), """
                            {"kind": "import", "holder": "VN-FAULT", "counterpart": "MY-FAULT", "commodity": "hcfc-22",
                             "massKg": "9000000", "validFrom": "2026-01-01", "validUntil": "2026-12-31",
                             "use": "multiple", "exporterCountry": "MY", "importerCountry": "VN"}
                            """)
                    .orFail();
        }
        List<CompletableFuture<Void>> halfway = List.of(new CompletableFuture<>(), new CompletableFuture<>());
        Map<String, Account> last = new HashMap<>();
        try (ExecutorService reporters = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> exports = reporters.submit(() -> postAll(run, "MY", halfway.getFirst()));
            Future<String> imports = reporters.submit(() -> postAll(run, "VN", halfway.getLast()));
            halfway.getFirst().get(2, TimeUnit.MINUTES);
            system.kill(WholeSystem.Service.TRACKING);
            last.put(exports.get(), Account.customs("MY"));
            last.put(imports.get(), Account.customs("VN"));
        }

        long applied = Patience.of(LONG).until(() -> keysOf(run), count -> count >= 2L * PAIRS);
        assertThat(applied).isEqualTo(2L * PAIRS);
        last.forEach((id, reporter) -> Report.awaitApplied(skypatch, reporter, id));
        for (int licence = 0; licence < LICENCES; licence++) {
            String query = "/tracking/v1/balances?licence=" + Skypatch.encoded("VN/" + licence(run, licence));
            BigDecimal expected = BigDecimal.valueOf((long) PAIRS / LICENCES * 10);
            Observed.Balance balance = Patience.ofStories()
                    .until(
                            () -> Observed.Balance.of(skypatch.get(Account.ozoneUnit("VN"), query)
                                    .orFail()
                                    .json()),
                            now -> now.drawnKg().compareTo(expected) == 0);
            assertThat(balance.drawnKg()).isEqualByComparingTo(expected);
            assertThat(balance.pendingKg()).isEqualByComparingTo("0");
        }
        assertThat(movementsWithTwoEvents(run)).isEqualTo(PAIRS);
    }

    private static String licence(String run, int number) {
        return run + "-" + number;
    }

    /** Posts one side of all pairs in arrays, each again until it is taken; the id of the last event. */
    private String postAll(String run, String reporter, CompletableFuture<Void> halfway) {
        String lastId = "";
        for (int first = 0; first < PAIRS; first += PER_ARRAY) {
            String array = IntStream.range(first, first + PER_ARRAY)
                    .mapToObj(i -> event(run, reporter, i).toString())
                    .toList()
                    .toString();
            Answer answer = Patience.of(LONG).until(() -> tryToPost(Account.customs(reporter), array), Answer::isGood);
            List<JsonNode> receipts = Json.elements(answer.orFail().json().path("receipts"));
            assertThat(receipts).hasSize(PER_ARRAY).allMatch(receipt -> List.of("accepted", "duplicate")
                    .contains(receipt.path("status").asText()));
            lastId = Json.text(receipts.getLast(), "id");
            if (first >= PAIRS / 2) {
                halfway.complete(null);
            }
        }
        return lastId;
    }

    private Answer tryToPost(Account reporter, String array) {
        try {
            Answer answer = skypatch.post(reporter, EVENTS, array);
            assertThat(answer.status()).as(answer.body()).isIn(202, 502, 503, 504);
            return answer;
        } catch (Failure connectionLost) {
            return new Answer(EVENTS, 503, HttpHeaders.of(Map.of(), (a, b) -> true), "");
        }
    }

    private static Report event(String run, String reporter, int i) {
        String id = run + "-" + i;
        return (reporter.equals("MY")
                        ? Report.exported(id, "MY", "VN", "2026-09-01T08:00:00Z", "10")
                        : Report.imported(id, "MY", "VN", "2026-09-05T08:00:00Z", "10"))
                .reference("ucr", id)
                .licence("VN", licence(run, i % LICENCES));
    }

    /** How many of the run's events are applied: the interface has no counts, on purpose. */
    private long keysOf(String run) {
        return count(
                "select count(*) from event_reference r join event_key k on k.id = r.event_id"
                        + " where r.value like ? and r.kind = 'UCR'",
                stored(run));
    }

    private long movementsWithTwoEvents(String run) {
        return count(
                "select count(*) from (select e.movement_id from movement_event e"
                        + " join event_reference r using (event_id) where r.value like ? and r.kind = 'UCR'"
                        + " group by e.movement_id having count(distinct e.event_id) = 2) as whole",
                stored(run));
    }

    /** How the references of a run are kept: within the country of dispatch, in capitals. */
    private static String stored(String run) {
        return "MY/" + run.toUpperCase(Locale.ROOT) + "-%";
    }

    private long count(String sql, String parameter) {
        try (Connection connection = system.database(WholeSystem.Service.TRACKING);
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new Failure(sql, e);
        }
    }

    @Test
    void nothing_is_accepted_while_the_broker_is_down() {
        Report before = report("broker-before");
        before.apply(skypatch);
        system.stopBroker();
        try {
            for (int i = 0; i < 3; i++) {
                Answer refused = skypatch.post(
                        Account.customs("MY"),
                        EVENTS,
                        report("broker-down-" + i).toString());
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isPresent();
                assertThat(refused.header("Content-Type"))
                        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            }
        } finally {
            system.startBroker();
        }

        Report after = report("broker-after");
        Answer taken = Patience.ofStories()
                .until(() -> skypatch.post(Account.customs("MY"), EVENTS, after.toString()), Answer::isGood);
        String id = Json.text(taken.orFail().json().path("receipts").path(0), "id");
        Report.awaitApplied(skypatch, Account.customs("MY"), id);
    }

    @Test
    void what_comes_in_while_the_database_is_down_is_applied_when_it_is_back() {
        Report before = report("database-before");
        before.apply(skypatch);
        List<Report> reports = IntStream.range(0, 20)
                .mapToObj(i -> report("database-down-" + i))
                .toList();
        Map<Report, Answer> answers = new HashMap<>();
        system.stopDatabase();
        try {
            for (Report each : reports) {
                answers.put(each, skypatch.post(Account.customs("MY"), EVENTS, each.toString()));
            }
        } finally {
            system.startDatabase();
        }

        assertThat(answers.values())
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isIn(202, 503));
        answers.values().stream()
                .filter(Answer::isGood)
                .map(answer -> Json.text(answer.json().path("receipts").path(0), "id"))
                .forEach(id -> Report.awaitApplied(skypatch, Account.customs("MY"), id));
        report("database-after").apply(skypatch);
    }

    @Test
    void a_poison_record_is_parked_with_its_reason_and_the_others_go_on() throws Exception {
        byte[] poison = ("{\"poison\": \"" + UUID.randomUUID() + "\"").getBytes(StandardCharsets.UTF_8);
        Map<String, Object> settings = Map.of("bootstrap.servers", system.bootstrapServers(), "acks", "all");
        int partitions;
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            partitions = producer.partitionsFor("customs-events").size();
            for (int partition = 0; partition < partitions; partition++) {
                producer.send(new ProducerRecord<>("customs-events", partition, null, poison))
                        .get();
            }
        }

        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4 * partitions; i++) {
            ids.add(report("poison-after-" + UUID.randomUUID()).apply(skypatch));
        }
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(parked(poison)).as("every partition's poison record").hasSize(partitions);
        assertThat(parked(poison)).allSatisfy(record -> assertThat(
                        StreamSupport.stream(record.headers().spliterator(), false)
                                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                                .toList()
                                .toString())
                .containsIgnoringCase("reason"));
    }

    /** The records with this content on the topic of what was parked. */
    private List<ConsumerRecord<byte[], byte[]>> parked(byte[] content) {
        Map<String, Object> settings = Map.of("bootstrap.servers", system.bootstrapServers());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("customs-events-parked").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            Patience.of(Duration.ofSeconds(20))
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(300)).forEach(found::add);
                                return found.stream()
                                        .filter(record -> Arrays.equals(record.value(), content))
                                        .count();
                            },
                            count -> count >= 6);
            return found.stream()
                    .filter(record -> Arrays.equals(record.value(), content))
                    .toList();
        }
    }

    private static Report report(String id) {
        return Report.exported("fault-" + id, "MY", "VN", "2026-09-01T08:00:00Z", "10")
                .reference("ucr", "fault-" + id);
    }

    @Test
    void a_request_that_was_cut_off_can_be_sent_again() {
        Report report = report("again-" + UUID.randomUUID());
        String first = report.apply(skypatch);

        JsonNode receipt = report.post(skypatch);

        assertThat(Optional.of(receipt.path("id").asText())).contains(first);
        assertThat(receipt.path("status").asText()).isEqualTo("duplicate");
    }
}
