package org.skypatch.registry.feed;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;

/** The secret addresses; each person, and each administration, has one at most. */
public interface CalendarFeeds {

    /** A new address: the secret is not kept and never told again. */
    record Made(CalendarFeed feed, String secret) {}

    /**
     * Makes an address; the one that its owner had before shows nothing from then on.
     *
     * @param person whose it is; the administration's own if none
     * @param names whether names of traders and numbers of papers are shown
     */
    Made make(Caller reader, @Nullable String person, boolean names);

    /** The address of an owner. */
    Optional<CalendarFeed> of(AdministrationId administration, @Nullable String person);

    /** Takes the address of an owner away; false if there is none. */
    boolean revoke(AdministrationId administration, @Nullable String person);

    /** The address of this id, secret and present; empty alike for whatever does not fit. */
    Optional<CalendarFeed> read(UUID id, String secret);
}
