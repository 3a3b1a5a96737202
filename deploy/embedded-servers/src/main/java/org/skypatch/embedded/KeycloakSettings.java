package org.skypatch.embedded;

import java.net.URI;
import java.nio.file.Path;

/**
 * What a Keycloak is started with.
 *
 * @param port on the loopback
 * @param origin what the world sees, without a path: tokens are issued by {@code <origin>/auth/realms/…}
 * @param realm file imported on the first start; it may use <code>${SKYPATCH_ORIGIN}</code>
 * @param databaseUrl JDBC address of its database, owned by a role named like {@code databaseOwner}
 */
public record KeycloakSettings(
        int port, URI origin, Path realm, String databaseUrl, String databaseOwner, String databasePassword) {}
