package org.skypatch.tracking.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.EventWarning;
import org.skypatch.contracts.problem.FieldProblem;

/**
 * What became of one event at the door.
 *
 * @param eventId the reporter's own id, as far as it could be read
 * @param id the system's id of the event; none if it is invalid
 * @param problems what made it invalid, by JSON pointer into the event
 * @param warnings what looked odd and was recorded all the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        @Nullable String eventId,
        @Nullable UUID id,
        Status status,
        List<FieldProblem> problems,
        List<EventWarning> warnings) {

    /** What became of it. */
    public enum Status {
        /** The broker has it. */
        ACCEPTED,
        /** The same event with the same content has been taken before. */
        DUPLICATE,
        /** An event of this id with other content has been taken before; this one is not applied. */
        CONFLICT,
        /** It cannot be read or attributed. */
        INVALID;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
