package org.skypatch.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * The databases of a server, as its superuser sees them.
 *
 * @param url of the maintenance database
 */
public record PostgresDatabases(String url, String superuser, String password) {

    /**
     * Makes sure of a database and of a role of the same name that owns it; nobody else may connect. The owner may take the
     * role {@code <name>_reader}, under which row-level security says what is seen.
     */
    public void createOwned(String name, String ownersPassword) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                statement.execute("create role " + quoted(name) + " login password " + literal(ownersPassword));
            }
            String reader = name + "_reader";
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", reader)) {
                statement.execute("create role " + quoted(reader) + " nologin");
                statement.execute("grant " + quoted(reader) + " to " + quoted(name) + " with inherit false, set true");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + quoted(name) + " owner " + quoted(name));
                statement.execute("revoke connect on database " + quoted(name) + " from public");
            }
        } catch (SQLException e) {
            throw new ServerFailure("cannot create the database " + name + ": " + e.getMessage(), e);
        }
    }

    /** Removes a database with all that is in it, if it exists. */
    public void drop(String name) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + quoted(name) + " with (force)");
        } catch (SQLException e) {
            throw new ServerFailure("cannot remove the database " + name + ": " + e.getMessage(), e);
        }
    }

    /** Whether the server takes connections. */
    public boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", superuser);
        properties.setProperty("password", password);
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("not a PostgreSQL address: " + url);
        }
        return connection;
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
