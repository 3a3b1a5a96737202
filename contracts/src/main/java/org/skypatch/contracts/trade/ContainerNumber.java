package org.skypatch.contracts.trade;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A freight container by its ISO 6346 number, kept as typed in upper case without blanks; a wrong check digit is a
 * warning, never a refusal.
 */
public record ContainerNumber(String value) implements Comparable<ContainerNumber> {

    public ContainerNumber {
        value = value.replace(" ", "").toUpperCase(Locale.ROOT);
        if (value.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ContainerNumber of(String value) {
        return new ContainerNumber(value);
    }

    @Override
    public int compareTo(ContainerNumber other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
