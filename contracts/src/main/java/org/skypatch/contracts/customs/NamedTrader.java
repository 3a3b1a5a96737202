package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;

/**
 * A trader as a report names it: any of the three may be missing.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NamedTrader(
        @Nullable TraderId id,
        @Nullable String name,
        @Nullable CountryCode country) {}
