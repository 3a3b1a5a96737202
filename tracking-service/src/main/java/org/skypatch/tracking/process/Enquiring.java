package org.skypatch.tracking.process;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.enquiry.Enquiry;
import org.skypatch.tracking.enquiry.EnquiryState;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.movement.EventIds;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.process.TrackingRecords.StoredMovement;
import org.skypatch.tracking.register.Limits;
import org.skypatch.tracking.register.Register;
import org.skypatch.tracking.register.WorkingDays;

/**
 * Asking "seen?" and answering it. The exporting side asks, or the analyst of a region that the movement touches; the asked
 * country answers. An answer is judged in the transaction that puts it down.
 */
public final class Enquiring {

    private static final String NOT_ARRIVED = "not-arrived";
    private static final String LIMIT = "enquiry-answer";
    private static final int USUAL_WORKING_DAYS = 3;

    private final Transactions transactions;
    private final CustomsEventProcessing processing;
    private final Clock clock;

    public Enquiring(Transactions transactions, CustomsEventProcessing processing, Clock clock) {
        this.transactions = transactions;
        this.processing = processing;
        this.clock = clock;
    }

    /** What came of asking or answering. */
    public sealed interface Outcome {

        /** It is put down; or was before, if it is not new. */
        record Done(Enquiry enquiry, boolean isNew) implements Outcome {}

        /** There is no such movement or enquiry that the caller may see. */
        record NotSeen() implements Outcome {}

        /** The caller sees it, and it is not the caller's to ask or to answer. */
        record NotTheirs(String why) implements Outcome {}

        /** The country does not lie on the way, or is the one that asks. */
        record NotOnTheWay() implements Outcome {}

        /** No such answer may follow. */
        record NotNow(EnquiryState state) implements Outcome {}
    }

    /**
     * Asks whether the goods were seen. Asking again while the same question is open changes nothing.
     *
     * @param to the country asked; that of destination if none
     */
    public Outcome ask(UUID movement, Caller caller, @Nullable CountryCode to, @Nullable String words) {
        return inTransaction(movement, caller, (found, records, now) -> {
            CountryCode dispatch = found.route().dispatch();
            boolean isExportingSide = caller.actsFor().filter(dispatch::equals).isPresent();
            if (!isExportingSide && caller.country() != null) {
                return new Outcome.NotTheirs("the exporting side asks, or the analyst of a region concerned");
            }
            CountryCode asked = to == null ? found.route().destination() : to;
            boolean isOnTheWay = asked.equals(found.route().destination())
                    || found.route().transit().contains(asked);
            if (!isOnTheWay || caller.actsFor().filter(asked::equals).isPresent()) {
                return new Outcome.NotOnTheWay();
            }
            UUID about = anchor(found);
            String from = from(caller);
            List<Enquiry> known = records.enquiries().about(List.of(about)).stream()
                    .filter(enquiry -> enquiry.askedBy() != null
                            && enquiry.from().equals(from)
                            && enquiry.to().equals(asked))
                    .toList();
            Optional<Enquiry> open =
                    known.stream().filter(enquiry -> enquiry.state().isOpen()).findFirst();
            if (open.isPresent()) {
                return new Outcome.Done(open.get(), false);
            }
            Enquiry enquiry = new Enquiry(
                    EventIds.named(
                            "enquiry", about.toString(), from, asked.value(), Integer.toString(known.size() + 1)),
                    about,
                    caller.administration(),
                    from,
                    asked,
                    now,
                    dueAt(now, asked, records.register()),
                    words,
                    List.of());
            records.enquiries().ask(enquiry);
            return new Outcome.Done(enquiry, true);
        });
    }

    /** Answers an enquiry, for the country that was asked. */
    public Outcome answer(UUID movement, UUID enquiry, Caller caller, EnquiryState answer, @Nullable String words) {
        return inTransaction(movement, caller, (found, records, now) -> {
            Enquiry known = records.enquiries().about(events(found)).stream()
                    .filter(one -> one.id().equals(enquiry) && isSeenBy(one, found, caller))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                return new Outcome.NotSeen();
            }
            if (caller.actsFor().filter(known.to()::equals).isEmpty()) {
                return new Outcome.NotTheirs("the country that was asked answers");
            }
            if (!known.state().allowed().contains(answer)) {
                return new Outcome.NotNow(known.state());
            }
            Enquiry.Answer given = new Enquiry.Answer(answer, caller.administration(), now, words);
            records.enquiries().answer(enquiry, known.answers().size() + 1, given);
            return new Outcome.Done(known.answered(given), true);
        });
    }

    /** The enquiry that the rule itself sends to the destination: once, when the goods have not arrived in time. */
    static Optional<Enquiry> byRule(Movement movement, List<Finding> open, Evidence evidence) {
        boolean isSilent =
                open.stream().anyMatch(finding -> finding.rule().value().equals(NOT_ARRIVED));
        boolean isAsked = evidence.enquiries().stream()
                .anyMatch(enquiry -> enquiry.to().equals(movement.route().destination()));
        if (!isSilent || isAsked) {
            return Optional.empty();
        }
        UUID about = anchor(movement);
        CountryCode to = movement.route().destination();
        return Optional.of(new Enquiry(
                EventIds.named("enquiry", about.toString(), "rule", to.value()),
                about,
                null,
                movement.route().dispatch().value(),
                to,
                evidence.asOf(),
                dueAt(evidence.asOf(), to, evidence.register()),
                null,
                List.of()));
    }

    /**
     * When an answer is owed: by the limit of the country that is asked, else of policy, else three working days. Its own
     * working days and holidays count, if it has said them.
     */
    static Instant dueAt(Instant askedAt, CountryCode asked, Register register) {
        return Limits.due(register, LIMIT, List.of(asked), "policy", askedAt, 0)
                .orElseGet(() -> register.administrations()
                        .workingDays(asked)
                        .orElse(WorkingDays.USUAL)
                        .after(askedAt, USUAL_WORKING_DAYS));
    }

    /** Who sees an enquiry: who asked, who was asked, and the countries of dispatch and destination. */
    public static boolean isSeenBy(Enquiry enquiry, Movement movement, Caller caller) {
        return isSeenBy(enquiry, movement.route().dispatch(), movement.route().destination(), caller);
    }

    /** The same, of a movement between these countries. */
    public static boolean isSeenBy(Enquiry enquiry, CountryCode dispatch, CountryCode destination, Caller caller) {
        return caller.actsFor()
                .map(country -> List.of(enquiry.to().value(), enquiry.from(), dispatch.value(), destination.value())
                        .contains(country.value()))
                .orElseGet(() -> enquiry.from().equals(from(caller)));
    }

    /** The event that an enquiry about the movement hangs on. */
    static UUID anchor(Movement movement) {
        return movement.departure()
                .or(() -> movement.facts().stream().findFirst())
                .map(fact -> fact.id())
                .orElseGet(movement::id);
    }

    static Set<UUID> events(Movement movement) {
        return movement.events().stream().map(RecordedEvent::id).collect(Collectors.toSet());
    }

    private static String from(Caller caller) {
        return caller.actsFor().map(CountryCode::value).orElseGet(() -> audience(caller)
                .orElse(""));
    }

    private static Optional<String> audience(Caller caller) {
        if (caller.country() != null) {
            return Optional.of(caller.country().value());
        }
        return caller.region() != null && caller.has(Role.ANALYST)
                ? Optional.of("region:" + caller.region())
                : Optional.empty();
    }

    /** Work on a movement that is locked. */
    @FunctionalInterface
    private interface Work {
        Outcome done(Movement movement, TrackingRecords records, Instant now);
    }

    private Outcome inTransaction(UUID id, Caller caller, Work work) {
        Optional<String> audience = audience(caller);
        if (audience.isEmpty()) {
            return new Outcome.NotSeen();
        }
        AtomicReference<Outcome> outcome = new AtomicReference<>(new Outcome.NotSeen());
        transactions.run(records -> {
            outcome.set(new Outcome.NotSeen());
            if (!records.enquiries().lockSeenBy(audience.get(), id)) {
                return;
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Optional<Movement> movement =
                    Refolding.asTheyStand(Set.of(id), records).stream().findFirst();
            if (movement.isEmpty()) {
                return;
            }
            Outcome done = work.done(movement.get(), records, now);
            outcome.set(done);
            if (done instanceof Outcome.Done put && put.isNew()) {
                Map<UUID, StoredMovement> stored = records.lockWithoutWaiting(Set.of(id));
                processing.judgeAgain(stored, records, now);
            }
        });
        return outcome.get();
    }
}
