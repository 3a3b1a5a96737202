package org.skypatch.embedded.testing;

import org.skypatch.embedded.PostgresDatabases;

/** A database server and a broker that a test may stop and start again; ports and contents stay. */
interface TestServers {

    /** {@code host:port} of the database server. */
    String postgresAddress();

    PostgresDatabases databases();

    String bootstrapServers();

    /** Ends the broker in good order. */
    void stopBroker();

    /** Ends the broker as a power cut would. */
    void killBroker();

    /** Brings the broker back if it is away, and waits until it answers. */
    void startBroker();

    /** Ends the database server in good order. */
    void stopDatabase();

    /** Ends the database server as a power cut would. */
    void killDatabase();

    /** Brings the database server back if it is away, and waits until it answers. */
    void startDatabase();
}
