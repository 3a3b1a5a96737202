package org.skypatch.registry.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What no treaty says about clocks. */
@ConfigMapping(prefix = "skypatch.clocks")
interface ClockPolicy {

    /** The share of a clock's time after which people are reminded; more than 0, less than 1. */
    @WithDefault("0.8")
    double dueShare();
}
