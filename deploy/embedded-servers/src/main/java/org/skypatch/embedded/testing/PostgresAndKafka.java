package org.skypatch.embedded.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.skypatch.embedded.EmbeddedPostgres;

/**
 * PostgreSQL and Kafka for a {@code @QuarkusTest}:
 *
 * <pre>
 * &#64;QuarkusTest
 * &#64;QuarkusTestResource(value = PostgresAndKafka.class, initArgs = &#64;ResourceArg(name = "database", value = "tracking"))
 * </pre>
 *
 * The servers start once per test JVM, with an empty database owned by a role of the same name and all topics of the
 * contracts, and stay until the JVM ends. {@code SKYPATCH_TESTS=containers|embedded} chooses how; without it, containers
 * are used where a Docker engine answers. The static methods let a test take a server away and bring it back, on the same
 * port and with the same contents; a test that took one away brings it back itself.
 */
public final class PostgresAndKafka implements QuarkusTestResourceLifecycleManager {

    private static final String DEFAULT_DATABASE = "skypatch";

    private String database = DEFAULT_DATABASE;

    @Override
    public void init(Map<String, String> initArgs) {
        database = initArgs.getOrDefault("database", DEFAULT_DATABASE);
    }

    @Override
    public Map<String, String> start() {
        ask("createDatabase", database);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                jdbcUrl(database),
                "quarkus.datasource.username",
                database,
                "quarkus.datasource.password",
                EmbeddedPostgres.PASSWORD,
                "kafka.bootstrap.servers",
                bootstrapServers());
    }

    /** Does nothing: the next application of this JVM uses the same servers. */
    @Override
    public void stop() {}

    public static String jdbcUrl(String database) {
        return "jdbc:postgresql://" + ask("postgresAddress", "") + "/" + database;
    }

    public static String bootstrapServers() {
        return ask("bootstrapServers", "");
    }

    /** Ends the broker in good order. */
    public static void stopBroker() {
        ask("stopBroker", "");
    }

    /** Ends the broker as a power cut would. */
    public static void killBroker() {
        ask("killBroker", "");
    }

    /** Brings the broker back if it is away, and waits until it answers. */
    public static void startBroker() {
        ask("startBroker", "");
    }

    /** Ends the database server in good order; its clients lose their connections. */
    public static void stopDatabase() {
        ask("stopDatabase", "");
    }

    /** Ends the database server as a power cut would. */
    public static void killDatabase() {
        ask("killDatabase", "");
    }

    /** Brings the database server back if it is away, and waits until it answers. */
    public static void startDatabase() {
        ask("startDatabase", "");
    }

    private static String ask(String request, String argument) {
        return Optional.ofNullable(requests().get(request))
                .orElseThrow(() -> new IllegalArgumentException(request))
                .apply(argument);
    }

    /** See {@link ServersOfThisJvm} for why this goes through the system class loader. */
    @SuppressWarnings("unchecked")
    private static Map<String, UnaryOperator<String>> requests() {
        try {
            return (Map<String, UnaryOperator<String>>) ClassLoader.getSystemClassLoader()
                    .loadClass(ServersOfThisJvm.class.getName())
                    .getMethod("requests")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
