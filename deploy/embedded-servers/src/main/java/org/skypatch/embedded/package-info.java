/**
 * Real PostgreSQL, Kafka and Keycloak as child processes, without Docker. For the local run and for tests; no service
 * depends on it at run time.
 */
@NullMarked
package org.skypatch.embedded;

import org.jspecify.annotations.NullMarked;
