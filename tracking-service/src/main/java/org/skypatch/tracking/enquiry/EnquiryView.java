package org.skypatch.tracking.enquiry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enquiry as a reader may see it.
 *
 * @param askedBy the administration, or {@code rule} if nothing was heard and nobody asked
 * @param state asked, or the last answer
 * @param words for readers with nominal sight
 */
public record EnquiryView(
        UUID id,
        String askedBy,
        String from,
        String to,
        Instant askedAt,
        Instant dueAt,
        String state,
        @Nullable String words,
        List<AnswerView> answers) {

    /** One answer. */
    public record AnswerView(
            String answer, String by, Instant at, @Nullable String words) {}

    /**
     * The enquiry for a reader.
     *
     * @param nominal whether the reader may read words
     */
    public static EnquiryView of(Enquiry enquiry, boolean nominal) {
        return new EnquiryView(
                enquiry.id(),
                enquiry.askedBy() == null ? "rule" : enquiry.askedBy().value(),
                enquiry.from(),
                enquiry.to().value(),
                enquiry.askedAt(),
                enquiry.dueAt(),
                enquiry.state().label(),
                nominal ? enquiry.words() : null,
                enquiry.answers().stream()
                        .map(answer -> new AnswerView(
                                answer.state().label(),
                                answer.by().value(),
                                answer.at(),
                                nominal ? answer.words() : null))
                        .toList());
    }
}
