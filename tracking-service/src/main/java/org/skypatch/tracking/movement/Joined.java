package org.skypatch.tracking.movement;

/** How sure it is that the events of a movement belong together. */
public enum Joined {
    /** By a reference that only one consignment has, or a single report. */
    DECISIVE("decisive"),
    /** By a transport document or a container that fits. */
    STRONG("strong"),
    /** By likeness alone. */
    PROBABLE("probable");

    private final String label;

    Joined(String label) {
        this.label = label;
    }

    /** How it is written in JSON and in the database. */
    public String label() {
        return label;
    }
}
