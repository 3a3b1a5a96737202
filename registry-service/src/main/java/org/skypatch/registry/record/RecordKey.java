package org.skypatch.registry.record;

/**
 * What a record is called everywhere.
 *
 * @param name its name within the kind, such as {@code TH/TH-HCFC-2026-00017}
 */
public record RecordKey(RecordKind<?> kind, String name) implements Comparable<RecordKey> {

    /** As the key of a topic's record: {@code licence:TH/TH-HCFC-2026-00017}. */
    @Override
    public String toString() {
        return kind.label() + ":" + name;
    }

    @Override
    public int compareTo(RecordKey other) {
        return toString().compareTo(other.toString());
    }
}
