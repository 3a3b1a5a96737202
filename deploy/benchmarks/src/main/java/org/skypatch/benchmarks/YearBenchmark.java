package org.skypatch.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.year.GeneratedMovement;
import org.skypatch.year.Measure;
import org.skypatch.year.Year;

/**
 * A generated year through the running system: the registry's records on its topic, every report through the door of its
 * reporter, in disorder, then time passes. Says of every rule what it found of what was planted, and what nobody planted.
 */
public final class YearBenchmark {

    private static final long SEED = 7;
    private static final int ARRAY = 500;
    private static final int CONNECTIONS = 4;
    private static final int SHUFFLED_AT_ONCE = 100_000;
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofHours(4);
    private static final Instant MIDSUMMER = Instant.parse("2025-07-01T00:00:30Z");
    private static final Instant LONG_AFTER = Instant.parse("2027-06-30T00:00:00Z");

    private final RunningSystem system;
    private final Year year;
    private final ObjectMapper json = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final Map<UUID, Integer> numbers = new ConcurrentHashMap<>();
    private final Random chance = new Random(SEED);
    private long events;

    private YearBenchmark(RunningSystem system, Year year) {
        this.system = system;
        this.year = year;
    }

    /**
     * Measures the system on this machine.
     *
     * @param arguments the system's first port, how many movements
     */
    public static void main(String[] arguments) throws Exception {
        int movements = Integer.parseInt(arguments[1]);
        new YearBenchmark(new RunningSystem(Integer.parseInt(arguments[0])), new Year(SEED, movements)).measure();
    }

    private void measure() throws SQLException, InterruptedException, ExecutionException {
        Measure measure = new Measure();
        say("telling the registry's records");
        tellRecords(measure);
        setClock(MIDSUMMER);
        say("what happened before July");
        long begin = System.nanoTime();
        post(true);
        awaitRead("customs-events");
        Duration first = Duration.ofNanos(System.nanoTime() - begin);
        say("waiting for the snapshot of July");
        await("select count(*) = 0 from transit_snapshot where month = '2025-07-01'");
        setClock(LONG_AFTER);
        say("what happened from July on");
        long again = System.nanoTime();
        post(false);
        awaitRead("customs-events");
        Duration second = Duration.ofNanos(System.nanoTime() - again);
        say("time passes");
        setClock(LONG_AFTER.plus(Duration.ofDays(30)));
        await("select exists (select from deadline where due_at <= '2027-07-01') or exists (select from rejudgement)"
                + " or exists (select from open_end_change)");
        look(measure);
        System.out.println(measure.table());
        double seconds = first.plus(second).toMillis() / 1_000.0;
        System.out.printf(
                Locale.ROOT,
                "%,d events (some sent twice) were taken, joined and judged in %,.0f s: %,.0f events/s.%n",
                events,
                seconds,
                events / seconds);
    }

    private void tellRecords(Measure measure) throws InterruptedException {
        Set<String> told = new HashSet<>();
        try (Broker.Writer writer = new Broker.Writer(system.bootstrapServers(), Topic.REGISTRY_EVENTS.topicName())) {
            year.entered().forEach(record -> tell(record, told, writer));
            year.forEach(movement -> {
                measure.expect(movement);
                movement.records().forEach(record -> tell(record, told, writer));
            });
        }
        awaitRead(Topic.REGISTRY_EVENTS.topicName());
    }

    private void tell(RegistryEvent record, Set<String> told, Broker.Writer writer) {
        String key = record.kind() + ":" + record.key();
        if (told.add(key)) {
            writer.write(key, written(json.convertValue(record, JsonNode.class)));
        }
    }

    private byte[] written(JsonNode node) {
        try {
            return json.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setClock(Instant now) {
        system.put("admin", "/tracking/v1/clock", "{\"now\": \"" + now + "\"}");
    }

    private record Report(String reporter, int number, byte[] body) {}

    /** Posts the reports of what happened in one half of the year, part by part in disorder. */
    private void post(boolean isFirst) throws InterruptedException, ExecutionException {
        List<Report> ahead = new ArrayList<>();
        year.forEach(movement -> {
            for (GeneratedMovement.Report report : movement.reports()) {
                if (report.event().occurredAt().toInstant().isBefore(MIDSUMMER) == isFirst) {
                    Report one = new Report(
                            report.event().reportedBy().value().substring(0, 2).toLowerCase(Locale.ROOT),
                            movement.number(),
                            written(json.convertValue(report.event(), JsonNode.class)));
                    ahead.add(one);
                    if (report.isTwice()) {
                        ahead.add(one);
                    }
                }
            }
            if (ahead.size() >= SHUFFLED_AT_ONCE) {
                send(ahead);
            }
        });
        send(ahead);
    }

    private void send(List<Report> reports) {
        events += reports.size();
        Collections.shuffle(reports, chance);
        Map<String, List<Report>> waiting = new HashMap<>();
        List<List<Report>> arrays = new ArrayList<>();
        for (Report report : reports) {
            List<Report> own = waiting.computeIfAbsent(report.reporter(), none -> new ArrayList<>());
            own.add(report);
            if (own.size() == ARRAY) {
                arrays.add(waiting.remove(report.reporter()));
            }
        }
        arrays.addAll(waiting.values());
        reports.clear();
        Collections.shuffle(arrays, chance);
        system.renewTokens();
        try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> done = new ArrayList<>();
            arrays.forEach(array -> done.add(connections.submit(() -> postArray(array))));
            for (Future<?> one : done) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void postArray(List<Report> array) {
        StringBuilder body = new StringBuilder("[");
        for (Report report : array) {
            body.append(body.length() == 1 ? "" : ",")
                    .append(new String(report.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        RunningSystem.Answer answer = system.post(
                "customs-" + array.getFirst().reporter(),
                "/tracking/v1/customs-events",
                body.append(']').toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        JsonNode receipts = answer.body().path("receipts");
        if (answer.status() != 202 || receipts.size() != array.size()) {
            throw new IllegalStateException("answered " + answer);
        }
        for (int i = 0; i < array.size(); i++) {
            if (!receipts.get(i).path("status").asText().matches("accepted|duplicate")) {
                throw new IllegalStateException("answered " + receipts.get(i));
            }
            numbers.put(
                    UUID.fromString(receipts.get(i).path("id").asText()),
                    array.get(i).number());
        }
    }

    private void awaitRead(String topic) throws InterruptedException {
        try (Broker broker = new Broker(system.bootstrapServers())) {
            while (broker.lag("tracking-service", topic) > 0) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    /** Waits while the database says yes. */
    private void await(String still) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Connection connection = system.trackingDatabase();
                Statement sql = connection.createStatement()) {
            while (System.nanoTime() < end) {
                try (ResultSet rows = sql.executeQuery(still)) {
                    rows.next();
                    if (!rows.getBoolean(1)) {
                        return;
                    }
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
        throw new IllegalStateException("it takes too long: " + still);
    }

    private void look(Measure measure) throws SQLException {
        try (Connection connection = system.trackingDatabase()) {
            connection.setAutoCommit(false);
            try (Statement sql = connection.createStatement()) {
                sql.setFetchSize(10_000);
                try (ResultSet rows = sql.executeQuery(
                        "select array(select event_id from movement_event e where e.movement_id = m.id),"
                                + " (select count(*) from movement_audience a where a.movement_id = m.id"
                                + " and length(a.audience) = 2),"
                                + " array(select f.rule from finding f where f.movement_id = m.id and f.cleared_at is null)"
                                + " from movement m")) {
                    while (rows.next()) {
                        UUID[] ids = (UUID[]) rows.getArray(1).getArray();
                        String[] rules = (String[]) rows.getArray(3).getArray();
                        List<Integer> made = Arrays.stream(ids)
                                .map(numbers::get)
                                .filter(java.util.Objects::nonNull)
                                .toList();
                        if (!made.isEmpty()) {
                            measure.seen(made, rows.getInt(2) > 1, List.of(rules));
                        }
                    }
                }
            }
        }
    }

    private static void say(String what) {
        System.err.println("  " + what);
    }
}
