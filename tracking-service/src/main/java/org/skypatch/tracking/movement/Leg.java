package org.skypatch.tracking.movement;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;

/**
 * One border-to-border part of a movement.
 *
 * @param leftAt when the goods left {@code from}, if that was reported
 * @param arrivedAt when they were seen at {@code to}, if that was reported
 */
public record Leg(
        CountryCode from,
        CountryCode to,
        @Nullable OffsetDateTime leftAt,
        @Nullable OffsetDateTime arrivedAt) {}
