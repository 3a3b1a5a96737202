package org.skypatch.tracking.movement;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.UUID;
import org.skypatch.contracts.access.AdministrationId;

/** Names events, findings and messages by what they are: name-based UUIDs (version 5, RFC 9562) of a fixed namespace. */
public final class EventIds {

    private static final UUID NAMESPACE = UUID.fromString("5c1a9a7e-0b6d-5d0e-9a31-6f2f1f5a0c42");
    private static final NameBasedGenerator NAMED = Generators.nameBasedGenerator(NAMESPACE);

    private EventIds() {}

    /** The id of the event that this reporter calls {@code eventId}. */
    public static UUID of(AdministrationId reporter, String eventId) {
        return named("event", reporter.value(), eventId);
    }

    /** The id of whatever these parts name. */
    public static UUID named(String... parts) {
        return NAMED.generate(String.join("\n", parts));
    }
}
