package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What the customs offices of one country have stamped on a movement document (blocks 20 to 22).
 *
 * @param entryOffice where the waste came in
 * @param exitOffice where it left
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CustomsStamp(
        CountryCode country,
        @Nullable String entryOffice,
        @Nullable LocalDate enteredOn,
        @Nullable String exitOffice,
        @Nullable LocalDate leftOn) {}
