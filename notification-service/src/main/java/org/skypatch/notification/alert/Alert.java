package org.skypatch.notification.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.Audience;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.MovementSummary;
import org.skypatch.contracts.finding.NominalDetail;

/**
 * A finding as people are told of it. Its id is the finding's.
 *
 * @param changedAt when the newest news of it came about, by the business clock
 * @param clearedAt by the business clock; missing while it is open
 */
public record Alert(
        AlertState state,
        Finding finding,
        MovementSummary movement,
        NominalDetail nominal,
        Audience audience,
        Instant changedAt,
        @Nullable Instant clearedAt)
        implements Notice {

    public Alert {
        if ((state == AlertState.CLEARED) != (clearedAt != null)) {
            throw new IllegalArgumentException("an alert is cleared if and only if it has a time of clearing");
        }
    }

    @Override
    public UUID id() {
        return finding.id();
    }

    public AlertIdentity identity() {
        return new AlertIdentity(movement.id(), finding.rule(), finding.subject(), finding.episode());
    }

    /** The same alert, over. */
    Alert clearedAt(Instant at) {
        return new Alert(AlertState.CLEARED, finding, movement, nominal, audience, at, at);
    }
}
