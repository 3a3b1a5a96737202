/** The Kafka topics between the services, with their settings. Every module may depend on it. */
@NullMarked
package org.skypatch.contracts.topic;

import org.jspecify.annotations.NullMarked;
