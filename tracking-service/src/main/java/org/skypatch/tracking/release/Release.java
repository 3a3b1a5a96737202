package org.skypatch.tracking.release;

import java.time.Instant;
import java.util.UUID;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.EventIds;

/**
 * What a Party says of who else may see a movement: a record that is only added. It hangs on an event, so that it follows
 * the goods when movements are joined or parted; of what one Party said to one audience, the last counts.
 *
 * @param event the event of the movement that it hangs on
 * @param party the Party that releases
 * @param to whom: a country, or {@code region:<WCO region>}
 * @param ordinal counts what this Party said to this audience, from 1
 * @param extent how much may be seen
 * @param at by the business clock
 * @param reason why, in words
 */
public record Release(
        UUID event,
        CountryCode party,
        String to,
        int ordinal,
        Extent extent,
        AdministrationId by,
        Instant at,
        String reason) {

    /** The id by which it is known: that of what this Party says to this audience. */
    public UUID id() {
        return EventIds.named("release", event.toString(), party.value(), to);
    }
}
