package org.skypatch.tracking.finding.rule.waste;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.WasteCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.rule.Line;
import org.skypatch.tracking.movement.Movement;

/** What of a movement is waste under the Basel Convention, and by which codes. */
final class Waste {

    private Waste() {}

    /** Its lines of waste: goods of a commodity that the Basel Convention controls. */
    static List<Line> of(Movement movement, Evidence evidence) {
        return Line.declared(movement, evidence).stream()
                .filter(line -> line.commodity()
                        .filter(id -> evidence.catalogue().conventions(id).contains(Convention.BASEL))
                        .isPresent())
                .toList();
    }

    /** Its codes in capitals: those declared, and the catalogue's own where that is a code. */
    static Set<String> codes(Line line) {
        return Stream.concat(
                        line.goods().wasteCodes().stream().map(WasteCode::value),
                        line.commodity().stream().map(CommodityId::value))
                .map(code -> code.toUpperCase(Locale.ROOT).replaceAll("\\s", ""))
                .filter(code -> code.matches("[ABY][0-9]{1,4}"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it is hazardous waste of Annex I or VIII: not household waste, plastic or e-waste of Annex II, not Annex IX. */
    static boolean isHazardous(Line line) {
        return codes(line).stream().anyMatch(code -> code.startsWith("A") || code.startsWith("Y") && !isOther(code));
    }

    /** Waste of Annex II: Y46 to Y49. */
    static boolean isOther(String code) {
        return code.matches("Y4[6-9]");
    }
}
