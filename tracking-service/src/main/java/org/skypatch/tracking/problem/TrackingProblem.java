package org.skypatch.tracking.problem;

import org.skypatch.contracts.problem.ProblemType;

/** The refusals of the tracking service, beside those that every service has. */
public enum TrackingProblem implements ProblemType {
    INVALID_EVENT("invalid-event", 400, "The event cannot be read or attributed"),
    INVALID_EVENTS("invalid-events", 400, "One of the events cannot be read or attributed, so none was taken"),
    TOO_MANY_EVENTS("too-many-events", 413, "More events than one request may hold"),
    NOT_ACKNOWLEDGED("not-acknowledged", 503, "The events could not be made safe; send them again"),
    NOT_APPLIED_YET("not-applied-yet", 404, "There is no such event, or it has not been applied yet"),
    MASKED_FILTER("masked-filter", 403, "This caller may not search for what it may not see");

    private final String slug;
    private final int status;
    private final String title;

    TrackingProblem(String slug, int status, String title) {
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
