package org.skypatch.contracts.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.skypatch.contracts.trade.CountryCode;

/**
 * A body that reports or decides for a Party or a region: {@code CN-customs}, {@code NL-nou}, {@code RILO-AP}.
 */
public record AdministrationId(String value) implements Comparable<AdministrationId> {

    public AdministrationId {
        value = value.strip();
        if (value.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
        if (!value.matches("[A-Za-z0-9]{2,12}-[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("must be an administration such as CN-customs");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AdministrationId of(String value) {
        return new AdministrationId(value);
    }

    /** The country that the administration acts for, if its name begins with one: {@code CN} for {@code CN-customs}. */
    public Optional<CountryCode> country() {
        return CountryCode.parse(value.substring(0, value.indexOf('-')));
    }

    @Override
    public int compareTo(AdministrationId other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
