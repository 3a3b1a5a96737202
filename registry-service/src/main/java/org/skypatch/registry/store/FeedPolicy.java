package org.skypatch.registry.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long a secret calendar address holds: a policy, not law. */
@ConfigMapping(prefix = "skypatch.calendar-feeds")
public interface FeedPolicy {

    /** Days, 1 to 3650. */
    @WithDefault("365")
    int days();
}
