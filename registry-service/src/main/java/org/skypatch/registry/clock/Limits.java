package org.skypatch.registry.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.LimitFact;

/** The limits in force, and the calendars by which they count. */
public interface Limits {

    /** The limit of this scope and name on a day; empty if there is none. */
    Optional<LimitFact> inForce(String scope, String id, LocalDate on);

    /**
     * The instant at which a limit that began at an instant is up: the end of its last day where the one who must act is.
     * Working days leave out that administration's days off and holidays.
     *
     * @param duty the administration that must act; Monday to Friday in UTC if unknown
     */
    Instant due(LimitFact limit, Instant start, @Nullable AdministrationId duty);
}
