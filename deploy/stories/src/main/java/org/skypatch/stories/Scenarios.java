package org.skypatch.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The stories that come with the system. */
public final class Scenarios {

    private static final String FOLDER = "/scenarios/";
    private static final List<String> NAMES = lines(read("names.txt"));

    private Scenarios() {}

    public static List<String> names() {
        return NAMES;
    }

    /** The full name of a story called by it, by its number or by its title: {@code 01}, {@code silent-arrival}. */
    public static Optional<String> named(String typed) {
        return NAMES.stream()
                .filter(name -> name.equals(typed) || name.startsWith(typed + "-") || name.endsWith("-" + typed))
                .findFirst();
    }

    /** The story of this full name. */
    public static Story load(String name) {
        JsonNode registry = Json.read(read(name + "/registry.json"), name + "/registry.json");
        List<Story.Line> lines = lines(read(name + "/events.ndjson")).stream()
                .map(line -> Story.Line.of(Json.read(line, name + "/events.ndjson")))
                .toList();
        JsonNode expected = Json.read(read(name + "/expected.json"), name + "/expected.json");
        return new Story(
                name, Json.text(registry, "story"), RegistryRecord.of(registry), lines, Expectations.of(expected));
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static String read(String file) {
        try (InputStream in = Scenarios.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new Failure("no " + file + " among the stories");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure("cannot read " + file, e);
        }
    }
}
