package org.skypatch.registry.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;

/**
 * A secret address as it is kept.
 *
 * @param id the part of the address that is no secret
 * @param reader whose clocks it shows: the rights with which it was made; never more is shown
 * @param person whose it is; the administration's own if none
 * @param names whether names of traders and numbers of papers are shown
 * @param digest of the secret, as {@link FeedSecret#digest}
 * @param expiresAt from then on it shows nothing
 * @param readAt when it was last read, to the hour; none if never
 */
public record CalendarFeed(
        UUID id,
        Caller reader,
        @Nullable String person,
        boolean names,
        String digest,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant readAt) {}
