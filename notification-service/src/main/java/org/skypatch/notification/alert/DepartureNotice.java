package org.skypatch.notification.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.skypatch.contracts.finding.Audience;
import org.skypatch.contracts.finding.MovementSummary;
import org.skypatch.contracts.finding.NominalDetail;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;

/**
 * A controlled commodity left for the audience; not a finding.
 *
 * @param id of the message that told it
 * @param at by the business clock
 */
public record DepartureNotice(UUID id, Instant at, MovementSummary movement, NominalDetail nominal, Audience audience)
        implements Notice {

    /** What is to be said of it; nothing of it is nominal. */
    public Sentence sentence() {
        List<SentenceArgument> arguments = new ArrayList<>(List.of(
                SentenceArgument.plain("mass", movement.massKg()),
                SentenceArgument.plain(
                        "commodity",
                        movement.commodities().stream().map(Object::toString).collect(Collectors.joining(", "))),
                SentenceArgument.plain("dispatch", movement.dispatch()),
                SentenceArgument.plain("destination", movement.destination())));
        if (movement.departedAt() != null) {
            arguments.add(
                    SentenceArgument.plain("departed", movement.departedAt().toLocalDate()));
        }
        return new Sentence("departure-notice", arguments);
    }
}
