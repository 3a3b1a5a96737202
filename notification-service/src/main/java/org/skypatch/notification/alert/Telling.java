package org.skypatch.notification.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One piece of news and those it is told to.
 *
 * @param at when it came about, by the business clock
 * @param notice as it stood then
 */
public record Telling(NewsType type, Instant at, Notice notice, SortedSet<AudienceKey> audiences) {
    public Telling {
        audiences = Collections.unmodifiableSortedSet(new TreeSet<>(audiences));
    }
}
