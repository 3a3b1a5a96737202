package org.skypatch.registry.store;

import org.jspecify.annotations.Nullable;

/** Values as parameters of queries. */
final class Columns {

    private Columns() {}

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** A text in which no character has a meaning for {@code like}. */
    static @Nullable String literal(@Nullable String text) {
        return text == null ? null : text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
