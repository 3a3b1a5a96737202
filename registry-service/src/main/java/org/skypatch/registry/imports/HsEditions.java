package org.skypatch.registry.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.trade.HsCode;

/** What the lists say of the editions of the Harmonized System. */
final class HsEditions {

    static final String HS2022 = "HS2022";
    static final String HS2017 = "HS2017";

    private final Set<String> residual = new HashSet<>();
    private final Map<String, String> predecessors = new HashMap<>();

    private HsEditions() {}

    static HsEditions read() {
        HsEditions editions = new HsEditions();
        Csv.rows("hs-residual-lines.csv")
                .forEach(row -> editions.residual.add(row.text("edition") + " " + row.text("code")));
        Csv.rows("montreal-hs-codes.csv").forEach(row -> row.some("hs2017")
                .ifPresent(old -> editions.predecessors.putIfAbsent(row.text("hs2022"), old)));
        return editions;
    }

    /** Whether a line takes in other goods too, so that it proves nothing. */
    boolean isResidual(String edition, String code) {
        return residual.contains(edition + " " + code);
    }

    /** The code of 2017 in whose place a code of 2022 stands. */
    Optional<String> predecessor(String hs2022) {
        return Optional.ofNullable(predecessors.get(hs2022));
    }

    /** Notes a code under its edition. */
    void list(CommodityDraft commodity, String edition, String code) {
        commodity.travelsUnder(HsCode.of(code), edition, isResidual(edition, code));
    }
}
