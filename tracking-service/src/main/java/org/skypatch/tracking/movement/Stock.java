package org.skypatch.tracking.movement;

import org.skypatch.contracts.trade.Mass;

/**
 * What had come into a country of a commodity, and gone out of it again, up to a re-export.
 *
 * @param in before it
 * @param out with it
 */
public record Stock(Mass in, Mass out) {}
