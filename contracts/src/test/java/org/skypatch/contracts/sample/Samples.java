package org.skypatch.contracts.sample;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The golden samples {@code /samples/<type>/v<version>.json} of the class path, and how they are read. */
public final class Samples {

    /** Reads and writes as the services do on their topics, but refuses unknown fields, so that no sample holds any. */
    public static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Samples() {}

    /** Whether there is a sample of this type and version. */
    public static boolean has(String type, int version) {
        return Samples.class.getResource(path(type, version)) != null;
    }

    /** The sample as it is written. */
    public static JsonNode tree(String type, int version) {
        try (InputStream sample = Samples.class.getResourceAsStream(path(type, version))) {
            if (sample == null) {
                throw new IllegalArgumentException("there is no sample " + path(type, version));
            }
            return JSON.readTree(sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample as the value that it stands for. */
    public static <T> T read(String type, int version, Class<T> as) {
        try {
            return JSON.treeToValue(tree(type, version), as);
        } catch (IOException e) {
            throw new UncheckedIOException("sample " + path(type, version), e);
        }
    }

    private static String path(String type, int version) {
        return "/samples/" + type + "/v" + version + ".json";
    }
}
