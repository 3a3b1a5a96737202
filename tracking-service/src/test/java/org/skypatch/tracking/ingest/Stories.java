package org.skypatch.tracking.ingest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.EventWarning;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.tracking.movement.EventIds;
import org.skypatch.tracking.register.Catalogue;
import org.skypatch.tracking.testing.TestRegister;

/** Reads the scenarios as the player of stories plays them, for tests without servers. */
public final class Stories {

    private static final Path FOLDER = Path.of("../deploy/stories/src/main/resources/scenarios");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Stories() {}

    /** The registry of a story. */
    public static TestRegister register(String story) {
        JsonNode registry = read(story, "registry.json");
        TestRegister register = TestRegister.nothingCovered();
        registry.path("coverage").forEach(one -> register.holding(fact(one, CoverageFact.class)));
        registry.path("traders").forEach(one -> register.holding(fact(one, TraderFact.class)));
        registry.path("licences")
                .forEach(one -> register.holding(fact(((ObjectNode) one).put("state", "issued"), LicenceFact.class)));
        registry.path("notifications").forEach(one -> {
            ((ObjectNode) one).put("state", "active");
            one.path("decisions").forEach(decision -> ((ObjectNode) decision).put("role", "import"));
            register.holding(fact(one, NotificationFact.class));
        });
        return register;
    }

    /** What is reported, each through the door of its reporter, taken when the story says. */
    public static List<RecordedEvent> events(String story, Instant recordedAt) {
        List<RecordedEvent> events = new ArrayList<>();
        for (String line : lines(story)) {
            JsonNode node = parsed(line);
            if (node.has("clock")) {
                continue;
            }
            AdministrationId reporter =
                    AdministrationId.of(node.path("reportedBy").asText());
            Caller caller =
                    new Caller(reporter, reporter.country().orElseThrow(), null, Set.of(Role.REPORTER), Set.of());
            CustomsEvent event = new EventReader(caller, recordedAt).read(node).event();
            if (event == null) {
                throw new IllegalArgumentException(story + " has a line that cannot be read: " + line);
            }
            events.add(new RecordedEvent(
                    EventIds.of(event.reportedBy(), event.eventId()),
                    recordedAt,
                    ContentHash.of(event),
                    Warnings.of(event, register(story).register().catalogue()),
                    event));
        }
        return events;
    }

    /** What the door says of a report that looks odd. */
    public static List<EventWarning> warnings(CustomsEvent event, Catalogue catalogue) {
        return Warnings.of(event, catalogue);
    }

    /** What must hold in the end. */
    public static List<JsonNode> expectedMovements(String story) {
        return StreamSupport.stream(
                        read(story, "expected.json").path("movements").spliterator(), false)
                .toList();
    }

    private static <F extends RegistryFact> F fact(JsonNode node, Class<F> type) {
        return JSON.convertValue(node, type);
    }

    private static JsonNode read(String story, String file) {
        return parsed(String.join("\n", linesOf(FOLDER.resolve(story).resolve(file))));
    }

    private static List<String> lines(String story) {
        return linesOf(FOLDER.resolve(story).resolve("events.ndjson")).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
