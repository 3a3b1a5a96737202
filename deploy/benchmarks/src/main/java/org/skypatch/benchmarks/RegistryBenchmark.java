package org.skypatch.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.sample.NationalSheet;

/**
 * The registry among a million licences and 200,000 traders: licence checks and searches of the catalogue at a fixed rate,
 * then country sheets of up to 100,000 rows, with the memory that the service takes meanwhile.
 */
public final class RegistryBenchmark {

    private static final int TRADERS = 200_000;
    private static final int PER_SECOND = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final int MISS_ONE_IN = 5;
    private static final int TRADERS_OF_SHEET = 20_000;
    private static final int LICENCES_OF_SHEET = 50_000;
    private static final int LARGEST_SHEET = 100_000;
    private static final List<String> WORDS = List.of(
            "text=chlorodifluoromethane",
            "text=R-22",
            "text=HCFC%2022",
            "text=r410a",
            "text=Freon",
            "text=Forane%2022",
            "text=clorodifluorometan",
            "text=tetrafluoroethane",
            "text=methyl%20bromide",
            "text=halon%201301",
            "text=lead%20batteries",
            "tradeName=Suva",
            "tradeName=Genetron",
            "text=trichlorfluormethan",
            "hs=2903.71",
            "hs=3827",
            "cas=75-45-6",
            "cas=811-97-2",
            "un=1018",
            "un=3159",
            "waste=A1160",
            "waste=Y31");

    private final RunningSystem system;
    private final Path data;
    private final int licences;
    private final Duration time;

    private RegistryBenchmark(RunningSystem system, Path data, int licences, Duration time) {
        this.system = system;
        this.data = data;
        this.licences = licences;
        this.time = time;
    }

    /**
     * Measures the system on this machine.
     *
     * @param arguments the system's first port, its data directory, how many licences, how many seconds of each kind of
     *     request
     */
    public static void main(String[] arguments) throws Exception {
        new RegistryBenchmark(
                        new RunningSystem(Integer.parseInt(arguments[0])),
                        Path.of(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Duration.ofSeconds(Long.parseLong(arguments[3])))
                .measure();
    }

    private void measure() throws SQLException, IOException, InterruptedException {
        say("putting in " + licences + " licences and " + TRADERS + " traders");
        try (Connection registry = system.registryDatabase()) {
            RegistryRows.copyTraders(registry, TRADERS);
            RegistryRows.copyLicences(registry, licences, TRADERS);
            RegistryRows.analyze(registry);
        }
        System.out.println(
                "| " + PER_SECOND + " requests/s | p50, ms | p90, ms | p99, ms | max, ms | not answered 200 |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        open("licence check", this::check);
        open("catalogue search", this::search);
        open("both by turns", i -> i % 2 == 0 ? check(i / 2) : search(i / 2));
        System.out.println();
        System.out.println("| sheet | rows | received, s | checked, s | applied, s | rows/s | most resident, MiB |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|");
        NationalSheet national = new NationalSheet("NP", 42);
        sheet("nou.np", "traders", TRADERS_OF_SHEET, national.traders(TRADERS_OF_SHEET));
        sheet("nou.np", "licences", LICENCES_OF_SHEET, national.licences(LICENCES_OF_SHEET, TRADERS_OF_SHEET));
        sheet("nou.py", "licences", LARGEST_SHEET, new NationalSheet("PY", 7).licences(LARGEST_SHEET, 30_000));
    }

    private interface Sending {
        CompletionStage<Integer> of(int place);
    }

    private void open(String what, Sending sending) throws InterruptedException {
        say(what);
        system.renewTokens();
        system.signIn(
                RegistryRows.COUNTRIES.stream().map(RegistryBenchmark::customs).toList());
        OpenLoop.run(PER_SECOND, WARM_UP, sending::of);
        OpenLoop.Measured measured = OpenLoop.run(PER_SECOND, time, sending::of);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f | %d |%n",
                what,
                measured.millis(50),
                measured.millis(90),
                measured.millis(99),
                measured.micros().getMaxValue() / 1_000.0,
                measured.refused());
    }

    /** A paper shown to its issuer's customs; one in five has its last digit altered, so that near misses are looked for. */
    private CompletionStage<Integer> check(int place) {
        int chosen = new Random(place).nextInt(licences);
        RegistryRows.Licence licence = RegistryRows.licence(chosen, TRADERS);
        String number = licence.number();
        if (place % MISS_ONE_IN == 0) {
            number = number.substring(0, number.length() - 1) + "X";
        }
        return system.postLater(customs(licence.issuer()), "/registry/v1/licence-checks", """
                {"issuer": "%s", "number": "%s", "holder": "%s", "commodity": "%s", "massKg": "500",
                 "dispatch": "%s", "destination": "%s"}""".formatted(
                licence.issuer(), number, licence.holder(), licence.commodity(), licence.exporter(), licence.issuer()));
    }

    private CompletionStage<Integer> search(int place) {
        String country = RegistryRows.COUNTRIES.get(place % RegistryRows.COUNTRIES.size());
        return system.getLater(customs(country), "/registry/v1/catalogue?" + WORDS.get(place % WORDS.size()));
    }

    private static String customs(String country) {
        return "customs-" + country.toLowerCase(Locale.ROOT);
    }

    private void sheet(String caller, String kind, int rows, Stream<String> lines)
            throws IOException, InterruptedException {
        say("a sheet of " + rows + " " + kind);
        system.renewTokens();
        byte[] csv = lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
        try (Resident resident = Resident.of(data, "registry")) {
            long begin = System.nanoTime();
            RunningSystem.Answer sent = system.post(caller, "/registry/v1/imports?kind=" + kind, "text/csv", csv);
            long received = System.nanoTime();
            String path = "/registry/v1/imports/"
                    + URLEncoder.encode(sent.body().path("id").asText(), StandardCharsets.UTF_8);
            awaitState(caller, path, "checked");
            long checked = System.nanoTime();
            RunningSystem.Answer applying = system.post(caller, path + "/apply", new byte[0]);
            if (applying.status() != 202) {
                throw new IllegalStateException("answered " + applying);
            }
            awaitState(caller, path, "applied");
            long applied = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %.1f | %.1f | %.1f | %,.0f | %d |%n",
                    kind,
                    rows,
                    (received - begin) / 1e9,
                    (checked - received) / 1e9,
                    (applied - checked) / 1e9,
                    rows * 1e9 / (applied - begin),
                    resident.most());
        }
    }

    private void awaitState(String caller, String path, String state) throws InterruptedException {
        while (true) {
            JsonNode job = system.get(caller, path + "?limit=1").body();
            String now = job.path("state").asText();
            if (now.equals(state)) {
                return;
            }
            if (now.equals("failed") || now.equals("refused")) {
                throw new IllegalStateException("the import ended so: " + job);
            }
            Thread.sleep(200);
        }
    }

    private static void say(String what) {
        System.err.println("  " + what);
    }
}
