package org.skypatch.notification.alert;

import java.util.SortedSet;
import java.util.UUID;
import org.skypatch.contracts.finding.Audience;
import org.skypatch.contracts.finding.MovementSummary;
import org.skypatch.contracts.finding.NominalDetail;

/** What people are told of: an alert, or that something left for them. */
public sealed interface Notice permits Alert, DepartureNotice {

    UUID id();

    MovementSummary movement();

    NominalDetail nominal();

    Audience audience();

    /** Everybody who may see it. */
    default SortedSet<AudienceKey> audiences() {
        return AudienceKey.allOf(audience());
    }
}
