package org.skypatch.tracking.movement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What somebody says by hand of two events: that they belong to one consignment, or that they do not. A record that is only
 * added, and an input of joining like the events themselves.
 *
 * @param one the event of the lower id
 * @param oneSide the country that reported it
 * @param other the event of the higher id
 * @param otherSide the country that reported that one
 * @param ordinal counts what this voice said of the two, from 1: the last counts
 * @param together whether they belong together; else apart
 * @param voice the country that says so; an operator if none
 * @param at when it was said, by the business clock
 * @param reason why, in words
 */
public record LinkStatement(
        UUID one,
        CountryCode oneSide,
        UUID other,
        CountryCode otherSide,
        int ordinal,
        boolean together,
        @Nullable CountryCode voice,
        AdministrationId by,
        Instant at,
        String reason) {

    public LinkStatement {
        if (one.compareTo(other) >= 0) {
            throw new IllegalArgumentException("the lower id comes first");
        }
    }

    /** The id of the link that it is about. */
    public UUID link() {
        return EventIds.named("link", one.toString(), other.toString());
    }

    /** Who says so. */
    public Optional<CountryCode> country() {
        return Optional.ofNullable(voice);
    }

    boolean isBySide() {
        return oneSide.equals(voice) || otherSide.equals(voice);
    }
}
