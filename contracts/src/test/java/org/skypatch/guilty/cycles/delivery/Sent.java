package org.skypatch.guilty.cycles.delivery;

import org.skypatch.guilty.cycles.alert.Opened;

/** Guilty together with {@link Opened}: each needs the other. */
public record Sent(Opened opened) {}
