package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A customs event as the system took it: what travels on the topic {@code customs-events}.
 *
 * @param id name-based UUID (version 5) of reporter and {@code eventId}
 * @param recordedAt when the system took it, by the business clock
 * @param contentHash SHA-256 of the parsed values, hexadecimal; equal for equal content however it was written
 * @param warnings what looked odd at the door; never a reason to refuse
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecordedEvent(
        UUID id, Instant recordedAt, String contentHash, List<EventWarning> warnings, CustomsEvent event) {
    public RecordedEvent {
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }
}
