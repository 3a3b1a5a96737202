package org.skypatch.tracking.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Sentences;

/**
 * A finding as a reader may see it.
 *
 * @param state {@code open} or {@code cleared}
 * @param sentence in the reader's language; what it may not see reads {@code ***}
 * @param evidence ids of events; what the reader may not see reads {@link #UNSEEN}, once, however much it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingView(
        UUID id,
        String rule,
        int version,
        String kind,
        String subject,
        String state,
        String severity,
        @Nullable String element,
        String sentence,
        @Nullable String expected,
        @Nullable String observed,
        List<String> evidence,
        Instant raisedAt,
        @Nullable Instant clearedAt,
        int episode) {

    /** How evidence reads that the reader may not see: without country, time or id. */
    static final String UNSEEN = "another administration's report";

    /**
     * The finding for a reader.
     *
     * @param maySee whether the reader may see the event of this id
     */
    static FindingView of(Finding finding, Locale language, Sight reader, Predicate<UUID> maySee) {
        return new FindingView(
                finding.id(),
                finding.rule().value(),
                finding.version(),
                finding.kind().label(),
                finding.subjectReadBy(reader),
                finding.clearedAt() == null ? "open" : "cleared",
                finding.severity().label(),
                finding.element() == null ? null : finding.element().label(),
                Sentences.say(finding.sentence(), language, reader),
                value(finding.expected(), reader),
                value(finding.observed(), reader),
                evidence(finding, maySee),
                finding.raisedAt(),
                finding.clearedAt(),
                finding.episode());
    }

    private static List<String> evidence(Finding finding, Predicate<UUID> maySee) {
        Stream<String> seen = finding.evidence().stream().filter(maySee).map(UUID::toString);
        boolean isAllSeen =
                finding.restsOnOthers() == null && finding.evidence().stream().allMatch(maySee);
        return isAllSeen
                ? seen.toList()
                : Stream.concat(seen, Stream.of(UNSEEN)).toList();
    }

    private static @Nullable String value(@Nullable SentenceArgument argument, Sight reader) {
        return argument == null ? null : argument.readBy(reader);
    }
}
