package org.skypatch.registry.record;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kept version of a record: who changed what into what, when and why.
 *
 * @param reason in the author's words, where one was asked for
 */
public record Version<F>(
        long revision,
        Instant recordedAt,
        Author author,
        @Nullable String reason,
        Optional<F> before,
        F after) {}
