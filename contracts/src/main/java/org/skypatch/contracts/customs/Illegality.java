package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Whose conduct made a movement illegal, and when whom was told (Basel Convention, Art. 9).
 *
 * @param conduct exporter-generator, importer-disposer or not-assignable
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Illegality(
        @Nullable String conduct,
        @Nullable OffsetDateTime exportStateInformedAt,
        @Nullable OffsetDateTime importStateAwareAt,
        @Nullable OffsetDateTime secretariatInformedAt,
        @Nullable String agreedPeriod) {}
