package org.skypatch.registry.catalogue;

import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.contracts.trade.WasteCode;

/**
 * What is asked of the catalogue; everything that is given must hold.
 *
 * @param text a name of any kind, also misspelt
 * @param hs a code, a part of one from the left, or a national code that is longer
 * @param tradeName a trade name, also misspelt
 * @param after the last commodity seen, where the answer is by id
 */
public record CatalogueQuestion(
        @Nullable String text,
        @Nullable HsCode hs,
        @Nullable CasNumber cas,
        @Nullable UnNumber un,
        @Nullable WasteCode waste,
        @Nullable String tradeName,
        @Nullable CommodityId after,
        int limit) {

    /** Whether the best answers come first; else they come by id. */
    public boolean isRanked() {
        return text != null || tradeName != null;
    }
}
