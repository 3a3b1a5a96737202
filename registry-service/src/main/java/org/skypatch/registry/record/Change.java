package org.skypatch.registry.record;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new version of a record.
 *
 * @param reason why, in the author's words, where one is asked for
 * @param before the version that it replaces; none if it is the first
 */
public record Change<F>(
        RecordKey key,
        long revision,
        Instant recordedAt,
        Author author,
        @Nullable String reason,
        Optional<F> before,
        F after) {}
