package org.skypatch.registry.imports;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.catalogue.CodeList;
import org.skypatch.registry.catalogue.Listed;

/** The lists of codes beside commodities and Parties. */
final class CodeLists {

    private static final String YES = "y";

    private CodeLists() {}

    static Map<CodeList<?>, List<? extends Listed>> read() {
        Map<CodeList<?>, List<? extends Listed>> lists = new LinkedHashMap<>();
        lists.put(CodeList.PORTS, rows("ports.csv", CodeLists::port));
        lists.put(CodeList.OPERATIONS, rows("basel-operations.csv", CodeLists::operation));
        lists.put(CodeList.HAZARDS, rows("basel-hazard-codes.csv", CodeLists::hazard));
        lists.put(CodeList.FORM_CODES, rows("basel-packaging-and-transport.csv", CodeLists::formCode));
        lists.put(CodeList.PHASE_OUT, rows("montreal-phaseout.csv", CodeLists::phaseOutStep));
        HsEditions editions = HsEditions.read();
        lists.put(CodeList.HS_LINES, rows("montreal-hs-codes.csv", row -> hsLine(row, editions)));
        return lists;
    }

    private static <T extends Listed> List<T> rows(String file, Function<Csv, T> read) {
        return Csv.rows(file).stream().map(read).toList();
    }

    private static Listed.Port port(Csv row) {
        return new Listed.Port(
                row.text("locode"),
                row.text("name"),
                CountryCode.of(row.text("country_iso2")),
                row.number("lat").orElse(null),
                row.number("lon").orElse(null),
                row.several("function"),
                row.some("iata").orElse(null),
                row.some("coord_source").orElse(null));
    }

    private static Listed.Operation operation(Csv row) {
        return new Listed.Operation(
                row.text("code"),
                row.text("kind"),
                row.text("description"),
                row.text("interim").equals(YES),
                row.text("annex"),
                row.some("note").orElse(null));
    }

    private static Listed.Hazard hazard(Csv row) {
        return new Listed.Hazard(row.text("code"), row.text("un_class"), row.text("name"), row.text("description"));
    }

    private static Listed.FormCode formCode(Csv row) {
        return new Listed.FormCode(row.text("group"), row.text("code"), row.text("label"));
    }

    private static Listed.PhaseOutStep phaseOutStep(Csv row) {
        return new Listed.PhaseOutStep(
                row.text("annex_group").replace('/', '-'),
                row.text("party_class"),
                Integer.parseInt(row.text("year")),
                new BigDecimal(row.text("allowed_percent_of_baseline")),
                row.text("measure"),
                row.some("note").orElse(null));
    }

    private static Listed.HsLine hsLine(Csv row, HsEditions editions) {
        return new Listed.HsLine(
                row.text("hs2022"),
                row.some("hs2017").orElse(null),
                row.text("kind"),
                row.text("description"),
                row.several("covers").stream().map(CommodityId::of).toList(),
                editions.isResidual(HsEditions.HS2022, row.text("hs2022")),
                row.some("note").orElse(null),
                row.some("confidence").orElse(null));
    }
}
