package org.skypatch.registry.notification;

import static org.skypatch.contracts.registry.NotificationState.ACTIVE;
import static org.skypatch.contracts.registry.NotificationState.CHANGE_REQUESTED;
import static org.skypatch.contracts.registry.NotificationState.COMPLETED;
import static org.skypatch.contracts.registry.NotificationState.CONSENT_WITHDRAWN;
import static org.skypatch.contracts.registry.NotificationState.DRAFT;
import static org.skypatch.contracts.registry.NotificationState.EXPIRED;
import static org.skypatch.contracts.registry.NotificationState.FORWARDED;
import static org.skypatch.contracts.registry.NotificationState.NOT_FORWARDED;
import static org.skypatch.contracts.registry.NotificationState.SUBMITTED;
import static org.skypatch.contracts.registry.NotificationState.SUSPENDED;
import static org.skypatch.contracts.registry.NotificationState.WITHDRAWN;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.registry.NotificationState;

/** The state table of notifications as a whole: every move that there is, from where and to where (Basel Convention, Article 6). */
public enum NotificationMove {
    SUBMIT("submit", SUBMITTED, DRAFT),
    FORWARD("forward", FORWARDED, SUBMITTED),
    NOT_FORWARD("not-forward", NOT_FORWARDED, SUBMITTED),
    ACTIVATE("activate", ACTIVE, FORWARDED),
    SUSPEND("suspend", SUSPENDED, ACTIVE, CHANGE_REQUESTED),
    RESUME("resume", ACTIVE, SUSPENDED),
    WITHDRAW_CONSENT("withdraw-consent", CONSENT_WITHDRAWN, ACTIVE, SUSPENDED, CHANGE_REQUESTED),
    REQUEST_CHANGE("request-change", CHANGE_REQUESTED, ACTIVE),
    AGREE_CHANGE("agree-change", ACTIVE, CHANGE_REQUESTED),
    REFUSE_CHANGE("refuse-change", ACTIVE, CHANGE_REQUESTED),
    DROP_CHANGE("drop-change", ACTIVE, CHANGE_REQUESTED),
    COMPLETE("complete", COMPLETED, ACTIVE),
    WITHDRAW("withdraw", WITHDRAWN, DRAFT, SUBMITTED, FORWARDED, ACTIVE, SUSPENDED, CHANGE_REQUESTED),
    EXPIRE("expire", EXPIRED, FORWARDED, ACTIVE, SUSPENDED, CHANGE_REQUESTED);

    private final String label;
    private final NotificationState to;
    private final Set<NotificationState> from;

    NotificationMove(String label, NotificationState to, NotificationState... from) {
        this.label = label;
        this.to = to;
        this.from = Set.of(from);
    }

    public String label() {
        return label;
    }

    /** Where this move leads from a state; empty if the state does not allow it. */
    public Optional<NotificationState> from(NotificationState state) {
        return from.contains(state) ? Optional.of(to) : Optional.empty();
    }

    /** The moves that a state allows. */
    public static List<NotificationMove> allowedIn(NotificationState state) {
        return Arrays.stream(values())
                .filter(move -> move.from(state).isPresent())
                .toList();
    }

    /** The labels of the moves that somebody can make in a state. */
    static List<String> labelsIn(NotificationState state) {
        return allowedIn(state).stream()
                .filter(NotificationMove::isMadeBySomebody)
                .map(NotificationMove::label)
                .toList();
    }

    /** Whether somebody makes this move; the others come by themselves. */
    public boolean isMadeBySomebody() {
        return this != ACTIVATE && this != EXPIRE;
    }
}
