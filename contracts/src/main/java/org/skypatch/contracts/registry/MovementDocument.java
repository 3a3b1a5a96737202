package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.Volume;

/**
 * What the movement document says beside the fields that rules rest on (Basel Convention, Annex V B; the blocks are those
 * of the international movement document). What repeats the notification is read there.
 *
 * @param volumeM3 block 5, actual quantity in cubic metres, beside the mass
 * @param packaging block 7, codes 1 to 9
 * @param packages block 7, how many
 * @param specialHandling block 7, in words; none if none is needed
 * @param carriers block 8, in the order in which they take the waste over
 * @param declaration block 15, of the exporter or generator
 * @param additional block 16, whatever else somebody involved has to say
 * @param consignee block 17, receipt by an importer that is not the facility
 * @param receipt block 18, who received at the facility
 * @param receivedVolumeM3 block 18
 * @param disposalBy block 18, approximate date of disposal or recovery
 * @param rejectionReason block 18, why it was rejected, in whole or in part
 * @param completion block 19, who certifies the disposal or recovery
 * @param stamps blocks 20 (export), 21 (import) and 22 (transit), one for each country
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MovementDocument(
        @Nullable Volume volumeM3,
        List<String> packaging,
        @Nullable Integer packages,
        @Nullable String specialHandling,
        List<FormCarrier> carriers,
        @Nullable FormDeclaration declaration,
        @Nullable String additional,
        @Nullable FormDeclaration consignee,
        @Nullable FormDeclaration receipt,
        @Nullable Volume receivedVolumeM3,
        @Nullable LocalDate disposalBy,
        @Nullable String rejectionReason,
        @Nullable FormDeclaration completion,
        List<CustomsStamp> stamps) {

    /** A document on which nothing is written yet. */
    public static final MovementDocument BLANK = new MovementDocument(
            null, List.of(), null, null, List.of(), null, null, null, null, null, null, null, null, List.of());

    public MovementDocument {
        packaging = packaging == null ? List.of() : List.copyOf(packaging);
        carriers = carriers == null ? List.of() : List.copyOf(carriers);
        stamps = stamps == null ? List.of() : List.copyOf(stamps);
    }
}
