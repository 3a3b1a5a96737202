package org.skypatch.tracking.release;

import java.util.Arrays;
import java.util.Optional;

/** How much of a movement is released. */
public enum Extent {
    /** Nothing any more: it is revoked. */
    NOTHING("revoked"),
    /** Without names of traders and numbers of papers. */
    NON_NOMINAL("non-nominal"),
    /** As the Parties see it. */
    WHOLE("whole");

    private final String label;

    Extent(String label) {
        this.label = label;
    }

    /** How it is written in JSON and in the database. */
    public String label() {
        return label;
    }

    /** The extent of this label. */
    public static Optional<Extent> parse(String label) {
        return Arrays.stream(values())
                .filter(extent -> extent.label.equals(label))
                .findFirst();
    }
}
