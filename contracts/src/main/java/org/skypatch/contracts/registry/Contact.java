package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a person or a desk of an administration.
 *
 * @param role such as head, duty officer, deputy
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Contact(
        String name,
        @Nullable String role,
        @Nullable String email,
        @Nullable String phone) {}
