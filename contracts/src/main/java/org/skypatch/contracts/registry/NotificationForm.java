package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.Volume;

/**
 * What the notification form asks beside the fields that rules rest on (Basel Convention, Annex V A; the blocks are those
 * of the international notification document). What a block of the form needs and is not here, {@link NotificationFact} holds.
 *
 * @param exporter block 1, exporter or notifier
 * @param importer block 2, importer or consignee
 * @param volumeM3 block 5, total intended quantity in cubic metres, beside the mass
 * @param packaging block 7, codes 1 to 9
 * @param packagingWords block 7, what 9 stands for
 * @param specialHandling block 7, special handling requirements in words; none if none are needed
 * @param carriers block 8
 * @param generators block 9
 * @param facility block 10
 * @param actualSite block 10, where the waste is disposed of or recovered in fact
 * @param furtherOperations block 11, D or R codes that follow the first one
 * @param technology block 11, technology employed
 * @param reasonForExport block 11
 * @param designation block 12, what the waste is called
 * @param composition block 12, what it consists of
 * @param physical block 13, codes 1 to 7
 * @param physicalWords block 13, what 7 stands for
 * @param identification block 14
 * @param countries block 15, in the order of the journey
 * @param entryOffice block 16, customs office of entry
 * @param exitOffice block 16, customs office of exit
 * @param exportOffice block 16, customs office of export
 * @param declarations block 17, of the exporter and of the generator
 * @param annexes block 18, number of annexes attached
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NotificationForm(
        @Nullable FormContact exporter,
        @Nullable FormContact importer,
        @Nullable Volume volumeM3,
        List<String> packaging,
        @Nullable String packagingWords,
        @Nullable String specialHandling,
        List<FormCarrier> carriers,
        List<FormGenerator> generators,
        @Nullable FormContact facility,
        @Nullable String actualSite,
        List<String> furtherOperations,
        @Nullable String technology,
        @Nullable String reasonForExport,
        @Nullable String designation,
        @Nullable String composition,
        List<String> physical,
        @Nullable String physicalWords,
        @Nullable WasteIdentification identification,
        List<FormCountry> countries,
        @Nullable String entryOffice,
        @Nullable String exitOffice,
        @Nullable String exportOffice,
        List<FormDeclaration> declarations,
        @Nullable Integer annexes) {
    public NotificationForm {
        packaging = packaging == null ? List.of() : List.copyOf(packaging);
        carriers = carriers == null ? List.of() : List.copyOf(carriers);
        generators = generators == null ? List.of() : List.copyOf(generators);
        furtherOperations = furtherOperations == null ? List.of() : List.copyOf(furtherOperations);
        physical = physical == null ? List.of() : List.copyOf(physical);
        countries = countries == null ? List.of() : List.copyOf(countries);
        declarations = declarations == null ? List.of() : List.copyOf(declarations);
    }
}
