package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.UnNumber;

/**
 * The codes of the waste beside those of the Convention's own lists, which {@link NotificationFact#wasteCodes} holds: block
 * 14 of the notification and of the movement document, (i) Annex VIII or IX and (vii) Annex I apart.
 *
 * @param oecd (ii) if it differs from (i)
 * @param europeanList (iii) European list of wastes
 * @param nationalOfExport (iv) national code in the country of export
 * @param nationalOfImport (v) national code in the country of import
 * @param other (vi)
 * @param hazards (viii) H codes of Annex III
 * @param unClasses (ix)
 * @param unNumbers (x)
 * @param shippingNames (xi) UN shipping names
 * @param hsCodes (xii) customs codes
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WasteIdentification(
        @Nullable String oecd,
        @Nullable String europeanList,
        @Nullable String nationalOfExport,
        @Nullable String nationalOfImport,
        @Nullable String other,
        List<String> hazards,
        List<String> unClasses,
        List<UnNumber> unNumbers,
        List<String> shippingNames,
        List<HsCode> hsCodes) {
    public WasteIdentification {
        hazards = hazards == null ? List.of() : List.copyOf(hazards);
        unClasses = unClasses == null ? List.of() : List.copyOf(unClasses);
        unNumbers = unNumbers == null ? List.of() : List.copyOf(unNumbers);
        shippingNames = shippingNames == null ? List.of() : List.copyOf(shippingNames);
        hsCodes = hsCodes == null ? List.of() : List.copyOf(hsCodes);
    }
}
