package org.skypatch.tracking.ingest;

import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.Route;
import org.skypatch.contracts.trade.CountryCode;

/** When arrival was declared: a time, or a date, which means the end of that day at the destination. */
final class ExpectedArrival {

    private static final int MILLIS = 1_000;

    private ExpectedArrival() {}

    static Instant read(String text, @Nullable Route route) {
        try {
            if (text.length() == 10) {
                LocalDate day = LocalDate.parse(text);
                return day.plusDays(1)
                        .atStartOfDay()
                        .toInstant(route == null ? ZoneOffset.UTC : westernmost(route.destination(), day));
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a date or a time with offset such as 2026-03-14", e);
        }
    }

    /** Where in the country the day ends last (Unicode CLDR zones of the region); UTC where none is known. */
    private static ZoneOffset westernmost(CountryCode country, LocalDate day) {
        long noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
        return TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, country.value(), null).stream()
                .map(id -> TimeZone.getTimeZone(id).getOffset(noon) / MILLIS)
                .min(Comparator.naturalOrder())
                .map(ZoneOffset::ofTotalSeconds)
                .orElse(ZoneOffset.UTC);
    }
}
