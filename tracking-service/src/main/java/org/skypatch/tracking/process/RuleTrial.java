package org.skypatch.tracking.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Threshold;

/**
 * A period judged again under other numbers of policy, to see what they would change; nothing of it is put down elsewhere.
 *
 * @param audience whose movements are looked at: a country, {@code region:…}, or all if none
 * @param from first day of departure
 * @param until last day of departure
 * @param values the numbers tried, in place of those in force
 * @param looked how many movements have been looked at
 * @param after the last of them; none before the first
 * @param failure why it was given up
 */
public record RuleTrial(
        UUID id,
        AdministrationId askedBy,
        Instant askedAt,
        @Nullable String audience,
        LocalDate from,
        LocalDate until,
        Map<Threshold, BigDecimal> values,
        State state,
        long looked,
        @Nullable Position after,
        TrialOutcome outcome,
        @Nullable String failure,
        @Nullable Instant finishedAt) {

    private static final String REGION = "region:";

    /** How far it has got. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /** Where a movement stands among all of an audience. */
    public record Position(Instant startedAt, UUID movement) {}

    public RuleTrial {
        values = Map.copyOf(values);
    }

    /** Under which audience somebody of this sight looks; none for all. */
    static @Nullable String audienceOf(Sight sight) {
        return switch (sight) {
            case Sight.OfCountry(var country) -> country.value();
            case Sight.OfRegion(var region) -> REGION + region;
            case Sight.NonNominal(), Sight.InFull() -> null;
            case Sight.Nothing() -> throw new IllegalArgumentException("whoever sees nothing has nothing to try");
        };
    }

    /** What whoever asked may see. */
    Sight reader() {
        if (audience == null) {
            return new Sight.NonNominal();
        }
        return audience.startsWith(REGION)
                ? new Sight.OfRegion(audience.substring(REGION.length()))
                : new Sight.OfCountry(CountryCode.of(audience));
    }

    /** Further by some movements. */
    RuleTrial further(long more, Position last, TrialOutcome found) {
        return new RuleTrial(
                id,
                askedBy,
                askedAt,
                audience,
                from,
                until,
                values,
                State.RUNNING,
                looked + more,
                last,
                outcome.plus(found),
                null,
                null);
    }

    /** At its end. */
    RuleTrial ended(State how, @Nullable String why, Instant at) {
        return new RuleTrial(id, askedBy, askedAt, audience, from, until, values, how, looked, after, outcome, why, at);
    }
}
