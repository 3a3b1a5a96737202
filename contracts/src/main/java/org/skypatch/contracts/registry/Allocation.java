package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.Tonnes;
import org.skypatch.contracts.trade.TraderId;

/**
 * What a trader may take of a Party's quota; one of the three amounts.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Allocation(
        TraderId trader,
        @Nullable Mass massKg,
        @Nullable Tonnes odpTonnes,
        @Nullable Tonnes co2eTonnes) {}
