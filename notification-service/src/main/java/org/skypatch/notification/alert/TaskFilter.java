package org.skypatch.notification.alert;

import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.TaskState;

/**
 * What a list of tasks is narrowed to; what is missing narrows nothing.
 *
 * @param kind such as consultation-to-answer
 * @param subject the record, as {@code <kind>:<key>}
 */
public record TaskFilter(
        @Nullable TaskState state,
        @Nullable String kind,
        @Nullable String subject) {}
