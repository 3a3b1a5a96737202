package org.skypatch.registry.notification;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.AgreementFact;
import org.skypatch.contracts.trade.CountryCode;

/**
 * The law under which a notification is forwarded.
 *
 * @param waiving the transit States that have declared to the Secretariat that silence is consent (Article 6(4))
 * @param agreement the Article 11 agreement that it rests on
 * @param consents whether the State of export consents by forwarding; else it decides later, as the others do
 */
public record Forwarding(Set<CountryCode> waiving, @Nullable AgreementFact agreement, boolean consents) {

    public Forwarding {
        waiving = Set.copyOf(waiving);
    }

    /** Days of a State's silence that the agreement takes for consent; empty if its rule does not bind the State. */
    Optional<Integer> tacitDays(CountryCode state) {
        return Optional.ofNullable(agreement)
                .filter(binding -> binding.exportStates().contains(state)
                        || binding.importStates().contains(state))
                .map(AgreementFact::tacitConsentDays);
    }
}
