package org.skypatch.registry.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.registry.LateAnnouncement;
import org.skypatch.contracts.registry.MovementDocument;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.contracts.registry.ShipmentState;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.authority.Unions;
import org.skypatch.registry.clock.Clocked;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.clock.TaskKind;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;

/**
 * The clocks of a shipment, by the law of the States concerned: the facility's State must report the receipt of what has
 * started, see that the facility confirms it in writing, and that it certifies the disposal of what was received. The
 * Convention names no number of days for any of them, so a clock runs only where a State's own law, or its union's, does;
 * from a start event that the registry itself was told.
 */
public final class ShipmentClocks implements Clocked<ShipmentFact> {

    private static final List<String> RECEIPT = List.of("receipt");
    private static final List<String> CERTIFICATE = List.of("certificate", "disposal");

    private final Unions unions;

    public ShipmentClocks(Unions unions) {
        this.unions = unions;
    }

    @Override
    public RecordKind<ShipmentFact> kind() {
        return RecordKind.SHIPMENT;
    }

    /** What a clock waits for: the limits that set it, the task that it is, and what starts it, the latest first. */
    private record Awaited(List<String> limits, TaskKind task, List<Start> starts) {}

    /** An event that the registry knows, by the word that a limit's start event has of it. */
    private record Start(String word, @Nullable LocalDate on) {}

    @Override
    public List<RunningClock> clocks(String name, ShipmentFact shipment, Limits limits) {
        ClockMaking making = new ClockMaking(limits, unions);
        Stream<RunningClock> running = awaited(shipment).flatMap(awaited -> awaited.limits().stream()
                .flatMap(limit -> binding(shipment, awaited, limit, making)));
        return Stream.concat(running, announcedLate(shipment, making).stream()).toList();
    }

    private static Stream<Awaited> awaited(ShipmentFact shipment) {
        Start started = new Start("start", shipment.startedOn());
        Start received = new Start("recei", shipment.receivedOn());
        Start disposed = new Start("dispos", shipment.completedOn());
        return switch (shipment.state()) {
            case STARTED -> Stream.of(new Awaited(RECEIPT, TaskKind.SHIPMENT_TO_RECEIVE, List.of(started)));
            case RECEIVED, PART_REJECTED ->
                Stream.of(
                                Optional.of(new Awaited(RECEIPT, TaskKind.SHIPMENT_TO_CONFIRM, List.of(received)))
                                        .filter(awaited -> !isReceiptSigned(shipment)),
                                Optional.of(new Awaited(
                                        CERTIFICATE, TaskKind.SHIPMENT_TO_COMPLETE, List.of(disposed, received))))
                        .flatMap(Optional::stream);
            case PRE_ANNOUNCED, REJECTED, COMPLETED, CANCELLED -> Stream.empty();
        };
    }

    /** The facility's own signature in block 18 is its written confirmation; the State's report alone is not. */
    private static boolean isReceiptSigned(ShipmentFact shipment) {
        MovementDocument document = shipment.document();
        return document != null && document.receipt() != null;
    }

    /**
     * A State that must act may be bound by its own law and by that of the State of export: each runs for itself, one law
     * that binds both runs once.
     */
    private static Stream<RunningClock> binding(
            ShipmentFact shipment, Awaited awaited, String limitId, ClockMaking making) {
        Optional<RunningClock> own = clock(shipment, awaited, limitId, shipment.importCountry(), making);
        Optional<RunningClock> exporters = clock(shipment, awaited, limitId, shipment.exportCountry(), making)
                .filter(other -> own.filter(one -> one.limit().equals(other.limit())
                                && one.startedAt().equals(other.startedAt()))
                        .isEmpty());
        return Stream.concat(own.stream(), exporters.stream());
    }

    private static Optional<RunningClock> clock(
            ShipmentFact shipment, Awaited awaited, String limitId, CountryCode state, ClockMaking making) {
        return awaited.starts().stream()
                .flatMap(start -> clock(shipment, awaited.task(), limitId, state, start, making).stream())
                .findFirst();
    }

    private static Optional<RunningClock> clock(
            ShipmentFact shipment, TaskKind task, String limitId, CountryCode state, Start start, ClockMaking making) {
        LocalDate from = start.on();
        return from == null
                ? Optional.empty()
                : making.limit(state, limitId, from)
                        .filter(limit -> limit.direction().equals("after")
                                && limit.startsWith().contains(start.word()))
                        .map(limit -> making.clock(
                                limitId + "/" + state,
                                limit,
                                task,
                                from,
                                shipment.importCountry(),
                                ClockMaking.sentence(
                                        task.sentence(),
                                        shipment.notification(),
                                        shipment.exportCountry(),
                                        state,
                                        shipment.serial())));
    }

    /** Until it starts, those whose law was missed, and the State of export, may still have it put off. */
    private static Optional<RunningClock> announcedLate(ShipmentFact shipment, ClockMaking making) {
        LateAnnouncement late = shipment.announcedLate();
        LocalDate announcedOn = shipment.announcedOn();
        if (late == null || announcedOn == null || shipment.state() != ShipmentState.PRE_ANNOUNCED) {
            return Optional.empty();
        }
        int slash = late.limit().indexOf('/');
        List<SentenceArgument> words = new ArrayList<>(ClockMaking.sentence(
                        TaskKind.SHIPMENT_ANNOUNCED_LATE.sentence(),
                        shipment.notification(),
                        shipment.exportCountry(),
                        shipment.exportCountry(),
                        shipment.serial())
                .arguments());
        words.add(SentenceArgument.plain("planned", shipment.plannedOn()));
        words.add(SentenceArgument.plain("announced", announcedOn));
        words.add(SentenceArgument.plain("lastDay", late.lastDay()));
        words.add(SentenceArgument.plain("basis", late.legalBasis()));
        return Optional.of(making.clock(
                "announced-late",
                ClockMaking.days(
                        late.limit().substring(0, slash),
                        late.limit().substring(slash + 1),
                        Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(announcedOn, shipment.plannedOn()))),
                        "none",
                        announcedOn,
                        late.legalBasis()),
                TaskKind.SHIPMENT_ANNOUNCED_LATE,
                announcedOn,
                Stream.concat(Stream.of(shipment.exportCountry()), late.states().stream())
                        .distinct()
                        .toList(),
                new Sentence(TaskKind.SHIPMENT_ANNOUNCED_LATE.sentence(), words)));
    }

    /** Silence changes nothing here; that it is overdue is told. */
    @Override
    public Decision<ShipmentFact> fired(ShipmentFact shipment, RunningClock clock, Instant now) {
        return new Decision.Become<>(shipment);
    }
}
