package org.skypatch.contracts.problem;

/** One kind of refusal (RFC 9457). Each service lists its own in one enum. */
public interface ProblemType {

    /** The last part of {@code type}: {@code /problems/<slug>}. */
    String slug();

    /** The HTTP status. */
    int status();

    /** What the kind of refusal is called, the same at every occurrence. */
    String title();
}
