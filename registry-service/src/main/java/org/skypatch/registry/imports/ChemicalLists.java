package org.skypatch.registry.imports;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.Control;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.HsCode;

/**
 * The chemicals of the Stockholm annexes and of Rotterdam Annex III. An entry joins the commodity whose first CAS number
 * is its own first one, unless it is a formulation or known to be wider; every CAS number stays with one commodity.
 */
final class ChemicalLists {

    private static final int LONGEST_ID = 60;

    /** What stood in the texts took effect with them; of later listings the lists give the year alone. */
    private static final Map<Integer, LocalDate> STOCKHOLM_IN_FORCE = Map.of(2001, LocalDate.of(2004, 5, 17));

    private static final Map<Integer, LocalDate> ROTTERDAM_IN_FORCE = Map.of(1998, LocalDate.of(2004, 2, 24));

    private final Map<CommodityId, CommodityDraft> drafts = new LinkedHashMap<>();
    private final Map<CasNumber, CommodityId> byFirstCas = new LinkedHashMap<>();
    private final Set<CasNumber> taken = new HashSet<>();

    private ChemicalLists() {}

    /** All commodities, with those of the chemical lists joined to them. */
    static List<CommodityDraft> joinedTo(List<CommodityDraft> substances, List<CommodityDraft> wastes) {
        ChemicalLists lists = new ChemicalLists();
        substances.forEach(lists::keep);
        wastes.forEach(lists::keep);
        Csv.rows("stockholm-substances.csv").forEach(lists::addStockholm);
        Set<String> keptApart = Csv.rows("rotterdam-kept-apart.csv").stream()
                .map(row -> row.text("chemical"))
                .collect(Collectors.toSet());
        Csv.rows("rotterdam-annex-iii.csv").forEach(row -> lists.addRotterdam(row, keptApart));
        return List.copyOf(lists.drafts.values());
    }

    private void addStockholm(Csv row) {
        CommodityDraft chemical = chemical(row.text("name"), cas(row), Convention.STOCKHOLM, false);
        int year = Integer.parseInt(row.text("added_year"));
        for (String annex : row.several("annex")) {
            chemical.controls.add(new Control(
                    Convention.STOCKHOLM,
                    "Annex " + annex,
                    null,
                    year,
                    STOCKHOLM_IN_FORCE.get(year),
                    null,
                    row.some("type").map(type -> type.replace(";", ", ")).orElse(null)));
        }
        chemical.exemptions = row.some("specific_exemption_note").orElse(null);
        chemical.lowPopLimit = row.some("low_pop_content_limit").orElse(null);
        chemical.lowPopLimitFrom = row.some("limit_basis").orElse(null);
    }

    private void addRotterdam(Csv row, Set<String> keptApart) {
        String name = row.text("chemical");
        boolean formulation = row.text("category").equals("SHPF");
        CommodityDraft chemical =
                chemical(name, cas(row), Convention.ROTTERDAM, formulation || keptApart.contains(name));
        int year = Integer.parseInt(row.text("added_by_cop_year"));
        chemical.controls.add(new Control(
                Convention.ROTTERDAM,
                "Annex III",
                null,
                year,
                ROTTERDAM_IN_FORCE.get(year),
                null,
                noteOf(row, formulation)));
        row.several("hs_code").stream().map(HsCode::of).forEach(chemical.hsCodes::add);
        row.several("hs_code_preparation").stream().map(HsCode::of).forEach(chemical.hsHints::add);
    }

    private static String noteOf(Csv row, boolean formulation) {
        String category = formulation
                ? "severely hazardous pesticide formulation"
                : row.text("category").replace(";", ", ");
        String by =
                row.text("added_by").equals("original") ? "in the text of 1998" : "added by " + row.text("added_by");
        return category + "; " + by + row.some("note").map(note -> "; " + note).orElse("");
    }

    /** The commodity that an entry is, a new one if there is none. */
    private CommodityDraft chemical(String name, List<CasNumber> cas, Convention convention, boolean apart) {
        CommodityDraft chemical = apart ? null : known(cas);
        if (chemical == null) {
            chemical = new CommodityDraft(idOf(name), name, "chemical");
        } else {
            chemical.otherNames.add(name);
        }
        chemical.conventions.add(convention);
        cas.stream().filter(number -> !taken.contains(number)).forEach(chemical.casNumbers::add);
        keep(chemical);
        return chemical;
    }

    private @Nullable CommodityDraft known(List<CasNumber> cas) {
        CommodityId id = cas.isEmpty() ? null : byFirstCas.get(cas.getFirst());
        return id == null ? null : drafts.get(id);
    }

    private void keep(CommodityDraft commodity) {
        drafts.put(commodity.id, commodity);
        taken.addAll(commodity.casNumbers);
        commodity.casNumbers.stream().findFirst().ifPresent(first -> byFirstCas.putIfAbsent(first, commodity.id));
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
}
