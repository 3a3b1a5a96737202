package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;

/**
 * A question or a reply in the course of a consultation or a notification.
 *
 * @param kind asked, replied, reminded, escalated, overdue
 * @param words what was asked or replied; of what a clock did, the limit that it rests on as {@code <scope>/<id>}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Exchange(
        Instant at,
        AdministrationId by,
        String kind,
        @Nullable String words) {}
