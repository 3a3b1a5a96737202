package org.skypatch.notification.store;

import java.sql.SQLException;

/** Carries a failure of the database through code that knows none. */
final class StatementFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException reason;

    StatementFailed(SQLException reason) {
        super(reason.getMessage(), reason);
        this.reason = reason;
    }

    SQLException cause() {
        return reason;
    }
}
