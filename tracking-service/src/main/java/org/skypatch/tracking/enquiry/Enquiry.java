package org.skypatch.tracking.enquiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.trade.CountryCode;

/**
 * A question "seen?" about a movement, with every answer to it. It hangs on an event, not on a movement, and so follows the
 * goods when movements are joined or parted.
 *
 * @param event the departure that it asks about, or the first report where none is known
 * @param askedBy the asking administration; none if a rule asks because nothing was heard
 * @param from the country or region that asks
 * @param to the country that is to answer
 * @param dueAt when an answer is owed
 * @param answers in the order in which they were given
 */
public record Enquiry(
        UUID id,
        UUID event,
        @Nullable AdministrationId askedBy,
        String from,
        CountryCode to,
        Instant askedAt,
        Instant dueAt,
        @Nullable String words,
        List<Answer> answers) {

    /** One answer. */
    public record Answer(
            EnquiryState state,
            AdministrationId by,
            Instant at,
            @Nullable String words) {}

    public Enquiry {
        answers = List.copyOf(answers);
    }

    /** Where it stands. */
    public EnquiryState state() {
        return answers.isEmpty() ? EnquiryState.ASKED : answers.getLast().state();
    }

    /** When it came to stand there. */
    public Instant since() {
        return answers.isEmpty() ? askedAt : answers.getLast().at();
    }

    /** The same with one answer more. */
    public Enquiry answered(Answer answer) {
        List<Answer> all = new ArrayList<>(answers);
        all.add(answer);
        return new Enquiry(id, event, askedBy, from, to, askedAt, dueAt, words, all);
    }
}
