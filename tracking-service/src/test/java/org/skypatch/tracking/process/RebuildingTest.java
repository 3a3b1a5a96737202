package org.skypatch.tracking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.tracking.finding.rule.RulesInForce;
import org.skypatch.tracking.process.Rebuilding.Rebuilt;
import org.skypatch.tracking.testing.InMemoryTracking;
import org.skypatch.tracking.testing.Policies;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

/** What is built out of the archive is what was, and nothing is said twice. */
class RebuildingTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-12-31T00:00:00Z"), ZoneOffset.UTC);

    private static Judging judging() {
        return new Judging(
                RulesInForce.today((rule, failure) -> {
                    throw failure;
                }),
                Policies.defaults());
    }

    private static CustomsEventProcessing processing(InMemoryTracking tracking) {
        return new CustomsEventProcessing(tracking, judging(), NOW);
    }

    private static Rebuilt rebuilt(InMemoryTracking tracking, boolean isTelling) {
        return new Rebuilding(tracking, processing(tracking), judging(), NOW)
                .rebuild(isTelling)
                .orElseThrow();
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static Stream<Function<Random, List<RecordedEvent>>> kinds() {
        return Stream.of(OrderIndependenceTest::someEvents, OrderIndependenceTest::likeEvents);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ends_in_the_same_state_and_tells_nothing(long seed) {
        kinds().forEach(kind -> {
            Random chance = new Random(seed);
            InMemoryTracking tracking =
                    OrderIndependenceTest.after(OrderIndependenceTest.batches(kind.apply(chance), chance));
            String state = OrderIndependenceTest.state(tracking);
            List<FindingEvent> told = List.copyOf(tracking.told());
            int balances = tracking.ledgers().told().size();

            Rebuilt rebuilt = rebuilt(tracking, true);

            assertThat(OrderIndependenceTest.state(tracking)).isEqualTo(state);
            assertThat(rebuilt.after()).isEqualTo(rebuilt.before());
            assertThat(tracking.told()).isEqualTo(told);
            assertThat(rebuilt.told()).isZero();
            assertThat(tracking.ledgers().told()).hasSize(balances);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void builds_everything_from_the_archive_alone_without_a_word(long seed) {
        kinds().forEach(kind -> {
            Random chance = new Random(seed);
            List<RecordedEvent> events = kind.apply(chance);
            InMemoryTracking live = OrderIndependenceTest.after(OrderIndependenceTest.batches(events, chance));
            InMemoryTracking empty = OrderIndependenceTest.after(List.of());
            CustomsEventProcessing processing = processing(empty);
            processing.archiveOnly(true);
            OrderIndependenceTest.batches(events, chance).forEach(processing::apply);
            assertThat(empty.movements()).isEmpty();

            Rebuilt rebuilt = new Rebuilding(empty, processing, judging(), NOW)
                    .rebuild(false)
                    .orElseThrow();

            assertThat(OrderIndependenceTest.state(empty)).isEqualTo(OrderIndependenceTest.state(live));
            assertThat(rebuilt.after()).isNotEqualTo(rebuilt.before());
            assertThat(empty.told()).isEmpty();
            assertThat(processing.isArchivingOnly()).isFalse();
        });
    }

    @Test
    void raises_the_same_findings_under_the_same_ids() {
        Reports out =
                export("KR").named("E-1").ucr("U-1").at("2026-03-01T00:00:00Z").kg("900", "hcfc-22");
        InMemoryTracking live = new InMemoryTracking(TestRegister.covering("KR", "TH"));
        processing(live).apply(List.of(out.recorded()));
        InMemoryTracking replayed = new InMemoryTracking(TestRegister.covering("KR", "TH"));
        new CustomsEventProcessing(replayed, judging(), Clock.offset(NOW, Duration.ofDays(3)))
                .apply(List.of(out.recorded()));

        assertThat(replayed.told())
                .extracting(FindingEvent::id)
                .containsExactlyElementsOf(
                        live.told().stream().map(FindingEvent::id).toList())
                .isNotEmpty();
    }

    @Test
    void puts_right_what_was_wrong_and_tells_that() {
        InMemoryTracking tracking = new InMemoryTracking(TestRegister.covering("KR", "TH"));
        Reports out =
                export("KR").named("E-1").ucr("U-1").at("2026-03-01T00:00:00Z").kg("900", "hcfc-22");
        Reports in = imported("TH")
                .named("I-1")
                .ucr("U-1")
                .at("2026-03-20T00:00:00Z")
                .kg("900", "hcfc-22");
        processing(tracking).apply(List.of(out.recorded()));
        int told = tracking.told().size();
        CustomsEventProcessing archiving = processing(tracking);
        archiving.archiveOnly(true);
        archiving.apply(List.of(in.recorded()));

        Rebuilt rebuilt = rebuilt(tracking, true);

        assertThat(rebuilt.told()).isPositive();
        assertThat(tracking.told().subList(told, tracking.told().size())).anySatisfy(news -> assertThat(news)
                .isInstanceOfSatisfying(
                        FindingEvent.FindingCleared.class,
                        cleared -> assertThat(cleared.finding().rule().value()).isEqualTo("not-arrived")));
        assertThat(tracking.movements()).hasSize(1);
    }
}
