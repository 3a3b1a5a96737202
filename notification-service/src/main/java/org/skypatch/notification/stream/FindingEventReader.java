package org.skypatch.notification.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.Audience;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.finding.FindingEvent.DepartureNotified;
import org.skypatch.contracts.finding.FindingEvent.FindingChanged;
import org.skypatch.contracts.finding.FindingEvent.FindingCleared;
import org.skypatch.contracts.finding.FindingEvent.FindingRaised;
import org.skypatch.contracts.finding.MovementSummary;
import org.skypatch.contracts.finding.NominalDetail;
import org.skypatch.notification.alert.Heard;

/** Reads the bytes of a record of the topic {@code findings}, and says what is wrong with those it cannot read. */
final class FindingEventReader {

    private static final Audience NOBODY = new Audience(Set.of(), Set.of());
    private static final NominalDetail NOTHING = new NominalDetail(List.of(), null, null, List.of(), List.of());

    private final ObjectMapper json;

    /**
     * @param json the mapper of the topics
     */
    FindingEventReader(ObjectMapper json) {
        this.json = json;
    }

    /** The record as news, or why it cannot be read. */
    Heard read(Heard.Origin origin) {
        byte @Nullable [] payload = origin.payload();
        if (payload == null || payload.length == 0) {
            return new Heard.Unreadable(origin, "the record is empty");
        }
        try {
            @Nullable FindingEvent event = json.readValue(payload, FindingEvent.class);
            if (event == null) {
                return new Heard.Unreadable(origin, "the record says null");
            }
            List<String> missing = missing(event);
            return missing.isEmpty()
                    ? new Heard.News(origin, whole(event))
                    : new Heard.Unreadable(origin, "missing: " + String.join(", ", missing));
        } catch (IOException e) {
            return new Heard.Unreadable(origin, reason(e));
        }
    }

    /** Why bytes cannot be read, and where. */
    static String reason(IOException e) {
        String where = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
        String what = e instanceof JsonProcessingException problem ? problem.getOriginalMessage() : e.getMessage();
        return ("cannot be read" + (where.isEmpty() ? "" : " at " + where) + ": " + what).strip();
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        e.getPath().forEach(part -> pointer.append('/')
                .append(part.getFieldName() == null ? part.getIndex() : part.getFieldName()));
        return pointer.toString();
    }

    private static List<String> missing(FindingEvent event) {
        List<String> missing = new ArrayList<>();
        require(missing, "/id", event.id());
        require(missing, "/at", event.at());
        @Nullable MovementSummary movement = event.movement();
        require(missing, "/movement", movement);
        if (movement != null) {
            require(missing, "/movement/id", movement.id());
            require(missing, "/movement/status", movement.status());
            require(missing, "/movement/dispatch", movement.dispatch());
            require(missing, "/movement/destination", movement.destination());
            require(missing, "/movement/massKg", movement.massKg());
        }
        switch (event) {
            case FindingRaised raised -> missingOf(missing, raised.finding());
            case FindingChanged changed -> missingOf(missing, changed.finding());
            case FindingCleared cleared -> missingOf(missing, cleared.finding());
            case DepartureNotified _ -> {}
        }
        return missing;
    }

    private static void missingOf(List<String> missing, @Nullable Finding finding) {
        require(missing, "/finding", finding);
        if (finding != null) {
            require(missing, "/finding/id", finding.id());
            require(missing, "/finding/rule", finding.rule());
            require(missing, "/finding/kind", finding.kind());
            require(missing, "/finding/severity", finding.severity());
            require(missing, "/finding/subject", finding.subject());
            require(missing, "/finding/sentence", finding.sentence());
            require(missing, "/finding/raisedAt", finding.raisedAt());
            require(missing, "/finding/episode", finding.episode() < 1 ? null : finding);
            if (finding.sentence() != null) {
                require(missing, "/finding/sentence/key", finding.sentence().key());
            }
        }
    }

    static void require(List<String> missing, String pointer, @Nullable Object value) {
        if (value == null) {
            missing.add(pointer);
        }
    }

    /** The same event; whoever it concerns and whatever it names may be left out, and then is nobody and nothing. */
    private static FindingEvent whole(FindingEvent event) {
        if (event.audience() != null && event.nominal() != null) {
            return event;
        }
        Audience audience = event.audience() == null ? NOBODY : event.audience();
        NominalDetail nominal = event.nominal() == null ? NOTHING : event.nominal();
        return switch (event) {
            case FindingRaised e -> new FindingRaised(e.id(), e.at(), e.finding(), e.movement(), nominal, audience);
            case FindingChanged e -> new FindingChanged(e.id(), e.at(), e.finding(), e.movement(), nominal, audience);
            case FindingCleared e -> new FindingCleared(e.id(), e.at(), e.finding(), e.movement(), nominal, audience);
            case DepartureNotified e -> new DepartureNotified(e.id(), e.at(), e.movement(), nominal, audience);
        };
    }
}
