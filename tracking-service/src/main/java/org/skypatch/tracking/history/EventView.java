package org.skypatch.tracking.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.skypatch.contracts.customs.CustomsEvent;

/**
 * An event of a movement as a reader may see it.
 *
 * @param state {@code applied}, {@code superseded} by an amendment, or {@code cancelled}
 * @param occurredAt when it happened, by the reporter
 * @param recordedAt when the system took it
 * @param report the whole report; without names and numbers for readers without nominal sight
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventView(
        UUID id,
        String type,
        String state,
        OffsetDateTime occurredAt,
        Instant recordedAt,
        String reportedBy,
        CustomsEvent report) {}
