package org.skypatch.notification.alert;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
    String MASKED = "***";

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
            case Alert alert -> alert(alert, sight.isNominal(), language);
            case DepartureNotice departure -> departure(departure, sight.isNominal(), language);
        });
    }

    private static Seen alert(Alert alert, boolean nominal, Locale language) {
        Finding finding = alert.finding();
        return new SeenAlert(
                alert.state(),
                finding,
                nominal || !isNominalSubject(finding) ? finding.subject() : MASKED,
                Sentences.say(finding.sentence(), language, nominal),
                value(finding.expected(), nominal),
                value(finding.observed(), nominal),
                alert.movement(),
                nominal ? alert.nominal() : null,
                alert.changedAt(),
                alert.clearedAt());
    }

    private static Seen departure(DepartureNotice notice, boolean nominal, Locale language) {
        return new SeenDeparture(
                notice,
                Sentences.say(notice.sentence(), language, nominal),
                notice.movement(),
                nominal ? notice.nominal() : null);
    }

    private static @Nullable String value(@Nullable SentenceArgument argument, boolean nominal) {
        if (argument == null) {
            return null;
        }
        return argument.nominal() && !nominal ? MASKED : argument.value();
    }

    /** A subject is a name or number if the finding says the same value somewhere as one. */
    private static boolean isNominalSubject(Finding finding) {
        return Stream.concat(
                        finding.sentence().arguments().stream(),
                        Stream.of(Optional.ofNullable(finding.expected()), Optional.ofNullable(finding.observed()))
                                .flatMap(Optional::stream))
                .anyMatch(argument -> argument.nominal() && argument.value().equals(finding.subject()));
    }
}
