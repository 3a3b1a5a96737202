package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A generator or producer of the waste, with where and how it arose (block 9 of the notification).
 *
 * @param site where the waste arose
 * @param process how it arose
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FormGenerator(
        FormContact contact,
        @Nullable String site,
        @Nullable String process) {}
