package org.skypatch.tracking.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.EventWarning;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.tracking.ingest.Receipt.Status;
import org.skypatch.tracking.movement.EventIds;
import org.skypatch.tracking.process.CustomsEventTopic;
import org.skypatch.tracking.process.KnownEvents;
import org.skypatch.tracking.register.Catalogue;

/** Takes customs events in: reads, compares with what is known, publishes, and writes a receipt for each. */
@ApplicationScoped
public class Intake {

    private final CustomsEventTopic topic;
    private final KnownEvents known;
    private final LatestCatalogue catalogue;
    private final BusinessClock clock;

    Intake(CustomsEventTopic topic, KnownEvents known, LatestCatalogue catalogue, BusinessClock clock) {
        this.topic = topic;
        this.known = known;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    private record Taken(
            EventReader.Reading reading, @Nullable RecordedEvent recorded) {}

    /** The receipts of the events, in their order; nothing is published if one is invalid and all or nothing is asked. */
    List<Receipt> take(List<JsonNode> nodes, Caller caller, boolean allOrNothing) throws CustomsEventTopic.Unavailable {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EventReader reader = new EventReader(caller, now);
        Catalogue codes = catalogue.get();
        List<Taken> taken = nodes.stream()
                .map(reader::read)
                .map(reading -> taken(reading, now, codes))
                .toList();
        boolean hasInvalid = taken.stream().anyMatch(one -> one.recorded() == null);
        List<RecordedEvent> readable =
                taken.stream().map(Taken::recorded).filter(Objects::nonNull).toList();
        Map<UUID, String> hashes = new HashMap<>(
                known.hashes(readable.stream().map(RecordedEvent::id).toList()));
        List<Receipt> receipts = new ArrayList<>(taken.size());
        List<RecordedEvent> fresh = new ArrayList<>();
        for (Taken one : taken) {
            RecordedEvent recorded = one.recorded();
            if (recorded == null) {
                receipts.add(new Receipt(
                        one.reading().eventId(),
                        null,
                        Status.INVALID,
                        one.reading().problems(),
                        List.of()));
                continue;
            }
            String before = hashes.putIfAbsent(recorded.id(), recorded.contentHash());
            Status status = before == null
                    ? Status.ACCEPTED
                    : before.equals(recorded.contentHash()) ? Status.DUPLICATE : Status.CONFLICT;
            if (status != Status.DUPLICATE) {
                fresh.add(recorded);
            }
            receipts.add(
                    new Receipt(recorded.event().eventId(), recorded.id(), status, List.of(), recorded.warnings()));
        }
        if (!(allOrNothing && hasInvalid)) {
            topic.publish(fresh);
        }
        return receipts;
    }

    private static Taken taken(EventReader.Reading reading, Instant now, Catalogue codes) {
        CustomsEvent event = reading.event();
        if (event == null) {
            return new Taken(reading, null);
        }
        List<EventWarning> warnings = Warnings.of(event, codes);
        UUID id = EventIds.of(event.reportedBy(), event.eventId());
        return new Taken(reading, new RecordedEvent(id, now, ContentHash.of(event), warnings, event));
    }

    /** What is wrong with the invalid ones, by JSON pointer into the array. */
    static List<FieldProblem> problems(List<Receipt> receipts, boolean single) {
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            String place = single ? "" : "/" + i;
            receipts.get(i)
                    .problems()
                    .forEach(problem -> problems.add(new FieldProblem(place + problem.pointer(), problem.detail())));
        }
        return problems;
    }
}
