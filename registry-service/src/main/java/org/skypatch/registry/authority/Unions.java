package org.skypatch.registry.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.trade.CountryCode;

/** Customs unions by date, as the territory records say; their limits bind their members, and some stand where a country stands. */
public interface Unions {

    /** The unions of a State on a day, such as {@code EU}. */
    List<String> of(CountryCode state, LocalDate on);

    /** The union that may stand for a country on a day: the first of its unions whose name is written where a country is. */
    default Optional<CountryCode> standingFor(CountryCode country, LocalDate on) {
        return of(country, on).stream()
                .flatMap(union -> CountryCode.parse(union).stream())
                .findFirst();
    }

    /** Whether one is the other, or a union that the other is a member of on a day. */
    default boolean areOne(CountryCode one, CountryCode other, LocalDate on) {
        return one.equals(other)
                || of(one, on).contains(other.value())
                || of(other, on).contains(one.value());
    }
}
