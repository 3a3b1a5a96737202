package org.skypatch.tracking.process;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Which events have been applied, for the door's receipts. */
public interface KnownEvents {

    /**
     * The content hashes of those of the events that have been applied; none if that cannot be told just now, for then the
     * consumer decides.
     */
    Map<UUID, String> hashes(Collection<UUID> events);
}
