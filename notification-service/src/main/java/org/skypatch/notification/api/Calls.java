package org.skypatch.notification.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.notification.alert.TryAgainLater;
import org.skypatch.notification.subscription.Subscriptions.Known;

/** What the calls of this package have alike: versions, refusals, and waiting for the database. */
final class Calls {

    private static final Logger LOG = Logger.getLogger(Calls.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    private Calls() {}

    /** Asks the store; 503 while the database is away. */
    static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (TryAgainLater e) {
            LOG.warnf("the database does not answer just now: %s", e.getMessage());
            throw new ProblemException(
                    EdgeProblem.UNAVAILABLE, "try again in a moment", List.of(), RETRY_AFTER_SECONDS);
        }
    }

    /** What the caller says it knows of the record. */
    static Known known(HttpHeaders headers) {
        String match = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (match != null) {
            return match.strip().equals("*") ? new Known.Versions(Set.of()) : versions(match);
        }
        String noneMatch = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return noneMatch != null && noneMatch.strip().equals("*") ? new Known.NoneYet() : new Known.Nothing();
    }

    /** The strong tags that can be versions; one that cannot matches nothing. */
    private static Known versions(String tags) {
        Set<Long> versions = Arrays.stream(tags.split(","))
                .map(String::strip)
                .filter(tag -> tag.matches("\"[0-9]{1,18}\""))
                .map(tag -> Long.valueOf(tag.substring(1, tag.length() - 1)))
                .collect(Collectors.toSet());
        return new Known.Versions(versions.isEmpty() ? Set.of(0L) : versions);
    }

    static Response tagged(int status, long version, Object shown) {
        return Response.status(status)
                .tag(new EntityTag(Long.toString(version)))
                .entity(shown)
                .build();
    }

    static ProblemException notFound() {
        return new ProblemException(EdgeProblem.NOT_FOUND, "there is no such record");
    }

    static ProblemException malformed(String pointer, String detail) {
        return new ProblemException(
                EdgeProblem.MALFORMED, "the request cannot be read", List.of(new FieldProblem(pointer, detail)));
    }
}
