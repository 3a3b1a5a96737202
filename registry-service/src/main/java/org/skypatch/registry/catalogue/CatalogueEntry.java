package org.skypatch.registry.catalogue;

import java.util.List;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.trade.HsCode;

/**
 * A commodity and how it is found.
 *
 * @param otherNames names it is searched by that are no trade names: chemical name, formula, designation
 * @param hsHints codes under which it may be declared besides its own: of preparations, or by an unofficial mapping
 */
public record CatalogueEntry(CommodityFact commodity, List<String> otherNames, List<HsCode> hsHints) {
    public CatalogueEntry {
        otherNames = List.copyOf(otherNames);
        hsHints = List.copyOf(hsHints);
    }
}
