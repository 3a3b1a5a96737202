package org.skypatch.registry.licence;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.registry.clock.Clocked;
import org.skypatch.registry.clock.DueDates;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.clock.TaskKind;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Refusal;

/**
 * An issued licence expires when its last day is over where it was issued. Nobody has to act, so it is nobody's task. A
 * suspended licence does not expire: reinstated after its last day, it expires then.
 */
public final class LicenceClock implements Clocked<LicenceFact> {

    static final String NAME = "expiry";

    @Override
    public RecordKind<LicenceFact> kind() {
        return RecordKind.LICENCE;
    }

    @Override
    public List<RunningClock> clocks(String name, LicenceFact licence, Limits limits) {
        if (licence.state() != LicenceState.ISSUED) {
            return List.of();
        }
        DueDates calendar =
                limits.calendar(limits.administration(issuerOf(licence)).orElse(null));
        return List.of(new RunningClock(
                NAME,
                "licence/validity",
                TaskKind.LICENCE_TO_EXPIRE.label(),
                licence.validFrom().atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC),
                calendar.endOf(licence.validUntil()),
                "expire",
                List.of(),
                new Sentence(
                        TaskKind.LICENCE_TO_EXPIRE.sentence(),
                        List.of(
                                SentenceArgument.nominal("licence", licence.number()),
                                SentenceArgument.plain("issuer", licence.issuer()),
                                SentenceArgument.plain("until", licence.validUntil())))));
    }

    @Override
    public Decision<LicenceFact> fired(LicenceFact licence, RunningClock clock, Instant now) {
        return LicenceMove.EXPIRE
                .from(licence.state())
                .<Decision<LicenceFact>>map(next -> new Decision.Become<>(licence.in(next)))
                .orElseGet(() -> new Decision.Refuse<>(new Refusal.NotFromThisState(
                        licence.state().label(),
                        LicenceMove.allowedIn(licence.state()).stream()
                                .map(LicenceMove::label)
                                .toList())));
    }

    private static Addressee issuerOf(LicenceFact licence) {
        return new Addressee(licence.issuer(), null, null, null);
    }
}
