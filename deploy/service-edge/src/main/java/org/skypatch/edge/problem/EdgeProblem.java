package org.skypatch.edge.problem;

import org.skypatch.contracts.problem.ProblemType;

/** The refusals that every service may answer. */
public enum EdgeProblem implements ProblemType {
    MALFORMED("malformed", 400, "The request cannot be read"),
    UNAUTHENTICATED("unauthenticated", 401, "A valid bearer token is needed"),
    FORBIDDEN("forbidden", 403, "This caller may not do this"),
    NOT_FOUND("not-found", 404, "There is no such record, or none that this caller may see"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This path has no such method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No such representation"),
    CONFLICT("conflict", 409, "The present state does not allow this"),
    PRECONDITION_FAILED("precondition-failed", 412, "The record has changed since it was read"),
    TOO_LARGE("too-large", 413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "This content type cannot be read"),
    IMPOSSIBLE("impossible", 422, "Well-formed, and impossible"),
    PRECONDITION_REQUIRED("precondition-required", 428, "Name the version that you changed, with If-Match"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    INTERNAL("internal", 500, "Something failed on this side"),
    UNAVAILABLE("unavailable", 503, "Not available just now");

    private final String slug;
    private final int status;
    private final String title;

    EdgeProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
