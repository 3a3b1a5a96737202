package org.skypatch.registry.imports;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.WasteCode;
import org.skypatch.registry.catalogue.CatalogueEntry;

/**
 * The waste codes of the Basel Convention. Annexes I, II and VIII are controlled while in force; list B (Annex IX) is
 * listed and not controlled.
 */
final class BaselCodes {

    private static final Set<String> CONTROLLED = Set.of("annex-I-Y", "annex-II-Y", "annex-VIII-A");

    private BaselCodes() {}

    static List<CatalogueEntry> read() {
        return Csv.rows("basel-waste-codes.csv").stream().map(BaselCodes::waste).toList();
    }

    private static CatalogueEntry waste(Csv row) {
        String code = row.text("code");
        boolean controlled =
                CONTROLLED.contains(row.text("list")) && row.text("status").equals("active");
        return new CatalogueEntry(
                new CommodityFact(
                        CommodityId.of(code.toLowerCase(Locale.ROOT)),
                        row.text("description"),
                        "waste",
                        controlled ? Set.of(Convention.BASEL) : Set.of(),
                        Set.of(),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(WasteCode.of(code)),
                        List.of(),
                        List.of(),
                        List.of(),
                        null),
                List.of(),
                row.several("hs_hint").stream().map(HsCode::of).toList());
    }
}
