package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.Mass;

/**
 * How goods are packed.
 *
 * @param kind non-refillable, refillable, iso-tank, drum, can, cylinder, …
 * @param netMassEachKg net mass of one package
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Packages(
        @Nullable Integer count,
        @Nullable String kind,
        @Nullable Mass netMassEachKg,
        @Nullable Mass grossMassKg) {}
