package org.skypatch.guilty.injection.inbox;

import jakarta.inject.Inject;
import java.time.Clock;

/** Guilty: cannot be made without a container. */
class InjectsItsFields {
    @Inject
    Clock clock = Clock.systemUTC();
}
