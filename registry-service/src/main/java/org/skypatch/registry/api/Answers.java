package org.skypatch.registry.api;

import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.registry.problem.RegistryProblem;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.Refusal;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.record.Written;

/** Records and refusals as answers; the ETag of a record is its revision. */
final class Answers {

    private Answers() {}

    /** The record; 304 if the caller has this version already. */
    static Response read(Revised<?> record, HttpHeaders headers) {
        return tagged(Long.toString(record.revision()), record.fact(), headers);
    }

    /** What a tag names; 304 if the caller has it already. */
    static Response tagged(String tag, Object entity, HttpHeaders headers) {
        String known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return known != null
                        && Arrays.stream(known.split(",")).map(String::strip).anyMatch(("\"" + tag + "\"")::equals)
                ? Response.notModified(new EntityTag(tag)).build()
                : Response.ok(entity).tag(new EntityTag(tag)).build();
    }

    /** The one refusal of a record that is not there, or that this caller may not see. */
    static ProblemException notFound() {
        return new ProblemException(EdgeProblem.NOT_FOUND, "there is no such record");
    }

    /** What a write came to: 201, 200 or a refusal. */
    static Response written(Written<?> written) {
        return switch (written) {
            case Written.Created<?>(Revised<?> record) -> ok(record, 201);
            case Written.Changed<?>(Revised<?> record) -> ok(record, 200);
            case Written.Unchanged<?>(Revised<?> record) -> ok(record, 200);
            case Written.Refused<?>(Refusal refusal) -> throw refused(refusal);
        };
    }

    /** What the caller says it knows of the record. */
    static Precondition precondition(HttpHeaders headers) {
        String match = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (match != null) {
            return match.strip().equals("*") ? new Precondition.Exists() : new Precondition.StandsAt(revisions(match));
        }
        String noneMatch = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return noneMatch != null && noneMatch.strip().equals("*") ? new Precondition.IsNew() : new Precondition.None();
    }

    /** The strong tags that can be revisions; others match nothing. */
    private static Set<Long> revisions(String tags) {
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .filter(tag -> tag.matches("\"[0-9]{1,18}\""))
                .map(tag -> Long.valueOf(tag.substring(1, tag.length() - 1)))
                .collect(Collectors.toSet());
    }

    /** What is shown of a record, under the record's ETag. */
    static Response ok(long revision, Object shown) {
        return Response.ok(shown).tag(new EntityTag(Long.toString(revision))).build();
    }

    private static Response ok(Revised<?> record, int status) {
        return Response.status(status)
                .tag(new EntityTag(Long.toString(record.revision())))
                .entity(record.fact())
                .build();
    }

    /** A refusal as an answer. */
    static RuntimeException refused(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Missing() -> notFound();
            case Refusal.Outdated() ->
                new ProblemException(
                        EdgeProblem.PRECONDITION_FAILED, "read the record again; If-Match names another version");
            case Refusal.NotFromThisState(String present, List<String> allowed) ->
                new ProblemException(RegistryProblem.ILLEGAL_TRANSITION, state(present, allowed));
            case Refusal.OtherCompetence(Set<Competence> needed) ->
                new ForbiddenException("this needs the competence "
                        + needed.stream().map(Competence::label).sorted().collect(Collectors.joining(" or ")));
            case Refusal.OtherParty(CountryCode party) ->
                new ForbiddenException("only an authority of " + party + " may do this");
            case Refusal.FixedField(String pointer, String detail) -> impossible(pointer, detail);
            case Refusal.NotYours(String whose) -> new ForbiddenException(whose);
            case Refusal.Beyond(String left) -> new ProblemException(RegistryProblem.BEYOND_CONSENT, left);
            case Refusal.OtherRequest() ->
                new ProblemException(
                        RegistryProblem.IDEMPOTENCY_KEY_REUSED,
                        "a request of other content has used this Idempotency-Key; take a new one");
            case Refusal.Full() ->
                new ProblemException(
                        RegistryProblem.RECORD_FULL,
                        "all versions of a record travel together and would no longer fit into one message");
        };
    }

    private static String state(String present, List<String> allowed) {
        return "the record is " + present + "; "
                + (allowed.isEmpty() ? "no move is allowed any more" : "allowed: " + String.join(", ", allowed));
    }

    /** The refusal of one field. */
    static ProblemException impossible(@Nullable String pointer, String detail) {
        return new ProblemException(
                EdgeProblem.IMPOSSIBLE,
                "some fields cannot be so",
                List.of(new FieldProblem(pointer == null ? "" : pointer, detail)));
    }
}
