package org.skypatch.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up consignments of HCFC-22 from Korea to Thailand, the same for the same seed; one in fifty lands short. */
final class Consignments {

    private static final int SHORT_ONE_IN = 50;
    private static final String TEMPLATE = """
            {"eventId":"%1$s-%2$s","type":"%3$s","occurredAt":"%4$s","references":{"ucr":"%2$s","transportDocument":"BL%2$s"},\
            "licences":[{"number":"BENCH-1","issuedBy":"TH"}],\
            "route":{"origin":"KR","dispatch":"KR","destination":"TH","exitOffice":"KRPUS","entryOffice":"THLCH"},\
            "traders":{"exporter":{"id":"KR-BENCH-%5$d","name":"Exporter %5$d Co., Ltd.","country":"KR"},\
            "importer":{"id":"TH-BENCH-%6$d","name":"Importer %6$d Co., Ltd.","country":"TH"}},\
            "goods":[{"commodity":"hcfc-22","netMassKg":"%7$d","hsCode":"2903.71","unNumber":"1018",\
            "packages":{"count":100,"kind":"cylinder","netMassEachKg":"13.6"}}],\
            "transport":{"mode":"sea","containers":["%8$s"],"expectedArrival":"%9$s"}}""";

    private final String run;
    private final Random chance = new Random(7);
    private final OffsetDateTime start = Instant.now()
            .truncatedTo(ChronoUnit.SECONDS)
            .minus(10, ChronoUnit.DAYS)
            .atOffset(ZoneOffset.UTC);
    private int made;

    /**
     * @param run tells the consignments of this run from others'
     */
    Consignments(String run) {
        this.run = run;
    }

    /** Both borders' reports of one consignment. */
    record Pair(String exported, String imported, boolean isShort) {}

    /** Takes every consignment out alike except for those that land short. */
    Pair next() {
        return next(made % SHORT_ONE_IN == 0);
    }

    Pair next(boolean isShort) {
        int number = made++;
        String ucr = "%s%07d".formatted(run, number);
        int exporter = chance.nextInt(500);
        int importer = chance.nextInt(500);
        int kg = 1_000 + chance.nextInt(20_000);
        String container = "BNCU%07d".formatted(number);
        OffsetDateTime left = start.plusSeconds(chance.nextInt(400_000));
        OffsetDateTime arrived = left.plusDays(4);
        return new Pair(
                TEMPLATE.formatted("X", ucr, "export-declared", left, exporter, importer, kg, container, arrived),
                TEMPLATE.formatted(
                        "I",
                        ucr,
                        "import-confirmed",
                        arrived,
                        exporter,
                        importer,
                        isShort ? kg - kg / 10 : kg,
                        container,
                        arrived),
                isShort);
    }

    /** Arrays of so many reports: those of exports and those of imports. */
    record Arrays(List<byte[]> exports, List<byte[]> imports) {}

    Arrays arrays(int events, int size) {
        List<Pair> pairs = IntStream.range(0, events / 2).mapToObj(i -> next()).toList();
        return new Arrays(
                arrays(pairs.stream().map(Pair::exported).toList(), size),
                arrays(pairs.stream().map(Pair::imported).toList(), size));
    }

    private static List<byte[]> arrays(List<String> reports, int size) {
        List<byte[]> arrays = new ArrayList<>();
        for (int from = 0; from < reports.size(); from += size) {
            arrays.add(reports.subList(from, Math.min(reports.size(), from + size)).stream()
                    .collect(Collectors.joining(",", "[", "]"))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return arrays;
    }
}
