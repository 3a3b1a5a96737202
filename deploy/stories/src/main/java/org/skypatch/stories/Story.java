package org.skypatch.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A story: what the registry holds, what is reported in which order, and what must hold in the end.
 *
 * @param sentence what it tells, for a person
 */
public record Story(
        String name, String sentence, List<RegistryRecord> records, List<Line> lines, Expectations expectations) {

    public Story {
        records = List.copyOf(records);
        lines = List.copyOf(lines);
    }

    /** One line of the story, in the order of reporting. */
    public sealed interface Line {

        /** The business clock moves. */
        record ClockMoves(Instant to) implements Line {}

        /** An administration reports. */
        record Reported(JsonNode event) implements Line {

            public String reporter() {
                return Json.text(event, "reportedBy");
            }

            public String eventId() {
                return Json.text(event, "eventId");
            }

            public String type() {
                return Json.text(event, "type");
            }

            public Instant occurredAt() {
                return OffsetDateTime.parse(Json.text(event, "occurredAt")).toInstant();
            }

            public String dispatch() {
                return Json.text(event.path("route"), "dispatch");
            }
        }

        static Line of(JsonNode line) {
            return line.has("clock") ? new ClockMoves(Instant.parse(Json.text(line, "clock"))) : new Reported(line);
        }
    }

    /** The events, in the order of reporting. */
    public List<Line.Reported> reports() {
        return lines.stream()
                .flatMap(line -> line instanceof Line.Reported report ? Stream.of(report) : Stream.empty())
                .toList();
    }

    /** Whether the story moves the clock itself. */
    public boolean movesTheClock() {
        return lines.stream().anyMatch(Line.ClockMoves.class::isInstance);
    }

    /** When the last of what is reported happened. */
    public Instant latest() {
        return reports().stream()
                .map(Line.Reported::occurredAt)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new Failure(name + " reports nothing"));
    }

    /** Who may look at its movements: the customs of the country where they begin. */
    public Account reader(String reference) {
        return Account.customs(reports().stream()
                .filter(report -> report.event().path("references").toString().contains("\"" + reference + "\""))
                .findFirst()
                .or(() -> reports().stream().findFirst())
                .orElseThrow(() -> new Failure(name + " reports nothing"))
                .dispatch());
    }
}
