package org.skypatch.tracking.process;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.skypatch.tracking.release.Release;

/** Releases, within one transaction. Nothing of them is ever changed or removed. */
public interface ReleaseRecords {

    /** Those that hang on these events. */
    List<Release> about(Collection<UUID> events);

    /** Puts one down; the movement must be locked. */
    void put(Release release);
}
