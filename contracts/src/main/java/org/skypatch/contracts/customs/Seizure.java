package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * On what ground and how goods were held.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Seizure(
        @Nullable String legalBasis,
        @Nullable String concealment,
        @Nullable String action) {}
