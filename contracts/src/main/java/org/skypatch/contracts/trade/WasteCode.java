package org.skypatch.contracts.trade;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A waste code of the Basel Convention, Annexes I, VIII and IX, such as {@code A1160} or {@code Y31}, kept as typed.
 */
public record WasteCode(String value) implements Comparable<WasteCode> {

    public WasteCode {
        value = value.strip();
        if (value.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WasteCode of(String value) {
        return new WasteCode(value);
    }

    @Override
    public int compareTo(WasteCode other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
