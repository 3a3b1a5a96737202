package org.skypatch.registry.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often licences may be asked about; a number of policy, not of law. */
@ConfigMapping(prefix = "skypatch.licence-checks")
interface CheckPolicy {

    /** Checks that one administration may make in a minute, at one instance of the service; 1 to 1,000,000. */
    @WithDefault("600")
    int perMinute();
}
