package org.skypatch.year;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.Component;
import org.skypatch.contracts.registry.Control;
import org.skypatch.contracts.registry.HsListing;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.contracts.trade.WasteCode;

/**
 * A commodity of the year, with the codes of the registry's catalogue.
 *
 * @param components of a blend: id and percent in turn
 * @param price about so many dollars a kilogram
 */
record Substance(
        String id,
        Convention convention,
        @Nullable String group,
        @Nullable String cas,
        @Nullable String un,
        @Nullable String hs,
        List<String> components,
        double price) {

    static final List<Substance> ALL = List.of(
            of("hcfc-22", "C-I", "75-45-6", "1018", "2903.71", 3),
            of("hcfc-123", "C-I", "306-83-2", null, "2903.72", 6),
            of("hcfc-141b", "C-I", "1717-00-6", null, "2903.73", 4),
            of("cfc-12", "A-I", "75-71-8", "1028", "2903.77", 20),
            of("methyl-bromide", "E-I", "74-83-9", "1062", "2903.61", 8),
            of("hfc-32", "F-I", "75-10-5", "3252", "2903.42", 4),
            of("hfc-125", "F-I", "354-33-6", "3220", "2903.44", 5),
            of("hfc-134a", "F-I", "811-97-2", "3159", "2903.45", 5),
            of("hfc-143a", "F-I", "420-46-2", "2035", "2903.44", 6),
            of("hfc-227ea", "F-I", "431-89-0", "3296", "2903.46", 9),
            of("hfc-245fa", "F-I", "460-73-1", null, "2903.47", 9),
            blend("r-410a", "1078", "3827.63", "hfc-125", "50", "hfc-32", "50"),
            blend("r-404a", "3337", "3827.61", "hfc-143a", "52", "hfc-125", "44", "hfc-134a", "4"),
            blend("r-407c", "3340", "3827.64", "hfc-134a", "52", "hfc-125", "25", "hfc-32", "23"),
            waste("a1160"),
            waste("a3020"),
            waste("a4060"),
            new Substance("aldicarb", Convention.ROTTERDAM, null, "116-06-3", null, null, List.of(), 12),
            new Substance(
                    "beta-hexachlorocyclohexane", Convention.STOCKHOLM, null, "319-85-7", null, null, List.of(), 2));

    private static Substance of(String id, String group, String cas, @Nullable String un, String hs, double price) {
        return new Substance(id, Convention.MONTREAL, group, cas, un, hs, List.of(), price);
    }

    private static Substance blend(String id, String un, String hs, String... components) {
        return new Substance(id, Convention.MONTREAL, "F-I", null, un, hs, List.of(components), 7);
    }

    private static Substance waste(String code) {
        return new Substance(code, Convention.BASEL, null, null, null, null, List.of(), 0.2);
    }

    static Substance named(String id) {
        return ALL.stream().filter(one -> one.id.equals(id)).findFirst().orElseThrow();
    }

    boolean isWaste() {
        return convention == Convention.BASEL;
    }

    /** As the catalogue of the registry has it, in short. */
    CommodityFact fact() {
        List<Component> parts = new ArrayList<>();
        for (int i = 0; i < components.size(); i += 2) {
            parts.add(new Component(CommodityId.of(components.get(i)), new BigDecimal(components.get(i + 1))));
        }
        return new CommodityFact(
                CommodityId.of(id),
                id.toUpperCase(Locale.ROOT),
                isWaste() ? "waste" : parts.isEmpty() ? "substance" : "blend",
                Set.of(convention),
                group == null ? Set.of() : Set.of(group),
                parts,
                "C-I".equals(group) ? new BigDecimal("0.055") : null,
                parts.isEmpty() && group != null ? new BigDecimal("1430") : null,
                Stream.ofNullable(cas).map(CasNumber::of).toList(),
                List.of(),
                Stream.ofNullable(un).map(UnNumber::of).toList(),
                isWaste() ? List.of(WasteCode.of(id.toUpperCase(Locale.ROOT))) : List.of(),
                List.of(),
                convention == Convention.STOCKHOLM
                        ? List.of(new Control(convention, "Annex A", null, 2009, null, null, null))
                        : List.of(),
                Stream.ofNullable(hs)
                        .map(code -> new HsListing(HsCode.of(code), "HS2022", false))
                        .toList(),
                null);
    }
}
