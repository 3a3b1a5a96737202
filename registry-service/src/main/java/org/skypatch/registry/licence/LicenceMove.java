package org.skypatch.registry.licence;

import static org.skypatch.contracts.registry.LicenceState.APPLIED;
import static org.skypatch.contracts.registry.LicenceState.EXPIRED;
import static org.skypatch.contracts.registry.LicenceState.ISSUED;
import static org.skypatch.contracts.registry.LicenceState.REFUSED;
import static org.skypatch.contracts.registry.LicenceState.REVOKED;
import static org.skypatch.contracts.registry.LicenceState.SUSPENDED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.registry.LicenceState;

/** The state table of licences: every move that there is, from where and to where. */
public enum LicenceMove {
    ISSUE("issue", APPLIED, ISSUED),
    REFUSE("refuse", APPLIED, REFUSED),
    SUSPEND("suspend", ISSUED, SUSPENDED),
    REINSTATE("reinstate", SUSPENDED, ISSUED),
    REVOKE("revoke", ISSUED, REVOKED),
    EXPIRE("expire", ISSUED, EXPIRED);

    private final String label;
    private final LicenceState from;
    private final LicenceState to;

    LicenceMove(String label, LicenceState from, LicenceState to) {
        this.label = label;
        this.from = from;
        this.to = to;
    }

    public String label() {
        return label;
    }

    /** Where this move leads from a state; empty if the state does not allow it. */
    public Optional<LicenceState> from(LicenceState state) {
        return state == from ? Optional.of(to) : Optional.empty();
    }

    /** The moves that a state allows. */
    public static List<LicenceMove> allowedIn(LicenceState state) {
        return Arrays.stream(values())
                .filter(move -> move.from(state).isPresent())
                .toList();
    }

    /** Whether somebody makes this move; expiry comes by itself. */
    public boolean isMadeByAuthority() {
        return this != EXPIRE;
    }
}
