package org.skypatch.tracking.process;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.release.Extent;
import org.skypatch.tracking.release.Release;
import org.skypatch.tracking.release.Releases;

/**
 * Letting others see a movement, and taking that back. Any Party of the movement may let a regional office see it; another
 * country only the Parties of dispatch and destination. What is said takes effect in the transaction that puts it down.
 */
public final class Releasing {

    private static final String REGION = "region:";

    private final Transactions transactions;
    private final CustomsEventProcessing processing;
    private final Clock clock;

    public Releasing(Transactions transactions, CustomsEventProcessing processing, Clock clock) {
        this.transactions = transactions;
        this.processing = processing;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is put down; or was before, if it is not new. */
        record Done(Release release, boolean isNew) implements Outcome {}

        /** There is no such movement, or release, that the caller may see. */
        record NotSeen() implements Outcome {}

        /** The caller sees it, and it is not the caller's to say. */
        record NotTheirs(String why) implements Outcome {}

        /** No country is known to lie there. */
        record NoSuchRegion() implements Outcome {}

        /** It would change nothing: these see it anyway, as much. */
        record Needless() implements Outcome {}
    }

    /**
     * Lets others see a movement.
     *
     * @param to a country, or {@code region:<WCO region>}
     */
    public Outcome release(UUID movement, Caller caller, String to, Extent extent, String reason) {
        return inTransaction(movement, caller, (found, party, records, now) -> {
            boolean isEnd = party.equals(found.route().dispatch())
                    || party.equals(found.route().destination());
            if (!found.audience().contains(party) || !isEnd && !to.startsWith(REGION)) {
                return new Outcome.NotTheirs("a Party of the movement releases it to a region's office,"
                        + " the Parties of dispatch and destination to another country");
            }
            if (to.startsWith(REGION) && !records.register().parties().isRegion(to.substring(REGION.length()))) {
                return new Outcome.NoSuchRegion();
            }
            var concerned = records.register().audienceOf(found.audience(), found.lawfulDay());
            boolean seesAsMuch = to.startsWith(REGION)
                    ? extent == Extent.NON_NOMINAL && concerned.regions().contains(to.substring(REGION.length()))
                    : concerned.countries().stream()
                            .anyMatch(country -> country.value().equals(to));
            return seesAsMuch
                    ? new Outcome.Needless()
                    : put(Enquiring.anchor(found), party, to, extent, reason, caller, found, records, now);
        });
    }

    /** Takes a release back: only who gave it may. */
    public Outcome revoke(UUID movement, UUID release, Caller caller, String reason) {
        return inTransaction(movement, caller, (found, party, records, now) -> {
            Optional<Release> known = Releases.last(records.releases().about(Enquiring.events(found))).stream()
                    .filter(one -> one.id().equals(release))
                    .findFirst();
            if (known.isEmpty() || !found.audience().contains(party)) {
                return new Outcome.NotSeen();
            }
            if (!known.get().party().equals(party)) {
                return new Outcome.NotTheirs("the Party that released it takes it back");
            }
            return put(
                    known.get().event(), party, known.get().to(), Extent.NOTHING, reason, caller, found, records, now);
        });
    }

    private static Outcome put(
            UUID event,
            CountryCode party,
            String to,
            Extent extent,
            String reason,
            Caller caller,
            Movement movement,
            TrackingRecords records,
            Instant now) {
        List<Release> before = records.releases().about(Enquiring.events(movement)).stream()
                .filter(one -> one.event().equals(event)
                        && one.party().equals(party)
                        && one.to().equals(to))
                .toList();
        Optional<Release> last = Releases.last(before).stream().findFirst();
        if (last.filter(one -> one.extent() == extent).isPresent()) {
            return new Outcome.Done(last.get(), false);
        }
        Release release =
                new Release(event, party, to, before.size() + 1, extent, caller.administration(), now, reason);
        records.releases().put(release);
        return new Outcome.Done(release, true);
    }

    /** Work on a movement that is locked, for a Party. */
    @FunctionalInterface
    private interface Work {
        Outcome done(Movement movement, CountryCode party, TrackingRecords records, Instant now);
    }

    private Outcome inTransaction(UUID id, Caller caller, Work work) {
        CountryCode party = caller.country();
        if (party == null) {
            return new Outcome.NotSeen();
        }
        AtomicReference<Outcome> outcome = new AtomicReference<>(new Outcome.NotSeen());
        transactions.run(records -> {
            outcome.set(new Outcome.NotSeen());
            if (!records.enquiries().lockSeenBy(party.value(), id)) {
                return;
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Refolding.asTheyStand(Set.of(id), records).stream().findFirst().ifPresent(movement -> {
                outcome.set(work.done(movement, party, records, now));
                if (outcome.get() instanceof Outcome.Done put && put.isNew()) {
                    processing.judgeAgain(records.lockWithoutWaiting(Set.of(id)), records, now);
                }
            });
        });
        return outcome.get();
    }
}
