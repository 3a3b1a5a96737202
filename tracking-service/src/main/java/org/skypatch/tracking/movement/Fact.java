package org.skypatch.tracking.movement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What a report says today: the event, or the latest amendment of it. A cancelled event is no fact.
 *
 * @param id the original event
 * @param type what the original said happened
 * @param content the original, or the amendment in force
 * @param recordedAt when the content was recorded
 */
public record Fact(UUID id, CustomsEventType type, CustomsEvent content, Instant recordedAt) {

    /** The order in which things happened: by {@code occurredAt}, then by id. */
    public static final Comparator<Fact> AS_IT_HAPPENED = Comparator.comparing(
                    (Fact fact) -> fact.content().occurredAt().toInstant())
            .thenComparing(Fact::id);

    private static final Comparator<RecordedEvent> LATEST_FILED =
            Comparator.comparing(Fact::filedAt).thenComparing(RecordedEvent::id);

    /** When it happened, by the reporter. */
    public Instant occurredAt() {
        return content.occurredAt().toInstant();
    }

    /** Whether the report comes from this country. */
    public boolean isReportedBy(CountryCode country) {
        return content.reportingCountry().filter(country::equals).isPresent();
    }

    /**
     * What the events say today, in the order in which it happened: amended, without what was cancelled. An amendment of an
     * amendment amends the original too; to cancel an amendment leaves what it amended as if it had never come.
     */
    public static List<Fact> of(Collection<RecordedEvent> events) {
        Map<UUID, RecordedEvent> corrections = new HashMap<>();
        Set<UUID> cancelled = new HashSet<>();
        for (RecordedEvent event : events) {
            corrected(event).ifPresent(original -> {
                corrections.put(event.id(), event);
                if (event.event().type() == CustomsEventType.DECLARATION_CANCELLED) {
                    cancelled.add(original);
                }
            });
        }
        Map<UUID, RecordedEvent> amendments = new HashMap<>();
        corrections.forEach((id, event) -> {
            if (event.event().type() == CustomsEventType.DECLARATION_AMENDED && !cancelled.contains(id)) {
                first(event, corrections)
                        .ifPresent(original ->
                                amendments.merge(original, event, (a, b) -> LATEST_FILED.compare(a, b) >= 0 ? a : b));
            }
        });
        List<Fact> facts = new ArrayList<>();
        for (RecordedEvent event : events) {
            if (!event.event().type().isCorrection() && !cancelled.contains(event.id())) {
                RecordedEvent inForce = amendments.getOrDefault(event.id(), event);
                facts.add(new Fact(event.id(), event.event().type(), inForce.event(), inForce.recordedAt()));
            }
        }
        facts.sort(AS_IT_HAPPENED);
        return List.copyOf(facts);
    }

    /** The event at the beginning of a row of corrections; none if they go round in a circle. */
    private static Optional<UUID> first(RecordedEvent correction, Map<UUID, RecordedEvent> corrections) {
        Set<UUID> passed = new HashSet<>();
        RecordedEvent step = correction;
        while (passed.add(step.id())) {
            Optional<UUID> original = corrected(step);
            RecordedEvent next = original.map(corrections::get).orElse(null);
            if (next == null) {
                return original;
            }
            step = next;
        }
        return Optional.empty();
    }

    /** The original that a correction speaks of; the reporter is the same by construction of the id. */
    static Optional<UUID> corrected(RecordedEvent event) {
        String corrects = event.event().references().corrects();
        return event.event().type().isCorrection() && corrects != null
                ? Optional.of(EventIds.of(event.event().reportedBy(), corrects))
                : Optional.empty();
    }

    private static Instant filedAt(RecordedEvent event) {
        var filedAt = event.event().filedAt();
        return filedAt == null ? event.recordedAt() : filedAt.toInstant();
    }
}
