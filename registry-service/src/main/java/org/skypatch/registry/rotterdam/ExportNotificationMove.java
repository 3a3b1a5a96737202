package org.skypatch.registry.rotterdam;

import static org.skypatch.contracts.registry.ExportNotificationState.ACKNOWLEDGED;
import static org.skypatch.contracts.registry.ExportNotificationState.CEASED;
import static org.skypatch.contracts.registry.ExportNotificationState.SECOND_SENT;
import static org.skypatch.contracts.registry.ExportNotificationState.SENT;
import static org.skypatch.contracts.registry.ExportNotificationState.UNACKNOWLEDGED;
import static org.skypatch.contracts.registry.ExportNotificationState.WAIVED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.registry.ExportNotificationState;

/**
 * The state table of export notifications (Rotterdam Convention, Article 12): every move that there is, who makes it, from
 * where and to where.
 */
public enum ExportNotificationMove {
    /** The importing Party has received it (paragraph 4). */
    ACKNOWLEDGE("acknowledge", Side.IMPORTING, ACKNOWLEDGED),
    /** The importing Party does not want to be notified (paragraph 2). */
    WAIVE("waive", Side.IMPORTING, WAIVED),
    /** It is due no longer: the chemical is listed and the importing Party's response distributed (paragraph 5). */
    CEASE("cease", Side.EXPORTING, CEASED),
    /** No acknowledgement within 30 days: a second one goes out (paragraph 4). */
    SEND_AGAIN("send-again", Side.CLOCK, SECOND_SENT),
    /** The second one too has gone without acknowledgement. */
    LEAVE_UNACKNOWLEDGED("unacknowledged", Side.CLOCK, UNACKNOWLEDGED);

    private final String label;
    private final Side side;
    private final ExportNotificationState to;

    ExportNotificationMove(String label, Side side, ExportNotificationState to) {
        this.label = label;
        this.side = side;
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
    public Optional<ExportNotificationState> from(ExportNotificationState state) {
        return fromStates().contains(state) ? Optional.of(to) : Optional.empty();
    }

    private Set<ExportNotificationState> fromStates() {
        return switch (this) {
            case ACKNOWLEDGE, WAIVE, CEASE -> EnumSet.of(SENT, SECOND_SENT);
            case SEND_AGAIN -> EnumSet.of(SENT);
            case LEAVE_UNACKNOWLEDGED -> EnumSet.of(SECOND_SENT);
        };
    }

    /** The moves that a state allows to a side. */
    public static List<String> allowedIn(ExportNotificationState state, Side side) {
        return Arrays.stream(values())
                .filter(move -> move.side == side && move.from(state).isPresent())
                .map(ExportNotificationMove::label)
                .toList();
    }
}
