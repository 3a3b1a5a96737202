package org.skypatch.registry.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.Component;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.registry.catalogue.CatalogueEntry;

/** The substances of the Montreal Protocol's annexes, their isomers, and the blends that hold one of them. */
final class MontrealLists {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private MontrealLists() {}

    static List<CatalogueEntry> read() {
        Map<String, List<String>> tradeNames = Csv.rows("montreal-trade-names.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("target_id"),
                        Collectors.mapping(row -> row.text("trade_name"), Collectors.toList())));
        Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
        for (Csv row : Csv.rows("montreal-substances.csv")) {
            entries.put(row.text("id"), substance(row, tradeNames));
        }
        Map<String, CommodityFact> controlled = entries.values().stream()
                .map(CatalogueEntry::commodity)
                .collect(Collectors.toMap(substance -> substance.id().value(), Function.identity()));
        Map<String, String> oldCodes = new LinkedHashMap<>();
        Csv.rows("montreal-hs-codes.csv")
                .forEach(row -> row.some("hs2017").ifPresent(old -> oldCodes.putIfAbsent(row.text("hs2022"), old)));
        for (Csv row : Csv.rows("montreal-mixtures.csv")) {
            entries.put(row.text("id"), blend(row, controlled, oldCodes, tradeNames));
        }
        return List.copyOf(entries.values());
    }

    private static CatalogueEntry substance(Csv row, Map<String, List<String>> tradeNames) {
        String id = row.text("id");
        Set<String> names = new LinkedHashSet<>();
        row.some("ashrae").ifPresent(names::add);
        names.addAll(tradeNames.getOrDefault(id, List.of()));
        row.some("chemical_name").ifPresent(names::add);
        return new CatalogueEntry(
                new CommodityFact(
                        CommodityId.of(id),
                        row.text("name"),
                        "substance",
                        Set.of(Convention.MONTREAL),
                        Set.of(row.text("annex") + "-" + row.text("group")),
                        List.of(),
                        row.number("odp").map(MontrealLists::plain).orElse(null),
                        row.number("gwp100").map(MontrealLists::plain).orElse(null),
                        row.several("cas").stream().map(CasNumber::of).toList(),
                        codes(row.several("hs2022"), row.several("hs2017")),
                        row.several("un_number").stream().map(UnNumber::of).toList(),
                        List.of(),
                        List.copyOf(names),
                        List.of(),
                        List.of(),
                        null),
                row.some("formula").stream().toList(),
                List.of());
    }

    private static CatalogueEntry blend(
            Csv row,
            Map<String, CommodityFact> controlled,
            Map<String, String> oldCodes,
            Map<String, List<String>> tradeNames) {
        String id = row.text("id");
        List<Component> components = row.several("components").stream()
                .map(part -> part.split(":"))
                .map(part -> new Component(CommodityId.of(part[0]), new BigDecimal(part[1])))
                .toList();
        Set<String> groups = new TreeSet<>();
        components.stream()
                .map(component -> controlled.get(component.commodity().value()))
                .flatMap(Stream::ofNullable)
                .forEach(substance -> groups.addAll(substance.groups()));
        List<String> hs2022 = row.several("hs2022");
        return new CatalogueEntry(
                new CommodityFact(
                        CommodityId.of(id),
                        row.text("name"),
                        "blend",
                        Set.of(Convention.MONTREAL),
                        groups,
                        components,
                        byMass(components, controlled, CommodityFact::odp),
                        byMass(components, controlled, CommodityFact::gwp),
                        List.of(),
                        codes(
                                hs2022,
                                hs2022.stream()
                                        .map(oldCodes::get)
                                        .flatMap(Stream::ofNullable)
                                        .toList()),
                        row.several("un_number").stream().map(UnNumber::of).toList(),
                        List.of(),
                        List.copyOf(new LinkedHashSet<>(tradeNames.getOrDefault(id, List.of()))),
                        List.of(),
                        List.of(),
                        null),
                List.of(),
                List.of());
    }

    /** The sum over the controlled components by mass; none if the Protocol gives one of them no value. */
    private static @Nullable BigDecimal byMass(
            List<Component> components,
            Map<String, CommodityFact> controlled,
            Function<CommodityFact, @Nullable BigDecimal> value) {
        List<BigDecimal> parts = new ArrayList<>();
        for (Component component : components) {
            CommodityFact substance = controlled.get(component.commodity().value());
            if (substance != null) {
                BigDecimal whole = value.apply(substance);
                if (whole == null) {
                    return null;
                }
                parts.add(whole.multiply(component.percent()).divide(HUNDRED));
            }
        }
        return plain(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static List<HsCode> codes(List<String> hs2022, List<String> hs2017) {
        return Stream.concat(hs2022.stream(), hs2017.stream())
                .distinct()
                .map(HsCode::of)
                .toList();
    }
}
