package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;

/**
 * A question or a reply in the course of a consultation or a notification.
 *
 * @param kind asked, replied, reminded, escalated
 * @param words what was asked or replied, or which limit made a clock do it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Exchange(
        Instant at,
        AdministrationId by,
        String kind,
        @Nullable String words) {}
