/**
 * The servers that integration tests run against: Testcontainers where a Docker engine answers, else the embedded servers.
 * For tests only.
 */
@NullMarked
package org.skypatch.embedded.testing;

import org.jspecify.annotations.NullMarked;
