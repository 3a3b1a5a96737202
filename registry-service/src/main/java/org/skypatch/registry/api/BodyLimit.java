package org.skypatch.registry.api;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.skypatch.edge.problem.EdgeProblem;

/**
 * Keeps bodies small everywhere but where country sheets are sent in: those are written away as they come, others are held
 * in memory. {@code quarkus.http.limits.max-body-size} is the largest sheet.
 */
@ApplicationScoped
class BodyLimit {

    private static final int AFTER_THE_LARGEST = 1;
    private static final String SHEETS = "/registry/v1/imports";

    private final long usual;

    BodyLimit(@ConfigProperty(name = "skypatch.http.usual-body-size", defaultValue = "5500K") MemorySize usual) {
        this.usual = usual.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_LARGEST);
    }

    private void check(RoutingContext request) {
        if (request.normalizedPath().equals(SHEETS)) {
            request.next();
            return;
        }
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, usual);
        } else if (Long.parseLong(length) > usual) {
            request.response()
                    .setStatusCode(EdgeProblem.TOO_LARGE.status())
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .end();
            return;
        }
        request.next();
    }
}
