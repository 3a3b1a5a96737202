package org.skypatch.tracking.movement;

/** Where a movement stands: derived, never set. Declared in the order in which the first that holds is taken. */
public enum MovementStatus {
    CANCELLED("cancelled"),
    SEIZED("seized"),
    LOST("lost"),
    DISPOSED("disposed"),
    RETURNED("returned"),
    RETURNING("returning"),
    REFUSED("refused"),
    ARRIVED("arrived"),
    PART_ARRIVED("part-arrived"),
    IN_BOND("in-bond"),
    IN_TRANSIT("in-transit"),
    UNDER_WAY("under-way"),
    PRE_ANNOUNCED("pre-announced"),
    ARRIVED_UNMATCHED("arrived-unmatched"),
    OVERDUE("overdue");

    private final String label;

    MovementStatus(String label) {
        this.label = label;
    }

    /** How it is written in JSON and in the database. */
    public String label() {
        return label;
    }

    /** Whether {@code overdue} stands in its place while the goods have not arrived in time. */
    public boolean givesWayToOverdue() {
        return ordinal() >= IN_BOND.ordinal() && this != OVERDUE;
    }
}
