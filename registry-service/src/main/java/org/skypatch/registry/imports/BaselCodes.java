package org.skypatch.registry.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.registry.Control;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.WasteCode;

/**
 * The waste codes of the Basel Convention. Annexes I, II and VIII are controlled while in force; list B (Annex IX) is
 * listed and not controlled.
 */
final class BaselCodes {

    private static final Map<String, String> ANNEXES = Map.of(
            "annex-I-Y", "Annex I", "annex-II-Y", "Annex II", "annex-VIII-A", "Annex VIII", "annex-IX-B", "Annex IX");
    private static final Set<String> CONTROLLED = Set.of("annex-I-Y", "annex-II-Y", "annex-VIII-A");

    /** The codes of the text of 1989: Y1 to Y45 and, in Annex II, Y46 and Y47. */
    private static final String ORIGINAL = "Y([1-9]|[1-3][0-9]|4[0-7])";

    private static final LocalDate CONVENTION_IN_FORCE = LocalDate.of(1992, 5, 5);
    private static final int CONVENTION_ADOPTED = 1989;

    private BaselCodes() {}

    static List<CommodityDraft> read() {
        return Csv.rows("basel-waste-codes.csv").stream().map(BaselCodes::waste).toList();
    }

    private static CommodityDraft waste(Csv row) {
        String code = row.text("code");
        CommodityDraft waste = new CommodityDraft(idOf(code), row.text("description"), "waste");
        waste.wasteCodes.add(WasteCode.of(code));
        waste.status = row.text("status");
        if (CONTROLLED.contains(row.text("list"))) {
            waste.controls.add(control(code, row));
            if (row.text("status").equals("active")) {
                waste.conventions.add(Convention.BASEL);
            }
        }
        waste.note = row.some("convention_note").orElse(null);
        row.several("typical_h_codes").forEach(waste.hazards::add);
        row.several("hs_hint").stream().map(HsCode::of).forEach(waste.hsHints::add);
        row.several("replaced_by").stream().map(BaselCodes::idOf).forEach(waste.replacedBy::add);
        return waste;
    }

    private static Control control(String code, Csv row) {
        boolean original = code.matches(ORIGINAL);
        Optional<LocalDate> from =
                row.day("valid_from").or(() -> original ? Optional.of(CONVENTION_IN_FORCE) : Optional.empty());
        return new Control(
                Convention.BASEL,
                ANNEXES.getOrDefault(row.text("list"), row.text("list")),
                null,
                original ? CONVENTION_ADOPTED : null,
                from.orElse(null),
                row.day("valid_to").orElse(null),
                row.some("convention_note").orElse(null));
    }

    private static CommodityId idOf(String code) {
        return CommodityId.of(code.toLowerCase(Locale.ROOT));
    }
}
