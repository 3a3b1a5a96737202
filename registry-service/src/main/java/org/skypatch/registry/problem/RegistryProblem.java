package org.skypatch.registry.problem;

import org.skypatch.contracts.problem.ProblemType;

/** The refusals that only the registry answers. */
public enum RegistryProblem implements ProblemType {
    ILLEGAL_TRANSITION("illegal-transition", 409, "The record's state does not allow this"),
    BEYOND_CONSENT("beyond-consent", 409, "This is more than was consented to"),
    SEVERAL_OF_THIS_NUMBER("several-of-this-number", 409, "Several records of this number can be seen"),
    RECORD_FULL("record-full", 409, "The record has as many versions as it can hold"),
    NOTHING_SEALED("nothing-sealed", 503, "Codes cannot be signed here"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 409, "The key of this request belongs to another"),
    CATALOGUE_NOT_RECORDED("catalogue-not-recorded", 503, "The catalogue is being recorded");

    private final String slug;
    private final int status;
    private final String title;

    RegistryProblem(String slug, int status, String title) {
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
