package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.Sentence;

/**
 * Something that a person must do was opened, is due, is overdue or is closed; as it travels on {@code registry-tasks}. The record
 * key of the topic is the subject, so that what is said of one record keeps its order.
 *
 * @param id name-based: a repetition carries the same id
 * @param at by the business clock
 * @param task the same through all states of one task
 * @param kind such as consultation-to-answer, decision-due, licence-suspended
 * @param subject the record, as {@code <kind>:<key>}
 * @param sentence what is to be done
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskChanged(
        UUID id,
        Instant at,
        UUID task,
        String kind,
        TaskState state,
        String subject,
        List<Addressee> addressees,
        @Nullable Instant dueAt,
        Sentence sentence) {
    public TaskChanged {
        addressees = addressees == null ? List.of() : List.copyOf(addressees);
    }
}
