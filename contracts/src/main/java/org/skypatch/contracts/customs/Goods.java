package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.contracts.trade.WasteCode;

/**
 * One line of goods.
 *
 * @param commodity catalogue id; resolved from the codes if the reporter sent none, else missing
 * @param hsCode by the edition in force at {@code occurredAt}
 * @param condition virgin, recovered, recycled, reclaimed, waste, not-stated
 * @param form bulk, product, precharged-equipment, relying-equipment, article, waste, empty-container
 * @param netMassKg net mass reported
 * @param acceptedMassKg mass released at import
 * @param rejectedMassKg mass refused at import
 * @param declaredAs at a seizure: what the goods had been declared as
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Goods(
        @Nullable CommodityId commodity,
        @Nullable HsCode hsCode,
        @Nullable CasNumber casNumber,
        @Nullable UnNumber unNumber,
        @Nullable String description,
        @Nullable String intendedUse,
        @Nullable String condition,
        @Nullable String form,
        List<WasteCode> wasteCodes,
        @Nullable String hazardousBy,
        @Nullable String operation,
        Mass netMassKg,
        @Nullable Mass acceptedMassKg,
        @Nullable Mass rejectedMassKg,
        @Nullable Packages packages,
        @Nullable MonetaryValue value,
        @Nullable DeclaredAs declaredAs) {
    public Goods {
        wasteCodes = wasteCodes == null ? List.of() : List.copyOf(wasteCodes);
    }

    /** The same goods under this catalogue id. */
    public Goods resolvedAs(CommodityId resolved) {
        return new Goods(
                resolved,
                hsCode,
                casNumber,
                unNumber,
                description,
                intendedUse,
                condition,
                form,
                wasteCodes,
                hazardousBy,
                operation,
                netMassKg,
                acceptedMassKg,
                rejectedMassKg,
                packages,
                value,
                declaredAs);
    }
}
