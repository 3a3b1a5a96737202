package org.skypatch.contracts.balance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One side of a balance, in every unit that can be told; what is left may be negative.
 *
 * @param kg kilograms
 * @param odpTonnes ODP-tonnes
 * @param co2eTonnes CO2-equivalent tonnes
 * @param count units of a licence, or shipments of a notification
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Amounts(
        @Nullable BigDecimal kg,
        @Nullable BigDecimal odpTonnes,
        @Nullable BigDecimal co2eTonnes,
        @Nullable Long count) {}
