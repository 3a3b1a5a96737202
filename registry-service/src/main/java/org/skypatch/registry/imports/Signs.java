package org.skypatch.registry.imports;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.registry.catalogue.CommodityDetail.Sign;

/** How commodities are recognised: what stands on them by the dangerous-goods list, and what cases and lists tell. */
final class Signs {

    private static final String GROUP = "group:";

    private Signs() {}

    static void addTo(List<CommodityDraft> commodities) {
        Map<String, Csv> shippingNames = Csv.rows("un-shipping-names.csv").stream()
                .collect(Collectors.toMap(row -> row.text("un_number"), Function.identity()));
        for (CommodityDraft commodity : commodities) {
            commodity.unNumbers.stream()
                    .map(UnNumber::value)
                    .map(shippingNames::get)
                    .filter(row -> row != null)
                    .forEach(row -> commodity.signs.add(new Sign(
                            CommodityDraft.LABEL,
                            "UN " + row.text("un_number") + " " + row.text("shipping_name") + ", class "
                                    + row.text("class"),
                            row.text("source"))));
        }
        for (Csv row : Csv.rows("recognition.csv")) {
            List<CommodityDraft> meant = commodities.stream()
                    .filter(commodity -> isMeant(commodity, row.text("commodity")))
                    .toList();
            if (meant.isEmpty()) {
                throw new IllegalStateException("recognition.csv names nothing by " + row.text("commodity"));
            }
            Sign sign = new Sign(row.text("aspect"), row.text("says"), row.text("source"));
            meant.forEach(commodity -> commodity.signs.add(sign));
        }
    }

    private static boolean isMeant(CommodityDraft commodity, String name) {
        return name.startsWith(GROUP)
                ? commodity.groups.contains(name.substring(GROUP.length()))
                : commodity.id.value().equals(name);
    }
}
