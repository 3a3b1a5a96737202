package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.registry.record.Repetitions;

/** The header {@code Idempotency-Key}: the caller's own name for a request, so that a repetition makes nothing new. */
final class RequestKeys {

    private static final int LONGEST = 200;

    private RequestKeys() {}

    /**
     * The request of this key; none if the caller gave no key.
     *
     * @param what is done by it; one key does one thing
     * @throws ProblemException 400 if the key is blank or too long
     */
    static Repetitions.@Nullable Request request(
            @Nullable String key, String what, @Nullable JsonNode body, Caller caller) {
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw new ProblemException(
                    EdgeProblem.MALFORMED,
                    "the Idempotency-Key cannot be used",
                    List.of(new FieldProblem("/Idempotency-Key", "must be of 1 to " + LONGEST + " characters")));
        }
        return new Repetitions.Request(caller.administration(), key.strip(), fingerprint(what, body));
    }

    private static String fingerprint(String what, @Nullable JsonNode body) {
        try {
            byte[] text = (what + sorted(body)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The content without regard to the order of its fields. */
    private static String sorted(@Nullable JsonNode node) {
        if (node == null) {
            return "";
        }
        if (node.isObject()) {
            Map<String, String> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return fields.toString();
        }
        if (node.isArray()) {
            StringBuilder elements = new StringBuilder("[");
            node.forEach(element -> elements.append(sorted(element)).append(','));
            return elements.append(']').toString();
        }
        return node.toString();
    }
}
