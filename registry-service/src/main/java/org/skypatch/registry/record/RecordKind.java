package org.skypatch.registry.record;

/** The kinds of records; the labels are those of the topic. */
public enum RecordKind {
    TRADER("trader"),
    LICENCE("licence"),
    COVERAGE("coverage"),
    REQUIREMENT("requirement"),
    PARTY("party"),
    COMMODITY("commodity");

    private final String label;

    RecordKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
