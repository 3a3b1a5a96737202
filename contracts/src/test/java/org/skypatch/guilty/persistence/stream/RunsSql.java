package org.skypatch.guilty.persistence.stream;

import java.sql.Connection;
import java.sql.SQLException;

/** Guilty: a consumer that holds a database connection. */
class RunsSql {
    void run(Connection connection) throws SQLException {
        connection.commit();
    }
}
