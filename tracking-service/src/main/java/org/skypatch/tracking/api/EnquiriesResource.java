package org.skypatch.tracking.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.tracking.enquiry.EnquiryState;
import org.skypatch.tracking.enquiry.EnquiryView;
import org.skypatch.tracking.process.Enquiring;
import org.skypatch.tracking.process.Enquiring.Outcome;

/** Asking another administration whether goods were seen, and answering. */
@Path("/v1/movements/{id}/enquiries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EnquiriesResource {

    private static final int MOST_WORDS = 2_000;

    private final Enquiring enquiring;
    private final CurrentCaller current;

    EnquiriesResource(Enquiring enquiring, CurrentCaller current) {
        this.enquiring = enquiring;
        this.current = current;
    }

    /**
     * What is asked.
     *
     * @param to the country asked, of transit or destination; that of destination if none
     * @param words at most 2,000 characters; the Parties concerned read them
     */
    public record Question(@Nullable String to, @Nullable String words) {}

    /**
     * What is answered.
     *
     * @param answer arrived, no-record, checking or hold-requested
     */
    public record Reply(@Nullable String answer, @Nullable String words) {}

    /**
     * Asks whether the goods were seen. Asking again while the question is open gives the same enquiry.
     *
     * <p>Who may call: officers and authorities of the country of dispatch, and the analyst of a region that the movement
     * touches; 404 for whoever does not see the movement, 403 for the other countries that do.
     */
    @POST
    @RolesAllowed({"officer", "authority", "analyst"})
    @RunOnVirtualThread
    @Operation(summary = "Ask whether the goods were seen (exporting side, analyst of the region)")
    public Response ask(@PathParam("id") String id, @Nullable Question question) {
        Caller caller = current.caller();
        Question asked = question == null ? new Question(null, null) : question;
        List<FieldProblem> wrong = new ArrayList<>(words(asked.words()));
        CountryCode to = null;
        if (asked.to() != null) {
            Optional<CountryCode> country = CountryCode.parse(asked.to());
            if (country.isEmpty()) {
                wrong.add(new FieldProblem("/to", "must be a country code of ISO 3166-1 alpha-2"));
            } else {
                to = country.get();
            }
        }
        refuse(wrong);
        return answer(enquiring.ask(uuid(id), caller, to, asked.words()));
    }

    /**
     * Answers an enquiry. {@code no-record} makes {@code not-arrived} grave at once.
     *
     * <p>Who may call: officers and authorities of the country that was asked.
     */
    @POST
    @Path("{enquiry}/answer")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Answer an enquiry (the country that was asked)")
    public Response answer(@PathParam("id") String id, @PathParam("enquiry") String enquiry, @Nullable Reply reply) {
        Caller caller = current.caller();
        List<FieldProblem> wrong = new ArrayList<>();
        Optional<EnquiryState> state =
                Optional.ofNullable(reply).map(Reply::answer).flatMap(EnquiryState::answer);
        if (state.isEmpty()) {
            wrong.add(new FieldProblem("/answer", "must be one of arrived, checking, hold-requested, no-record"));
        }
        String words = reply == null ? null : reply.words();
        wrong.addAll(words(words));
        refuse(wrong);
        return answer(enquiring.answer(uuid(id), uuid(enquiry), caller, state.orElseThrow(), words));
    }

    private static List<FieldProblem> words(@Nullable String words) {
        return words != null && words.length() > MOST_WORDS
                ? List.of(new FieldProblem("/words", "must be at most 2000 characters"))
                : List.of();
    }

    private static void refuse(List<FieldProblem> wrong) {
        if (!wrong.isEmpty()) {
            throw new ProblemException(EdgeProblem.MALFORMED, "this cannot be asked or answered", wrong);
        }
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var enquiry, var isNew) ->
                Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
                        .entity(EnquiryView.of(enquiry, true))
                        .build();
            case Outcome.NotSeen() -> throw new ProblemException(EdgeProblem.NOT_FOUND, "nothing here");
            case Outcome.NotTheirs(var why) -> throw new ProblemException(EdgeProblem.FORBIDDEN, why);
            case Outcome.NotOnTheWay() ->
                throw new ProblemException(
                        EdgeProblem.IMPOSSIBLE,
                        "the country asked must be one of transit or destination, and another than the asking one",
                        List.of(new FieldProblem("/to", "does not lie on the way")));
            case Outcome.NotNow(var state) ->
                throw new ProblemException(
                        EdgeProblem.CONFLICT,
                        "the enquiry stands at " + state.label() + "; "
                                + (state.allowed().isEmpty()
                                        ? "no answer may follow"
                                        : "allowed: " + state.allowedLabels()));
        };
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(EdgeProblem.NOT_FOUND, "nothing here");
        }
    }
}
