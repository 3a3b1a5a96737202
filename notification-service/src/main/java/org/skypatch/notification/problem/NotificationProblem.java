package org.skypatch.notification.problem;

import org.skypatch.contracts.problem.ProblemType;

/** The kinds of refusal that only this service answers. */
public enum NotificationProblem implements ProblemType {
    NO_SUCH_PLACE("no-such-place-in-stream", 400, "There is no such place in the stream"),
    ILLEGAL_MOVE("illegal-move", 409, "The alert does not allow this now"),
    CHANGED_MEANWHILE("changed-meanwhile", 412, "The alert has been worked on meanwhile");

    private final String slug;
    private final int status;
    private final String title;

    NotificationProblem(String slug, int status, String title) {
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
