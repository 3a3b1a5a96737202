package org.skypatch.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;

/**
 * Bulk ingest: posts reports in arrays and measures until they are taken, and until they are applied; then single
 * consignments that land short, from the import's 202 to an alert that can be read. Next to it the raw limit R: the same
 * bytes through the same broker, and the same rows by COPY into tables with the same indexes.
 */
public final class IngestBenchmark {

    private static final int ARRAY = 500;
    private static final int CONNECTIONS = 4;
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final long PACE_MILLIS = 200;

    private final RunningSystem system;
    private final String run =
            "B" + Long.toString(System.currentTimeMillis() / 1_000, 36).toUpperCase(Locale.ROOT);
    private final Consignments consignments = new Consignments(run);

    private IngestBenchmark(RunningSystem system) {
        this.system = system;
    }

    /**
     * Measures the system on this machine.
     *
     * @param arguments the system's first port, how many events, how many probes
     */
    public static void main(String[] arguments) throws Exception {
        int events = Integer.parseInt(arguments[1]);
        new IngestBenchmark(new RunningSystem(Integer.parseInt(arguments[0])))
                .measure(events, Integer.parseInt(arguments[2]));
    }

    private void measure(int events, int probes)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        speakToTheRegistry();
        say("warming up");
        post(consignments.arrays(Math.min(20_000, events / 5), ARRAY));
        awaitApplied();

        Consignments.Arrays arrays = consignments.arrays(events, ARRAY);
        try (Broker broker = new Broker(system.bootstrapServers())) {
            Map<TopicPartition, Long> before = broker.ends("customs-events");
            system.renewTokens();
            say("posting " + events + " events");
            long begin = System.nanoTime();
            post(arrays);
            long accepted = System.nanoTime();
            awaitApplied();
            long applied = System.nanoTime();

            say("the raw limit: broker");
            List<Broker.Raw> records = broker.read("customs-events", before);
            Duration[] raw = broker.writeAndRead(records, "benchmark-" + run.toLowerCase(Locale.ROOT));
            long bytes =
                    records.stream().mapToLong(record -> record.value().length).sum();
            say("the raw limit: database");
            Tables.Copied copied;
            long allEvents;
            try (Connection connection = system.trackingDatabase()) {
                copied = Tables.copyAll(connection);
                allEvents = count(connection);
            }
            Duration copy = copied.time().multipliedBy(events).dividedBy(allEvents);
            Duration limit = raw[0].plus(raw[1]).plus(copy);
            system.renewTokens();
            say("probing alerts");
            long[] latencies = probe(probes);
            report(events, bytes, nanos(accepted - begin), nanos(applied - begin), raw, copy, limit, latencies);
        }
    }

    private static Duration nanos(long nanos) {
        return Duration.ofNanos(nanos);
    }

    private void speakToTheRegistry() {
        for (String country : List.of("KR", "TH")) {
            system.put("admin", "/registry/v1/coverage/" + country + "-customs", """
                    {"administration": "%s-customs", "eventTypes": ["*"], "groups": ["*"],
                     "completeLists": ["licences", "traders", "quotas"], "from": "2010-01-01"}
                    """.formatted(country));
        }
        system.put("nou.th", "/registry/v1/licences/TH/BENCH-1", """
                {"kind": "import", "holder": "TH-BENCH-1", "commodity": "hcfc-22", "massKg": "900000000000",
                 "validFrom": "2020-01-01", "validUntil": "2039-12-31", "use": "multiple",
                 "exporterCountry": "KR", "importerCountry": "TH"}
                """);
    }

    /** Posts the arrays from several connections, exports and imports in turn. */
    private void post(Consignments.Arrays arrays) throws InterruptedException, ExecutionException {
        record Post(String caller, byte[] body) {}
        ConcurrentLinkedQueue<Post> posts = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < arrays.exports().size(); i++) {
            posts.add(new Post("customs-kr", arrays.exports().get(i)));
            posts.add(new Post("customs-th", arrays.imports().get(i)));
        }
        try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                done.add(connections.submit(() -> {
                    for (Post post = posts.poll(); post != null; post = posts.poll()) {
                        RunningSystem.Answer answer =
                                system.post(post.caller(), "/tracking/v1/customs-events", post.body());
                        if (answer.status() != 202) {
                            throw new IllegalStateException("answered " + answer);
                        }
                    }
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
    }

    private void awaitApplied() throws InterruptedException {
        try (Broker broker = new Broker(system.bootstrapServers())) {
            while (broker.lag("tracking-service", "customs-events") > 0) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery("select count(*) from event_key")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** From the import's 202 until the alert of the short landing can be read, one consignment after the other. */
    private long[] probe(int probes) throws InterruptedException {
        long[] latencies = new long[probes];
        for (int i = 0; i < probes; i++) {
            Consignments.Pair pair = consignments.next(true);
            String movement = system.post(
                            "customs-kr",
                            "/tracking/v1/customs-events",
                            pair.exported().getBytes(StandardCharsets.UTF_8))
                    .body()
                    .at("/receipts/0/id")
                    .asText();
            while (system.get("customs-kr", "/tracking/v1/customs-events/" + movement)
                            .status()
                    != 200) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            system.post(
                    "customs-th", "/tracking/v1/customs-events", pair.imported().getBytes(StandardCharsets.UTF_8));
            long taken = System.nanoTime();
            String alerts = "/notification/v1/alerts?rule=short-landed&movement=" + movement;
            while (system.get("customs-th", alerts).body().path("items").isEmpty()) {
                Thread.sleep(2);
            }
            latencies[i] = System.nanoTime() - taken;
            Thread.sleep(PACE_MILLIS);
        }
        Arrays.sort(latencies);
        return latencies;
    }

    private static void say(String what) {
        System.err.println("  " + what);
    }

    private static void report(
            int events,
            long bytes,
            Duration accepted,
            Duration applied,
            Duration[] raw,
            Duration copy,
            Duration limit,
            long[] latencies) {
        double r = rate(events, limit);
        System.out.printf(
                Locale.ROOT,
                """
                | figure | value | to R |
                |---|---:|---:|
                | accepted (202), events/s | %,.0f | %.3f |
                | applied with findings, events/s | %,.0f | %.3f |
                | raw limit R, events/s | %,.0f | 1 |
                | of it: written to the broker, events/s | %,.0f | |
                | of it: read from the broker, events/s | %,.0f | |
                | of it: rows by COPY, events/s | %,.0f | |
                | from 202 to a readable alert, p50 | %d ms | |
                | from 202 to a readable alert, p99 | %d ms | |

                %,d events in arrays of %d, %,d MB on the topic, %d probes.
                """,
                rate(events, accepted),
                rate(events, accepted) / r,
                rate(events, applied),
                rate(events, applied) / r,
                r,
                rate(events, raw[0]),
                rate(events, raw[1]),
                rate(events, copy),
                latencies[latencies.length / 2] / 1_000_000,
                latencies[Math.min(latencies.length - 1, latencies.length * 99 / 100)] / 1_000_000,
                events,
                ARRAY,
                bytes / 1_000_000,
                latencies.length);
    }

    private static double rate(int events, Duration time) {
        return events * 1e9 / Math.max(1, time.toNanos());
    }
}
