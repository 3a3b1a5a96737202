package org.skypatch.notification.alert;

import java.time.Duration;

/** The messages that were applied, kept so that a repetition is known. */
public interface AppliedMessages {

    /** Forgets those that were applied longer ago than this; answers how many. */
    int forgetOlderThan(Duration age);
}
