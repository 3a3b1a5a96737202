package org.skypatch.tracking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.rule.RulesInForce;
import org.skypatch.tracking.movement.LinkStatement;
import org.skypatch.tracking.process.TrackingRecords.Judgement;
import org.skypatch.tracking.testing.Granted;
import org.skypatch.tracking.testing.InMemoryTracking;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Policies;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

/** Whatever order, repetition and batches the events come in, the movements and their open findings are the same. */
class OrderIndependenceTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-12-31T00:00:00Z"), ZoneOffset.UTC);
    private static final String[] COUNTRIES = {"KR", "TH", "SG", "FR"};
    private static final int ORDERS = 25;

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ends_in_the_same_state_in_any_order(long seed) {
        assertAnyOrderEndsAlike(seed, someEvents(new Random(seed)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ends_in_the_same_state_where_likeness_alone_joins(long seed) {
        assertAnyOrderEndsAlike(seed, likeEvents(new Random(seed)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ends_in_the_same_state_whenever_links_are_made_by_hand(long seed) {
        Random chance = new Random(seed);
        List<RecordedEvent> events = chance.nextBoolean() ? someEvents(chance) : likeEvents(chance);
        assertAnyOrderEndsAlike(seed, events, someStatements(events, chance));
    }

    @Test
    void joins_some_by_hand_alone() {
        assertThat(seeds().filter(seed -> {
                    List<RecordedEvent> events = someEvents(new Random(seed));
                    return !stateAfter(List.of(events))
                            .equals(stateAfter(List.of(events), someStatements(events, new Random(seed))));
                }))
                .hasSizeGreaterThan(30);
    }

    private static void assertAnyOrderEndsAlike(long seed, List<RecordedEvent> events) {
        assertAnyOrderEndsAlike(seed, events, List.of());
    }

    private static void assertAnyOrderEndsAlike(long seed, List<RecordedEvent> events, List<LinkStatement> statements) {
        String expected = stateAfter(List.of(events), statements);

        for (int order = 1; order <= ORDERS; order++) {
            Random chance = new Random(seed * 1_000 + order);
            List<RecordedEvent> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, chance.nextInt(events.size())));
            Collections.shuffle(shuffled, chance);
            List<LinkStatement> said = new ArrayList<>(statements);
            Collections.shuffle(said, chance);
            assertThat(stateAfter(batches(shuffled, chance), said))
                    .as("seed %d, order %d", seed, order)
                    .isEqualTo(expected);
        }
    }

    @Test
    void joins_some_by_likeness_alone() {
        assertThat(seeds().mapToObj(seed -> stateAfter(List.of(likeEvents(new Random(seed))))))
                .filteredOn(state -> state.contains(" probable "))
                .hasSizeGreaterThan(50);
    }

    static List<List<RecordedEvent>> batches(List<RecordedEvent> events, Random chance) {
        List<List<RecordedEvent>> batches = new ArrayList<>();
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + chance.nextInt(4));
            batches.add(events.subList(from, to));
            from = to;
        }
        return batches;
    }

    private static String stateAfter(List<List<RecordedEvent>> batches) {
        return stateAfter(batches, List.of());
    }

    private static String stateAfter(List<List<RecordedEvent>> batches, List<LinkStatement> statements) {
        InMemoryTracking tracking = after(batches, statements);
        return state(tracking) + "\n" + audiences(tracking);
    }

    private static String audiences(InMemoryTracking tracking) {
        return tracking.movements().stream()
                .map(OrderIndependenceTest::audience)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    static InMemoryTracking after(List<List<RecordedEvent>> batches) {
        return after(batches, List.of());
    }

    /** Each statement is made after another batch, the rest of them at the end. */
    private static InMemoryTracking after(List<List<RecordedEvent>> batches, List<LinkStatement> statements) {
        InMemoryTracking tracking = new InMemoryTracking(TestRegister.covering("KR", "TH")
                .demanding("TH", "import-licence", "import", "hcfc-22", "2020-01-01")
                .with("TH/2026/C-I", Granted.quota("TH", 2026, "C-I", "import").kg("700"))
                .holding(Judged.licence("TH", "L-0", "hcfc-22", "500"))
                .holding(Granted.singleUse(Judged.licence("TH", "L-1", "hcfc-22", "60000"))));
        CustomsEventProcessing processing = new CustomsEventProcessing(
                tracking,
                new Judging(
                        RulesInForce.today((rule, failure) -> {
                            throw failure;
                        }),
                        Policies.defaults()),
                NOW);
        LikenessSweep likenesses = new LikenessSweep(tracking, processing, NOW, Duration.ZERO);
        List<LinkStatement> unsaid = new ArrayList<>(statements);
        batches.forEach(batch -> {
            processing.apply(batch);
            if (!unsaid.isEmpty()) {
                say(unsaid.removeFirst(), tracking, processing);
            }
            if (batch.size() % 2 == 0) {
                likenesses.sweep();
            }
        });
        unsaid.forEach(statement -> say(statement, tracking, processing));
        while (likenesses.sweep() > 0) {}
        OverdueSweep sweep = new OverdueSweep(tracking, processing, NOW);
        while (sweep.sweep() > 0) {
            // What others' imports bear on is judged again.
        }
        tracking.ledgers().accounts().forEach((account, ledger) -> assertThat(
                        ledger.drawn().plus(ledger.pending()))
                .as("the account %s equals its entries", account)
                .isEqualTo(tracking.ledgers().entries(account)));
        return tracking;
    }

    /** What must not depend on order. */
    static String state(InMemoryTracking tracking) {
        return tracking
                .whole()
                .statesOf(tracking.movements().stream()
                        .map(row -> row.movement().id())
                        .toList())
                .stream()
                .map(CanonicalState.OfMovement::line)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static void say(LinkStatement statement, InMemoryTracking tracking, CustomsEventProcessing processing) {
        tracking.run(records -> {
            records.manualLinks().say(statement);
            List<RecordedEvent> ends = records.eventsSharing(Set.of(), Set.of(statement.one(), statement.other()));
            if (!ends.isEmpty()) {
                processing.join(ends, new HashSet<>(), records);
            }
        });
    }

    /** What both sides, an operator, and now and then one who thinks better of it, say of a few pairs of events. */
    private static List<LinkStatement> someStatements(List<RecordedEvent> events, Random chance) {
        Map<UUID, List<LinkStatement>> statements = new TreeMap<>();
        for (int i = 0; i < 6; i++) {
            RecordedEvent a = events.get(chance.nextInt(events.size()));
            RecordedEvent b = events.get(chance.nextInt(events.size()));
            if (a.id().equals(b.id())) {
                continue;
            }
            RecordedEvent one = a.id().compareTo(b.id()) < 0 ? a : b;
            RecordedEvent other = one == a ? b : a;
            CountryCode oneSide = one.event().reportingCountry().orElseThrow();
            CountryCode otherSide = other.event().reportingCountry().orElseThrow();
            List<@Nullable CountryCode> voices = new ArrayList<>(List.of(oneSide));
            if (chance.nextInt(4) > 0) {
                voices.add(otherSide.equals(oneSide) || chance.nextInt(5) == 0 ? null : otherSide);
            }
            List<LinkStatement> said = new ArrayList<>();
            for (CountryCode voice : voices) {
                int changes = 1 + (chance.nextInt(4) == 0 ? 1 : 0);
                for (int ordinal = 1; ordinal <= changes; ordinal++) {
                    said.add(new LinkStatement(
                            one.id(),
                            oneSide,
                            other.id(),
                            otherSide,
                            ordinal,
                            ordinal == 1,
                            voice,
                            AdministrationId.of("XX-any"),
                            Instant.parse("2026-06-01T00:00:00Z"),
                            "by hand"));
                }
            }
            statements.put(said.getFirst().link(), said);
        }
        return statements.values().stream().flatMap(List::stream).toList();
    }

    /** Whose movement it is does not depend on order either. */
    private static String audience(Judgement row) {
        return row.movement().events().stream()
                        .map(event ->
                                event.event().reportedBy() + "/" + event.event().eventId())
                        .sorted()
                        .toList()
                + " " + new TreeSet<>(row.movement().audience());
    }

    /** Reports of a few consignments that share references now and then, amend and cancel each other, and contradict. */
    static List<RecordedEvent> someEvents(Random chance) {
        List<RecordedEvent> events = new ArrayList<>();
        int many = 8 + chance.nextInt(10);
        for (int i = 0; i < many; i++) {
            String reporter = COUNTRIES[chance.nextInt(COUNTRIES.length)];
            Reports report =
                    switch (chance.nextInt(9)) {
                        case 8 ->
                            report(CustomsEventType.RE_EXPORT_DECLARED, "TH").between("TH", "KR");
                        case 0, 1 -> export("KR");
                        case 2, 3 -> imported("TH");
                        case 4 -> report(CustomsEventType.TRANSIT_ENTERED, reporter);
                        case 5 -> report(CustomsEventType.GOODS_SEIZED, reporter);
                        case 6 ->
                            report(CustomsEventType.DECLARATION_AMENDED, "KR")
                                    .correcting(
                                            "E-" + chance.nextInt(many),
                                            "2026-05-0" + (1 + chance.nextInt(9)) + "T00:00:00Z");
                        default ->
                            report(CustomsEventType.DECLARATION_CANCELLED, "KR")
                                    .correcting("E-" + chance.nextInt(many), "2026-05-10T00:00:00Z");
                    };
            report.named("E-" + i)
                    .at("2026-0%d-%02dT00:00:00Z".formatted(1 + chance.nextInt(6), 1 + chance.nextInt(28)))
                    .recordedAfter(Duration.ofHours(chance.nextInt(300)))
                    .kg(Integer.toString(100 * (1 + chance.nextInt(3))), chance.nextBoolean() ? "hcfc-22" : "hfc-134a");
            if (chance.nextInt(3) == 0) {
                report.to("IMPORTER-" + chance.nextInt(2));
                events.add(report.recorded());
                continue;
            }
            if (chance.nextInt(3) > 0) {
                report.ucr("U-" + chance.nextInt(4));
            }
            if (chance.nextInt(3) == 0) {
                report.billOfLading("B-" + chance.nextInt(3));
            }
            if (chance.nextInt(3) == 0) {
                report.in("C-" + chance.nextInt(3));
            }
            if (chance.nextInt(4) == 0) {
                report.declaration("D-" + chance.nextInt(3));
            }
            if (chance.nextInt(4) == 0) {
                report.citing("TH/L-" + chance.nextInt(2));
            }
            if (chance.nextInt(2) == 0) {
                report.to("IMPORTER-" + chance.nextInt(2));
            }
            if (chance.nextInt(5) == 0) {
                report.through("SG");
            }
            if (chance.nextInt(6) == 0) {
                report.between("KR", reporter.equals("KR") ? "SG" : reporter);
            }
            events.add(report.recorded());
        }
        return events;
    }

    /** Departures and arrivals without references that are like each other, and now and then a reference or correction. */
    static List<RecordedEvent> likeEvents(Random chance) {
        List<RecordedEvent> events = new ArrayList<>();
        int many = 4 + chance.nextInt(8);
        for (int i = 0; i < many; i++) {
            Reports report = chance.nextInt(2) == 0 ? export("KR") : imported("TH");
            if (chance.nextInt(8) == 0) {
                report = report(CustomsEventType.DECLARATION_CANCELLED, "KR")
                        .correcting("E-" + chance.nextInt(many), "2026-05-10T00:00:00Z");
            }
            report.named("E-" + i)
                    .at("2026-0%d-%02dT00:00:00Z".formatted(3 + chance.nextInt(2), 1 + chance.nextInt(28)))
                    .recordedAfter(Duration.ofHours(chance.nextInt(300)))
                    .kg(Integer.toString(1000 + 10 * chance.nextInt(5)), "hcfc-22")
                    .to("IMPORTER-" + chance.nextInt(2));
            if (chance.nextInt(6) == 0) {
                report.ucr("U-" + chance.nextInt(2));
            }
            events.add(report.recorded());
        }
        return events;
    }
}
