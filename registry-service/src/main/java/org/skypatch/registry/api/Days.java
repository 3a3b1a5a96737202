package org.skypatch.registry.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The parameter {@code on}: the day whose law and lists are meant. */
final class Days {

    private Days() {}

    /** The day of a query; null if none is given. */
    static @Nullable LocalDate on(@Nullable String text) {
        return Texts.inQuery("on", text, Days::day);
    }

    private static LocalDate day(String text) {
        try {
            return Form.day(text);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("must be a date such as 2026-12-31", e);
        }
    }
}
