package org.skypatch.registry.notification;

import static org.skypatch.contracts.registry.ShipmentState.CANCELLED;
import static org.skypatch.contracts.registry.ShipmentState.COMPLETED;
import static org.skypatch.contracts.registry.ShipmentState.PART_REJECTED;
import static org.skypatch.contracts.registry.ShipmentState.PRE_ANNOUNCED;
import static org.skypatch.contracts.registry.ShipmentState.RECEIVED;
import static org.skypatch.contracts.registry.ShipmentState.REJECTED;
import static org.skypatch.contracts.registry.ShipmentState.STARTED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.ShipmentState;

/** The state table of shipments; it begins with the announcement. */
public enum ShipmentMove {
    START("start", STARTED, PRE_ANNOUNCED),
    ACCEPT("receive", RECEIVED, STARTED),
    ACCEPT_IN_PART("receive", PART_REJECTED, STARTED),
    REJECT("receive", REJECTED, STARTED),
    /** Stays where it is: the facility's signature under the receipt was missing. */
    CONFIRM("confirm", null, RECEIVED, PART_REJECTED),
    /** Stays where it is: only the certificate completes it. */
    DISPOSE("dispose", null, RECEIVED, PART_REJECTED),
    COMPLETE("complete", COMPLETED, RECEIVED, PART_REJECTED),
    /** Did not take place, or was turned round on the way. */
    CANCEL("cancel", CANCELLED, PRE_ANNOUNCED, STARTED);

    private final String label;
    private final @Nullable ShipmentState to;
    private final Set<ShipmentState> from;

    ShipmentMove(String label, @Nullable ShipmentState to, ShipmentState... from) {
        this.label = label;
        this.to = to;
        this.from = Set.of(from);
    }

    public String label() {
        return label;
    }

    /** Where this move leads from a state; empty if the state does not allow it. */
    public Optional<ShipmentState> from(ShipmentState state) {
        return from.contains(state) ? Optional.of(to == null ? state : to) : Optional.empty();
    }

    /** The labels of the moves that a state allows, each once. */
    static List<String> labelsIn(ShipmentState state) {
        return Arrays.stream(values())
                .filter(move -> move.from(state).isPresent())
                .map(ShipmentMove::label)
                .distinct()
                .toList();
    }
}
