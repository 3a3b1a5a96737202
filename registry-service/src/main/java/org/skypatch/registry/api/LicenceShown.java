package org.skypatch.registry.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.registry.licence.LicenceBalance;

/**
 * A licence as it is read: what it says, and what is left of it by tracking's account.
 *
 * @param balance missing while nothing has been told
 * @param exhausted whether nothing is left; missing with the balance. Shown, not a state
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LicenceShown(
        @JsonUnwrapped LicenceFact licence,
        @Nullable LicenceBalance balance,
        @Nullable Boolean exhausted) {

    static LicenceShown of(LicenceFact licence, @Nullable LicenceBalance balance) {
        return new LicenceShown(licence, balance, balance == null ? null : balance.isExhausted(licence));
    }
}
