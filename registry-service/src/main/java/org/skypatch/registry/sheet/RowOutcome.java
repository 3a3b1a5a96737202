package org.skypatch.registry.sheet;

import java.util.Arrays;

/** What applying a sheet does with a row. */
public enum RowOutcome {
    /** There is no such record yet; it will be made. */
    INSERT("insert"),
    /** The record will be changed. */
    EDIT("edit"),
    /** The record says this already. */
    SKIP("skip"),
    /** The row is wrong; nothing can be applied. */
    ERROR("error");

    private final String label;

    RowOutcome(String label) {
        this.label = label;
    }

    /**
     * The outcome of this label.
     *
     * @throws IllegalArgumentException naming the labels there are
     */
    public static RowOutcome of(String label) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of insert, edit, skip, error"));
    }

    public String label() {
        return label;
    }
}
