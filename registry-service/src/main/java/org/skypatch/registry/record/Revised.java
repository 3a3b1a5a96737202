package org.skypatch.registry.record;

/**
 * A record as it stands.
 *
 * @param revision rises with every version, from 1
 */
public record Revised<F>(F fact, long revision) {}
