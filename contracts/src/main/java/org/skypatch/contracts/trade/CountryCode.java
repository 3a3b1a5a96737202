package org.skypatch.contracts.trade;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A country by its ISO 3166-1 alpha-2 code in upper case, or {@code EU}, which may stand where a country stands.
 *
 * @throws IllegalArgumentException if the code is not assigned
 */
public record CountryCode(String value) implements Comparable<CountryCode> {

    /** The European Union: a customs union that issues licences for its members. */
    public static final CountryCode EU = new CountryCode("EU");

    private static final class Assigned {
        private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    }

    public CountryCode {
        if (!isAssigned(value)) {
            throw new IllegalArgumentException("must be a country code of ISO 3166-1 alpha-2 in upper case, or EU");
        }
    }

    private static boolean isAssigned(String value) {
        return value.equals("EU") || Assigned.CODES.contains(value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CountryCode of(String value) {
        return new CountryCode(value);
    }

    /** The country of this code, or empty if the code is not assigned. */
    public static Optional<CountryCode> parse(String value) {
        return isAssigned(value) ? Optional.of(new CountryCode(value)) : Optional.empty();
    }

    @Override
    public int compareTo(CountryCode other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
