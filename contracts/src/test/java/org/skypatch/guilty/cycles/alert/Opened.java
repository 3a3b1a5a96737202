package org.skypatch.guilty.cycles.alert;

import org.skypatch.guilty.cycles.delivery.Sent;

/** Guilty together with {@link Sent}: each needs the other. */
public record Opened(Sent sent) {}
