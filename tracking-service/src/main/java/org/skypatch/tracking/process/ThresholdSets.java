package org.skypatch.tracking.process;

import java.time.Instant;
import java.util.List;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.tracking.finding.ThresholdSet;

/** The numbers of policy that were published, with who did it, when and why. Nothing published is changed. */
public interface ThresholdSets {

    /** One publication. */
    record Published(ThresholdSet set, Instant publishedAt, AdministrationId publishedBy, String reason) {}

    /** All, by their first day, and of one day in the order of publication. */
    List<Published> all();

    /** Publishes a set, and has the movements judged again that left since its first day. */
    void publish(Published published);
}
