package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.UnNumber;

/**
 * What seized goods had been declared as.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeclaredAs(
        @Nullable CommodityId commodity,
        @Nullable HsCode hsCode,
        @Nullable CasNumber casNumber,
        @Nullable UnNumber unNumber,
        @Nullable String description,
        @Nullable Mass netMassKg) {}
