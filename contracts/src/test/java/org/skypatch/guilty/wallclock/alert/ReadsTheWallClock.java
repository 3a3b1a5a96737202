package org.skypatch.guilty.wallclock.alert;

import java.time.Instant;

/** Guilty: a core class that asks what time it is. */
class ReadsTheWallClock {
    Instant now() {
        return Instant.now();
    }
}
