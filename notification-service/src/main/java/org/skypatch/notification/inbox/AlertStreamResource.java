package org.skypatch.notification.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.notification.alert.NewsType;
import org.skypatch.notification.alert.Streams;
import org.skypatch.notification.problem.NotificationProblem;

/** The live stream of the caller's alerts and departure notices. */
@Path("/v1/alerts/stream")
public class AlertStreamResource {

    private final Streams streams;
    private final LiveNews live;
    private final CurrentCaller callers;
    private final SecurityIdentity identity;
    private final ObjectMapper json;

    AlertStreamResource(
            Streams streams, LiveNews live, CurrentCaller callers, SecurityIdentity identity, ObjectMapper json) {
        this.streams = streams;
        this.live = live;
        this.callers = callers;
        this.identity = identity;
        this.json = json;
    }

    /**
     * Server-Sent Events. Their ids count the news of the caller's own country or region; the first thing sent is the
     * number to go on from, without an event.
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @RolesAllowed({"officer", "authority", "analyst", "operator"})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(summary = "The caller's alerts as they come; resumes with Last-Event-ID and misses nothing")
    public Multi<OutboundSseEvent> listen(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @QueryParam("after")
                    @Parameter(description = "like Last-Event-ID, for clients that cannot set it")
                    @Nullable
                    String after,
            @QueryParam("types")
                    @Parameter(description = "names of events, separated by commas; all if not said")
                    @Nullable
                    String types,
            @Context Sse sse,
            @Context HttpHeaders headers) {
        Questions questions = new Questions();
        Set<NewsType> wanted = questions.read("types", types, AlertStreamResource::types);
        questions.refuseIfWrong();
        Listening.Wish wish = new Listening.Wish(
                callers.caller().sight(),
                AlertResource.language(headers),
                number(lastEventId != null && !lastEventId.isBlank() ? lastEventId : after),
                wanted == null ? EnumSet.allOf(NewsType.class) : wanted,
                tokenEnds());
        return Multi.createFrom()
                .publisher(listener -> new Listening(wish, streams, live, json, sse, listener).begin());
    }

    private static Set<NewsType> types(String names) {
        Set<NewsType> types = EnumSet.noneOf(NewsType.class);
        Arrays.stream(names.split(",", -1))
                .map(name -> NewsType.parse(name.strip())
                        .orElseThrow(
                                () -> new IllegalArgumentException("must be names of events, such as alert-raised")))
                .forEach(types::add);
        return types;
    }

    private static @Nullable Long number(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new ProblemException(
                    NotificationProblem.NO_SUCH_PLACE,
                    "a stream is resumed with the id of an event that it sent",
                    List.of(new FieldProblem("/after", "must be the id of an event")));
        }
        return Long.valueOf(text);
    }

    private Instant tokenEnds() {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0) {
            return Instant.ofEpochSecond(token.getExpirationTime());
        }
        throw new ForbiddenException("the token does not say when it ends");
    }
}
