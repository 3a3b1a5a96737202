package org.skypatch.tracking.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.skypatch.contracts.customs.CustomsEvent;

/** The hash of what a report says, however it was written: fields in any order, masses and times in any notation. */
final class ContentHash {

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    private ContentHash() {}

    /** SHA-256, hexadecimal. */
    static String of(CustomsEvent event) {
        CustomsEvent canonical = new CustomsEvent(
                event.eventId(),
                event.type(),
                event.occurredAt().withOffsetSameInstant(ZoneOffset.UTC),
                event.reportedBy(),
                event.references(),
                event.filedAt() == null ? null : event.filedAt().withOffsetSameInstant(ZoneOffset.UTC),
                event.licences(),
                event.route(),
                event.traders(),
                event.goods(),
                event.isFinal(),
                event.reason(),
                event.illegality(),
                event.seizure(),
                event.transport(),
                event.handling(),
                event.remarks(),
                event.unknownFields());
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(CANONICAL.writeValueAsBytes(canonical)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
