package org.skypatch.registry.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.Component;
import org.skypatch.contracts.registry.Control;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.registry.catalogue.CommodityDetail;

/** The substances of the Montreal Protocol's annexes, their isomers, and the blends that hold one of them. */
final class MontrealLists {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final HsEditions hs = HsEditions.read();
    private final Map<String, Csv> groups = Csv.rows("montreal-groups.csv").stream()
            .collect(Collectors.toMap(row -> row.text("group"), Function.identity()));
    private final Map<String, List<Csv>> tradeNames =
            Csv.rows("montreal-trade-names.csv").stream().collect(Collectors.groupingBy(row -> row.text("target_id")));
    private final Map<String, CommodityDraft> controlled = new LinkedHashMap<>();

    private MontrealLists() {}

    static List<CommodityDraft> read() {
        MontrealLists lists = new MontrealLists();
        Csv.rows("montreal-substances.csv").forEach(row -> lists.controlled.put(row.text("id"), lists.substance(row)));
        List<CommodityDraft> all = new ArrayList<>(lists.controlled.values());
        Csv.rows("montreal-mixtures.csv").forEach(row -> all.add(lists.blend(row)));
        return all;
    }

    private CommodityDraft substance(Csv row) {
        String group = row.text("annex") + "-" + row.text("group");
        CommodityDraft substance = draft(row, "substance");
        substance.groups.add(group);
        control(substance, group, row.text("listed_entry").equals("y") ? null : "as an isomer of a listed entry");
        substance.odp = row.number("odp").map(MontrealLists::plain).orElse(null);
        substance.gwp = row.number("gwp100").map(MontrealLists::plain).orElse(null);
        substance.potentialsFrom = "Montreal Protocol, Annex " + row.text("annex")
                + (row.text("annex").equals("F") || substance.gwp == null ? "" : ", GWP as amended at Kigali");
        substance.potentialsNote = row.some("odp_note").orElse(null);
        row.several("cas").stream().map(CasNumber::of).forEach(substance.casNumbers::add);
        row.several("hs2022").forEach(code -> hs.list(substance, HsEditions.HS2022, code));
        row.several("hs2017").forEach(code -> hs.list(substance, HsEditions.HS2017, code));
        row.some("ashrae").ifPresent(substance.tradeNames::add);
        nameAsTraded(substance);
        row.some("chemical_name").ifPresent(substance.tradeNames::add);
        substance.chemicalName = row.some("chemical_name").orElse(null);
        substance.formula = row.some("formula").orElse(null);
        row.some("formula").ifPresent(substance.otherNames::add);
        return substance;
    }

    private CommodityDraft blend(Csv row) {
        CommodityDraft blend = draft(row, "blend");
        for (String part : row.several("components")) {
            String[] shares = part.split(":");
            blend.components.add(new Component(CommodityId.of(shares[0]), new BigDecimal(shares[1])));
        }
        TreeSet<String> of = new TreeSet<>();
        blend.components.stream()
                .map(component -> controlled.get(component.commodity().value()))
                .filter(substance -> substance != null)
                .forEach(substance -> of.addAll(substance.groups));
        of.forEach(group -> {
            blend.groups.add(group);
            control(blend, group, "by its components");
        });
        blend.odp = byMass(blend, substance -> substance.odp);
        blend.gwp = byMass(blend, substance -> substance.gwp);
        blend.potentialsFrom = "sum of the controlled components by mass, by their values in the Montreal Protocol";
        List<String> hs2022 = row.several("hs2022");
        hs2022.forEach(code -> hs.list(blend, HsEditions.HS2022, code));
        hs2022.stream()
                .flatMap(code -> hs.predecessor(code).stream())
                .distinct()
                .forEach(code -> hs.list(blend, HsEditions.HS2017, code));
        blend.unBasis = row.some("un_basis").orElse(null);
        nameAsTraded(blend);
        return blend;
    }

    private static CommodityDraft draft(Csv row, String kind) {
        CommodityDraft commodity = new CommodityDraft(CommodityId.of(row.text("id")), row.text("name"), kind);
        commodity.conventions.add(Convention.MONTREAL);
        row.several("un_number").stream().map(UnNumber::of).forEach(commodity.unNumbers::add);
        commodity.confidence = row.some("confidence").orElse(null);
        commodity.sources.addAll(Arrays.asList(row.text("source").split("\\+")));
        return commodity;
    }

    private void control(CommodityDraft commodity, String group, @Nullable String note) {
        Csv listing = groups.get(group);
        if (listing == null) {
            throw new IllegalStateException("montreal-groups.csv lacks " + group);
        }
        String by = listing.text("added_by");
        commodity.controls.add(new Control(
                Convention.MONTREAL,
                listing.text("annex"),
                group,
                Integer.valueOf(by.replaceAll("\\D", "")),
                listing.day("in_force").orElse(null),
                null,
                listing.text("source") + (note == null ? "" : "; " + note)));
    }

    private void nameAsTraded(CommodityDraft commodity) {
        for (Csv row : tradeNames.getOrDefault(commodity.id.value(), List.of())) {
            commodity.tradeNames.add(row.text("trade_name"));
            commodity.brands.add(new CommodityDetail.Brand(
                    row.text("trade_name"),
                    row.some("maker").orElse(null),
                    row.some("confidence").orElse(null)));
        }
    }

    /** The sum over the controlled components by mass; none if the Protocol gives one of them no value. */
    private @Nullable BigDecimal byMass(CommodityDraft blend, Function<CommodityDraft, @Nullable BigDecimal> value) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Component component : blend.components) {
            CommodityDraft substance = controlled.get(component.commodity().value());
            if (substance != null) {
                BigDecimal whole = value.apply(substance);
                if (whole == null) {
                    return null;
                }
                sum = sum.add(whole.multiply(component.percent()).divide(HUNDRED));
            }
        }
        return plain(sum);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
