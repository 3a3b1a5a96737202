package org.skypatch.notification.alert;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.MovementSummary;
import org.skypatch.contracts.finding.NominalDetail;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Sentences;

/** A notice as a reader may see it. Names of traders and numbers of papers are there only for a nominal reader. */
public sealed interface Seen {

    /** What stands where something must not be read. */
    MovementSummary movement();

    /** Names and numbers, if this reader may see them. */
    @Nullable
    NominalDetail nominal();

    String sentence();

    /** An alert as a reader may see it. */
    record SeenAlert(
            AlertState state,
            Finding finding,
            String subject,
            String sentence,
            @Nullable String expected,
            @Nullable String observed,
            MovementSummary movement,
            @Nullable NominalDetail nominal,
            Instant changedAt,
            @Nullable Instant clearedAt)
            implements Seen {}

    /** A departure notice as a reader may see it. */
    record SeenDeparture(
            DepartureNotice notice,
            String sentence,
            MovementSummary movement,
            @Nullable NominalDetail nominal) implements Seen {}

    /** The notice as this reader may see it; empty if there is nothing for it to see. */
    static Optional<Seen> of(Notice notice, Sight sight, Locale language) {
        return AudienceKey.of(sight).filter(notice.audiences()::contains).map(_ -> switch (notice) {
            case Alert alert -> alert(alert, sight, language);
            case DepartureNotice departure -> departure(departure, sight, language);
        });
    }

    private static Seen alert(Alert alert, Sight sight, Locale language) {
        Finding finding = alert.finding();
        return new SeenAlert(
                alert.state(),
                finding,
                finding.subjectReadBy(sight),
                Sentences.say(finding.sentence(), language, sight),
                value(finding.expected(), sight),
                value(finding.observed(), sight),
                alert.movement(),
                sight.isNominal() ? alert.nominal() : null,
                alert.changedAt(),
                alert.clearedAt());
    }

    private static Seen departure(DepartureNotice notice, Sight sight, Locale language) {
        return new SeenDeparture(
                notice,
                Sentences.say(notice.sentence(), language, sight),
                notice.movement(),
                sight.isNominal() ? notice.nominal() : null);
    }

    private static @Nullable String value(@Nullable SentenceArgument argument, Sight sight) {
        return argument == null ? null : argument.readBy(sight);
    }
}
