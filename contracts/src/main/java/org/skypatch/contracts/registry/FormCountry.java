package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;

/**
 * A country concerned and where the waste crosses its border (block 15 of the notification).
 *
 * @param authorityCode code number of its competent authority
 * @param entry point of entry: a border crossing or port
 * @param exit point of exit
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FormCountry(
        CountryCode country,
        @Nullable String authorityCode,
        @Nullable String entry,
        @Nullable String exit) {}
