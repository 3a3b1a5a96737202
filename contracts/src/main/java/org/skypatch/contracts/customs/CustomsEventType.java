package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a customs event says; the labels are those of the interface. */
public enum CustomsEventType {
    /** Left, or released to leave, for the destination; by the country of dispatch. */
    EXPORT_DECLARED("export-declared"),
    /** Leaves again a country that had imported it, free zones included. */
    RE_EXPORT_DECLARED("re-export-declared"),
    /** Crossed into a transit country. */
    TRANSIT_ENTERED("transit-entered"),
    /** Crossed out of a transit country. */
    TRANSIT_LEFT("transit-left"),
    /** Arrived and released at the destination; may be partial. */
    IMPORT_CONFIRMED("import-confirmed"),
    /** Arrived at the destination and not let in. */
    IMPORT_REFUSED("import-refused"),
    /** Came back to the country of dispatch. */
    GOODS_RETURNED("goods-returned"),
    /** Held, with what was declared and what was found. */
    GOODS_SEIZED("goods-seized"),
    /** A seizure ended. */
    SEIZURE_CLOSED("seizure-closed"),
    /** Entered a free zone or warehouse. */
    BOND_ENTERED("bond-entered"),
    /** Left a free zone or warehouse. */
    BOND_LEFT("bond-left"),
    /** Discharged and loaded without import. */
    TRANSHIPPED("transhipped"),
    /** Basel: pre-announcement by the exporting State. */
    SHIPMENT_ANNOUNCED("shipment-announced"),
    /** Basel: the facility received the waste. */
    WASTE_RECEIVED("waste-received"),
    /** Lost by accident. */
    GOODS_LOST("goods-lost"),
    /** Destroyed. */
    GOODS_DESTROYED("goods-destroyed"),
    /** Disposed of or recovered, with certificate. */
    DISPOSAL_COMPLETED("disposal-completed"),
    /** An officer's own suspicion. */
    SUSPICION_REPORTED("suspicion-reported"),
    /** Corrects an earlier event of the same administration. */
    DECLARATION_AMENDED("declaration-amended"),
    /** Withdraws an earlier event of the same administration. */
    DECLARATION_CANCELLED("declaration-cancelled");

    private final String label;

    CustomsEventType(String label) {
        this.label = label;
    }

    /**
     * The value of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CustomsEventType of(String label) {
        return parse(label)
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(CustomsEventType::label).collect(Collectors.joining(", "))));
    }

    /** The value of this label, or empty. */
    public static Optional<CustomsEventType> parse(String label) {
        return Arrays.stream(values())
                .filter(value -> value.label.equals(label))
                .findFirst();
    }

    /** How the value is written in JSON and in the database. */
    @JsonValue
    public String label() {
        return label;
    }

    /** Whether the event says that goods left a country as exports: an export or a re-export. */
    public boolean isDeparture() {
        return this == EXPORT_DECLARED || this == RE_EXPORT_DECLARED;
    }

    /** Whether the event corrects or withdraws an earlier one. */
    public boolean isCorrection() {
        return this == DECLARATION_AMENDED || this == DECLARATION_CANCELLED;
    }
}
