package org.skypatch.registry.consultation;

import static org.skypatch.contracts.registry.ConsultationState.CONFIRMED;
import static org.skypatch.contracts.registry.ConsultationState.INFORMATION_ASKED;
import static org.skypatch.contracts.registry.ConsultationState.NOT_SUPPORTED;
import static org.skypatch.contracts.registry.ConsultationState.REQUESTED;
import static org.skypatch.contracts.registry.ConsultationState.SUPERSEDED;
import static org.skypatch.contracts.registry.ConsultationState.UNANSWERED;
import static org.skypatch.contracts.registry.ConsultationState.WITHDRAWN;
import static org.skypatch.contracts.registry.ConsultationState.WITH_CONDITIONS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.registry.ConsultationState;

/**
 * The state table of consultations: every move that there is, who makes it, from where and to where. The Party that is
 * asked may refuse without waiting for a reply, and confirms only what it has no question about.
 */
public enum ConsultationMove {
    ASK("ask", Side.ASKED, EnumSet.of(REQUESTED), INFORMATION_ASKED),
    REPLY("reply", Side.ASKING, EnumSet.of(INFORMATION_ASKED), REQUESTED),
    CONFIRM("confirm", Side.ASKED, EnumSet.of(REQUESTED), CONFIRMED),
    CONFIRM_UNDER_CONDITIONS("confirm", Side.ASKED, EnumSet.of(REQUESTED), WITH_CONDITIONS),
    NOT_SUPPORT("not-supported", Side.ASKED, EnumSet.of(REQUESTED, INFORMATION_ASKED), NOT_SUPPORTED),
    WITHDRAW("withdraw", Side.ASKING, EnumSet.of(REQUESTED, INFORMATION_ASKED), WITHDRAWN),
    SUPERSEDE("supersede", Side.ASKING, EnumSet.of(REQUESTED, INFORMATION_ASKED), SUPERSEDED),
    LEAVE_UNANSWERED("unanswered", Side.CLOCK, EnumSet.of(REQUESTED), UNANSWERED);

    private final String label;
    private final Side side;
    private final Set<ConsultationState> from;
    private final ConsultationState to;

    ConsultationMove(String label, Side side, Set<ConsultationState> from, ConsultationState to) {
        this.label = label;
        this.side = side;
        this.from = from;
        this.to = to;
    }

    /** As in paths. */
    public String label() {
        return label;
    }

    /** Who makes it. */
    public Side side() {
        return side;
    }

    /** Where this move leads from a state; empty if the state does not allow it. */
    public Optional<ConsultationState> from(ConsultationState state) {
        return from.contains(state) ? Optional.of(to) : Optional.empty();
    }

    /** The moves that a state allows to a side, each label once. */
    public static List<String> allowedIn(ConsultationState state, Side side) {
        return Arrays.stream(values())
                .filter(move -> move.side == side && move.from(state).isPresent())
                .map(ConsultationMove::label)
                .distinct()
                .toList();
    }
}
