package org.skypatch.registry.store;

import java.sql.SQLException;
import org.hibernate.exception.GenericJDBCException;

/** Work by plain JDBC, where a statement is run so often that the mapper's own work would weigh. */
final class Jdbc {

    private Jdbc() {}

    /** Work on the database. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws SQLException;
    }

    /**
     * Does the work.
     *
     * @throws GenericJDBCException as the mapper would, if the database refuses or cannot be reached
     */
    static <T> T done(Work<T> work) {
        try {
            return work.done();
        } catch (SQLException e) {
            throw new GenericJDBCException(e.getMessage(), e);
        }
    }
}
