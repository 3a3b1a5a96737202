package org.skypatch.registry.notification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What a State concerned says of a notification.
 *
 * @param on when it said so; today if none
 * @param receivedOn when it received the notification
 * @param writtenConsentWaived whether it has waived written consent (Article 6(4)); as known if none
 * @param guaranteeRequired whether it demands a financial guarantee (Article 6(11)); as known if none
 * @param contractConfirmed whether the State of import confirms the contract on file by its consent
 * @param words why it objects, or what it asks
 */
public record Answer(
        CountryCode country,
        DecisionState decision,
        @Nullable LocalDate on,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        List<String> conditions,
        @Nullable Boolean writtenConsentWaived,
        @Nullable Boolean guaranteeRequired,
        boolean contractConfirmed,
        @Nullable String words) {
    public Answer {
        conditions = List.copyOf(conditions);
    }
}
