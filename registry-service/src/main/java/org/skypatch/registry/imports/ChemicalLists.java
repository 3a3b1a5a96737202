package org.skypatch.registry.imports;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.registry.catalogue.CatalogueEntry;

/**
 * The chemicals of the Stockholm annexes and of Rotterdam Annex III. An entry joins the commodity whose first CAS number
 * is its own first one, unless it is a formulation or known to be wider; every CAS number stays with one commodity.
 */
final class ChemicalLists {

    private static final int LONGEST_ID = 60;

    private final Map<CommodityId, CatalogueEntry> entries = new LinkedHashMap<>();
    private final Map<CasNumber, CommodityId> byFirstCas = new LinkedHashMap<>();
    private final Set<CasNumber> taken = new HashSet<>();

    private ChemicalLists() {}

    /** All entries, with those of the chemical lists joined to them. */
    static List<CatalogueEntry> joinedTo(List<CatalogueEntry> substances, List<CatalogueEntry> wastes) {
        ChemicalLists lists = new ChemicalLists();
        substances.forEach(lists::keep);
        wastes.forEach(lists::keep);
        Csv.rows("stockholm-substances.csv").forEach(lists::addStockholm);
        Set<String> keptApart = Csv.rows("rotterdam-kept-apart.csv").stream()
                .map(row -> row.text("chemical"))
                .collect(Collectors.toSet());
        Csv.rows("rotterdam-annex-iii.csv").forEach(row -> lists.addRotterdam(row, keptApart));
        return List.copyOf(lists.entries.values());
    }

    private void addStockholm(Csv row) {
        add(row.text("name"), cas(row), List.of(), List.of(), Convention.STOCKHOLM, false);
    }

    private void addRotterdam(Csv row, Set<String> keptApart) {
        String name = row.text("chemical");
        add(
                name,
                cas(row),
                codes(row, "hs_code"),
                codes(row, "hs_code_preparation"),
                Convention.ROTTERDAM,
                row.text("category").equals("SHPF") || keptApart.contains(name));
    }

    private void add(
            String name,
            List<CasNumber> cas,
            List<HsCode> codes,
            List<HsCode> hints,
            Convention convention,
            boolean apart) {
        Optional<CatalogueEntry> same = apart
                ? Optional.empty()
                : cas.stream().findFirst().map(byFirstCas::get).map(entries::get);
        List<CasNumber> free =
                cas.stream().filter(number -> !taken.contains(number)).toList();
        keep(same.map(entry -> joined(entry, name, free, codes, hints, convention))
                .orElseGet(() -> chemical(name, free, codes, hints, convention)));
    }

    private void keep(CatalogueEntry entry) {
        CommodityFact commodity = entry.commodity();
        entries.put(commodity.id(), entry);
        taken.addAll(commodity.casNumbers());
        commodity.casNumbers().stream().findFirst().ifPresent(first -> byFirstCas.putIfAbsent(first, commodity.id()));
    }

    private static CatalogueEntry chemical(
            String name, List<CasNumber> cas, List<HsCode> codes, List<HsCode> hints, Convention convention) {
        return new CatalogueEntry(
                new CommodityFact(
                        idOf(name),
                        name,
                        "chemical",
                        Set.of(convention),
                        Set.of(),
                        List.of(),
                        null,
                        null,
                        cas,
                        codes,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null),
                List.of(),
                hints);
    }

    private static CatalogueEntry joined(
            CatalogueEntry entry,
            String name,
            List<CasNumber> cas,
            List<HsCode> codes,
            List<HsCode> hints,
            Convention convention) {
        CommodityFact known = entry.commodity();
        Set<Convention> conventions = new TreeSet<>(known.conventions());
        conventions.add(convention);
        return new CatalogueEntry(
                new CommodityFact(
                        known.id(),
                        known.name(),
                        known.kind(),
                        conventions,
                        known.groups(),
                        known.components(),
                        known.odp(),
                        known.gwp(),
                        both(known.casNumbers(), cas),
                        both(known.hsCodes(), codes),
                        known.unNumbers(),
                        known.wasteCodes(),
                        known.tradeNames(),
                        List.of(),
                        List.of(),
                        null),
                both(entry.otherNames(), List.of(name)),
                both(entry.hsHints(), hints));
    }

    /** A name as an id: lower-case letters and digits with hyphens between, cut to a length; it never changes. */
    static CommodityId idOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.length() <= LONGEST_ID ? plain : plain.substring(0, LONGEST_ID);
        return CommodityId.of(cut.replaceAll("^-|-$", ""));
    }

    private static List<CasNumber> cas(Csv row) {
        return row.several("cas").stream().map(CasNumber::of).toList();
    }

    private static List<HsCode> codes(Csv row, String column) {
        return row.several(column).stream().map(HsCode::of).toList();
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
