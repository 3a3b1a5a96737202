package org.skypatch.registry.notification;

import static org.skypatch.contracts.registry.DecisionState.ACKNOWLEDGED;
import static org.skypatch.contracts.registry.DecisionState.AWAITED;
import static org.skypatch.contracts.registry.DecisionState.CONSENTED;
import static org.skypatch.contracts.registry.DecisionState.INFORMATION_ASKED;
import static org.skypatch.contracts.registry.DecisionState.OBJECTED;
import static org.skypatch.contracts.registry.DecisionState.PRESUMED;
import static org.skypatch.contracts.registry.DecisionState.WITH_CONDITIONS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.registry.DecisionState;

/** The state table of one State concerned. A decision implies the acknowledgement; what is decided stays. */
public enum StateMove {
    ACKNOWLEDGE(ACKNOWLEDGED, AWAITED),
    ASK(INFORMATION_ASKED, AWAITED, ACKNOWLEDGED),
    /** The exporting State's answer to what was asked. */
    REPLY(ACKNOWLEDGED, INFORMATION_ASKED),
    CONSENT(CONSENTED, AWAITED, ACKNOWLEDGED, INFORMATION_ASKED),
    CONSENT_WITH_CONDITIONS(WITH_CONDITIONS, AWAITED, ACKNOWLEDGED, INFORMATION_ASKED),
    OBJECT(OBJECTED, AWAITED, ACKNOWLEDGED, INFORMATION_ASKED),
    /** By silence; only of a State that has acknowledged its receipt and asked nothing. */
    PRESUME(PRESUMED, ACKNOWLEDGED);

    private final DecisionState to;
    private final Set<DecisionState> from;

    StateMove(DecisionState to, DecisionState... from) {
        this.to = to;
        this.from = Set.of(from);
    }

    /** Where this move leads from a state; empty if the state does not allow it. */
    public Optional<DecisionState> from(DecisionState state) {
        return from.contains(state) ? Optional.of(to) : Optional.empty();
    }

    /** The move by which a State says this itself; empty if it cannot say so. */
    static Optional<StateMove> saying(DecisionState decision) {
        return Arrays.stream(values())
                .filter(StateMove::isMadeByTheState)
                .filter(move -> move.to == decision)
                .findFirst();
    }

    /** What a State can say itself, standing so. */
    static List<String> labelsIn(DecisionState state) {
        return Arrays.stream(values())
                .filter(StateMove::isMadeByTheState)
                .filter(move -> move.from(state).isPresent())
                .map(move -> move.to.label())
                .toList();
    }

    private boolean isMadeByTheState() {
        return this != REPLY && this != PRESUME;
    }
}
