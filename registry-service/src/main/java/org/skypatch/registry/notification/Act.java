package org.skypatch.registry.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.trade.CountryCode;

/**
 * Who does something to a notification, and when.
 *
 * @param country the State that the administration acts for
 * @param now by the business clock
 */
public record Act(AdministrationId by, CountryCode country, Instant now) {

    /** The day, in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
