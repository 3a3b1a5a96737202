package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A body as it is named on a notification or a movement document (Basel Convention, Annex V A and V B).
 *
 * @param registration its registration number
 * @param person whom to ask for
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FormContact(
        @Nullable String registration,
        String name,
        @Nullable String address,
        @Nullable String person,
        @Nullable String telephone,
        @Nullable String email) {}
