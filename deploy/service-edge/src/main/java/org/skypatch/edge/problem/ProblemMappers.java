package org.skypatch.edge.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.problem.ProblemType;

/** Turns every refusal and failure into {@code application/problem+json}, without stack traces. */
public class ProblemMappers {

    /** The media type of a problem. */
    public static final String PROBLEM_JSON = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String CORRELATION = "X-Correlation-Id";
    private static final int SOON_SECONDS = 2;
    private static final int DEEPEST_CAUSE = 20;

    @ServerExceptionMapper
    Response refused(ProblemException e, RoutingContext request) {
        Response.ResponseBuilder answer = answer(e.type(), e.getMessage(), e.errors(), request);
        Integer seconds = e.retryAfterSeconds();
        return (seconds == null ? answer : answer.header(HttpHeaders.RETRY_AFTER, seconds)).build();
    }

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException e, RoutingContext request) {
        return answer(EdgeProblem.UNAUTHENTICATED, null, List.of(), request)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException e, RoutingContext request) {
        return answer(EdgeProblem.UNAUTHENTICATED, null, List.of(), request)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, RoutingContext request) {
        return answer(EdgeProblem.FORBIDDEN, e.getMessage(), List.of(), request).build();
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e, RoutingContext request) {
        return answer(EdgeProblem.MALFORMED, "the body is not the JSON asked for", List.of(field(e)), request)
                .build();
    }

    /** Quarkus maps this kind by itself, without a body, unless it is named here. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, RoutingContext request) {
        return unreadable(e, request);
    }

    @ServerExceptionMapper
    Response other(WebApplicationException e, RoutingContext request) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, request);
        }
        int status = e.getResponse().getStatus();
        ProblemType type = Arrays.stream(EdgeProblem.values())
                .filter(known -> known.status() == status)
                .findFirst()
                .orElse(status < 500 ? EdgeProblem.MALFORMED : EdgeProblem.INTERNAL);
        return answer(type, null, List.of(), request).build();
    }

    @ServerExceptionMapper
    Response failed(Throwable e, RoutingContext request) {
        String correlation = correlation(request);
        if (isForWantOfTheDatabase(e)) {
            LOG.warnf("request %s waits for the database: %s", correlation, e.getMessage());
            return answer(EdgeProblem.UNAVAILABLE, "the database cannot be reached; try again", List.of(), request)
                    .header(HttpHeaders.RETRY_AFTER, SOON_SECONDS)
                    .build();
        }
        LOG.errorf(e, "request %s failed: %s %s", correlation, request.request().method(), request.normalizedPath());
        return answer(EdgeProblem.INTERNAL, null, List.of(), request).build();
    }

    /**
     * Connection failures (08), out of resources (53), shut down by the operator (57P), or none of the connections free,
     * which carries no state.
     */
    private static boolean isForWantOfTheDatabase(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(state ->
                        state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
    }

    private static FieldProblem field(JsonProcessingException e) {
        return new FieldProblem(e instanceof JsonMappingException mapping ? pointer(mapping) : "", reason(e));
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a field of this record";
        }
        if (e instanceof ValueInstantiationException
                && e.getCause() != null
                && e.getCause().getMessage() != null) {
            return e.getCause().getMessage();
        }
        String message = e.getOriginalMessage();
        int source = message.indexOf(" (for Object of type");
        return (source < 0 ? message : message.substring(0, source))
                .replaceAll("`(?:[a-z0-9]+\\.)+([A-Za-z$<>]+)`", "$1");
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference part : e.getPath()) {
            String name = part.getFieldName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? part.getIndex()
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static Response.ResponseBuilder answer(
            ProblemType type, @Nullable String detail, List<FieldProblem> errors, RoutingContext request) {
        String correlation = correlation(request);
        return Response.status(type.status())
                .type(MediaType.valueOf(PROBLEM_JSON))
                .header(CORRELATION, correlation)
                .entity(new Problem(
                        "/problems/" + type.slug(), type.title(), type.status(), detail, errors, correlation));
    }

    /** The caller's own correlation id if it is a plain one, else a new one; the same for the whole request. */
    private static String correlation(RoutingContext request) {
        String known = request.get(CORRELATION);
        if (known == null) {
            String sent = request.request().getHeader(CORRELATION);
            known = sent != null && sent.matches("[A-Za-z0-9-]{1,64}")
                    ? sent
                    : UUID.randomUUID().toString();
            request.put(CORRELATION, known);
        }
        return known;
    }
}
