package org.skypatch.tracking.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.skypatch.edge.json.JsonHabits;

/** How rows keep records: as JSON text in bytes. */
@Singleton
public class Json {

    private final ObjectMapper mapper;

    Json(ObjectMapper doors) {
        this.mapper = JsonHabits.forTopics(doors).setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);
    }

    byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T read(byte[] json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
