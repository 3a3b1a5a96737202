package org.skypatch.notification.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.Audience;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.MovementSummary;
import org.skypatch.contracts.finding.NominalDetail;
import org.skypatch.notification.alert.Alert;
import org.skypatch.notification.alert.AlertState;
import org.skypatch.notification.alert.DepartureNotice;
import org.skypatch.notification.alert.Notice;

/**
 * A notice as it lies in a {@code body} column.
 *
 * @param finding of an alert; missing for a departure notice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeRow(
        UUID id,
        @Nullable Finding finding,
        MovementSummary movement,
        NominalDetail nominal,
        Audience audience,
        Instant changedAt,
        @Nullable Instant clearedAt) {

    private static NoticeRow of(Notice notice) {
        return switch (notice) {
            case Alert alert ->
                new NoticeRow(
                        alert.id(),
                        alert.finding(),
                        alert.movement(),
                        alert.nominal(),
                        alert.audience(),
                        alert.changedAt(),
                        alert.clearedAt());
            case DepartureNotice departure ->
                new NoticeRow(
                        departure.id(),
                        null,
                        departure.movement(),
                        departure.nominal(),
                        departure.audience(),
                        departure.at(),
                        null);
        };
    }

    private Notice notice() {
        if (finding == null) {
            return new DepartureNotice(id, changedAt, movement, nominal, audience);
        }
        AlertState state = clearedAt == null ? AlertState.OPEN : AlertState.CLEARED;
        return new Alert(state, finding, movement, nominal, audience, changedAt, clearedAt);
    }

    static String write(ObjectMapper json, Notice notice) {
        try {
            return json.writeValueAsString(of(notice));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notice cannot be written", e);
        }
    }

    static Notice read(ObjectMapper json, String body) {
        try {
            return json.readValue(body, NoticeRow.class).notice();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored notice cannot be read", e);
        }
    }
}
