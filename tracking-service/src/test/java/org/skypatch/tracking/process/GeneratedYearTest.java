package org.skypatch.tracking.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.tracking.finding.rule.RulesInForce;
import org.skypatch.tracking.ingest.Stories;
import org.skypatch.tracking.movement.EventIds;
import org.skypatch.tracking.process.TrackingRecords.Judgement;
import org.skypatch.tracking.register.Cited;
import org.skypatch.tracking.register.Register;
import org.skypatch.tracking.testing.InMemoryTracking;
import org.skypatch.tracking.testing.MovingClock;
import org.skypatch.tracking.testing.Policies;
import org.skypatch.year.GeneratedMovement;
import org.skypatch.year.Measure;
import org.skypatch.year.Year;

/** A generated year goes through the real core in disorder; the rules find what is planted in it, and little else. */
class GeneratedYearTest {

    private static final int MOVEMENTS = Integer.getInteger("year.movements", 10_000);
    /** Rules that find something where both ends of a movement carry too little to be joined. */
    private static final Set<String> BY_SILENCE = Set.of("not-arrived", "enquiry-open", "arrival-without-export");

    /** So many movements may stay in pieces: two in a thousand. */
    private static final int MOST_UNJOINED = MOVEMENTS / 500;

    private static final int BATCH = 2_000;
    private static final Instant MIDSUMMER = Instant.parse("2025-07-01T00:00:30Z");
    private static final Instant LONG_AFTER = Instant.parse("2027-06-30T00:00:00Z");

    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final Random chance = new Random(2025);

    @Test
    void finds_what_is_planted_and_little_else() throws Exception {
        Measure measure = measured(new Year(7, MOVEMENTS));
        Files.writeString(Path.of("target", "generated-year.md"), measure.table() + "\n" + measure.rows());

        for (Measure.Row row : measure.rows()) {
            assertThat(row.found()).as("found of %s: %s", row.rule(), row).isEqualTo(row.planted());
            assertThat(row.unplanted())
                    .as("not planted: %s", row)
                    .isLessThanOrEqualTo(BY_SILENCE.contains(row.rule()) ? MOST_UNJOINED : 0);
        }
        assertThat(measure.mixed()).as("joined wrongly").isZero();
        assertThat(measure.split()).as("left in pieces").hasSizeLessThanOrEqualTo(MOST_UNJOINED);
    }

    private Measure measured(Year year) {
        Measure measure = new Measure();
        Map<String, RegistryEvent> records = new LinkedHashMap<>();
        List<GeneratedMovement> movements = new ArrayList<>();
        year.shipped().forEach(record -> records.put(record.kind() + ":" + record.key(), record));
        year.entered().forEach(record -> records.put(record.kind() + ":" + record.key(), record));
        year.forEach(movement -> {
            measure.expect(movement);
            movement.records().forEach(record -> records.put(record.kind() + ":" + record.key(), record));
            movements.add(movement);
        });
        Register register = Register.of(records.values());
        InMemoryTracking tracking = new InMemoryTracking(register, Cited.of(records.values()));
        MovingClock clock = new MovingClock(MIDSUMMER);
        CustomsEventProcessing processing = new CustomsEventProcessing(
                tracking,
                new Judging(
                        RulesInForce.today((rule, failure) -> {
                            throw failure;
                        }),
                        Policies.defaults()),
                clock);
        apply(movements, true, processing, register);
        new CorridorSnapshots(tracking, clock).take();
        clock.moveTo(LONG_AFTER);
        apply(movements, false, processing, register);
        LikenessSweep likenesses = new LikenessSweep(tracking, processing, clock, Duration.ZERO);
        while (likenesses.sweep() > 0) {}
        OverdueSweep sweep = new OverdueSweep(tracking, processing, clock);
        while (sweep.sweep() > 0) {}
        for (Judgement row : tracking.movements()) {
            measure.seen(
                    row.movement().events().stream()
                            .map(event -> numbers.get(event.id()))
                            .toList(),
                    row.movement().audience().size() > 1,
                    row.open().stream().map(finding -> finding.rule().value()).toList());
        }
        return measure;
    }

    /** Applies what happened in one half of the year, shuffled, in batches, some of it twice. */
    private void apply(
            List<GeneratedMovement> movements, boolean isFirst, CustomsEventProcessing processing, Register register) {
        List<RecordedEvent> events = new ArrayList<>();
        for (GeneratedMovement movement : movements) {
            for (GeneratedMovement.Report report : movement.reports()) {
                if (report.event().occurredAt().toInstant().isBefore(MIDSUMMER) == isFirst) {
                    RecordedEvent event = recorded(report.event(), report.recordedAt(), register);
                    numbers.put(event.id(), movement.number());
                    events.add(event);
                    if (report.isTwice()) {
                        events.add(event);
                    }
                }
            }
        }
        Collections.shuffle(events, chance);
        for (int from = 0; from < events.size(); from += BATCH) {
            processing.apply(events.subList(from, Math.min(events.size(), from + BATCH)));
        }
    }

    private static RecordedEvent recorded(CustomsEvent event, Instant at, Register register) {
        return new RecordedEvent(
                EventIds.of(event.reportedBy(), event.eventId()),
                at,
                "%064x".formatted(event.hashCode() & 0xffffffffL),
                Stories.warnings(event, register.catalogue()),
                event);
    }
}
