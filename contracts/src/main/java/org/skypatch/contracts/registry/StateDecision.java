package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What one State concerned by a notification has decided.
 *
 * @param role export, import or transit
 * @param writtenConsentWaived a transit State that has told the Secretariat that it does not require prior written consent (Article 6(4))
 * @param receivedOn when this State received the notification; its own 60 days run from here
 * @param tacitDays days of its silence that an Article 11 agreement takes for consent; none if no such rule binds it
 * @param askedOn when it first asked for information: from then on it has not been silent
 * @param on when it decided
 * @param validFrom first day of the consent
 * @param validUntil last day of the consent
 * @param reason of an objection, or of the withdrawal of its consent
 * @param withdrawnOn when it took its consent back
 * @param authority who decided for it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StateDecision(
        CountryCode country,
        String role,
        DecisionState decision,
        boolean writtenConsentWaived,
        @Nullable LocalDate receivedOn,
        @Nullable Integer tacitDays,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate on,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        List<String> conditions,
        @Nullable String reason,
        @Nullable LocalDate withdrawnOn,
        @Nullable AdministrationId authority) {
    public StateDecision {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
