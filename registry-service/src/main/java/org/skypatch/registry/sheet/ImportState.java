package org.skypatch.registry.sheet;

import java.util.Arrays;
import java.util.List;

/** Where an import of sheets stands. */
public enum ImportState {
    /** The file is kept; the dry run has not begun. */
    RECEIVED("received"),
    /** The dry run goes on. */
    CHECKING("checking"),
    /** Every row has its outcome; nothing is written yet. */
    CHECKED("checked"),
    /** The file cannot be read as sheets. */
    FAILED("failed"),
    /** All rows are being written, in one transaction. */
    APPLYING("applying"),
    /** All rows are written. */
    APPLIED("applied"),
    /** Nothing is written: records have changed since the dry run, or cannot take another version. */
    REFUSED("refused");

    private final String label;

    ImportState(String label) {
        this.label = label;
    }

    /**
     * The state of this label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ImportState of(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such state"));
    }

    public String label() {
        return label;
    }

    /** The moves that its sender can make from here. */
    public List<String> allowed() {
        return switch (this) {
            case CHECKED -> List.of("apply");
            case RECEIVED, CHECKING, FAILED, APPLYING, APPLIED, REFUSED -> List.of();
        };
    }
}
