package org.skypatch.stories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What the system answered. */
public record Answer(String request, int status, HttpHeaders headers, String body) {

    /** Whether it was a 2xx. */
    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** The body as JSON; a missing node if there is none. */
    public JsonNode json() {
        if (body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Failure(request + " answered what is not JSON: " + body, e);
        }
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** This, if it was a 2xx; else a failure that quotes it. */
    public Answer orFail() {
        if (!isGood()) {
            throw new Failure(request + " answered " + status + (body.isBlank() ? "" : ": " + body));
        }
        return this;
    }
}
