package org.skypatch.tracking.process;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.skypatch.tracking.movement.LinkStatement;

/** What was said by hand of pairs of events, within one transaction. Nothing of it is ever changed or removed. */
public interface LinkRecords {

    /** Everything that was said of pairs of which one is among these events. */
    List<LinkStatement> about(Collection<UUID> events);

    /** Puts down what is said; the keys of both events must be locked. */
    void say(LinkStatement statement);
}
