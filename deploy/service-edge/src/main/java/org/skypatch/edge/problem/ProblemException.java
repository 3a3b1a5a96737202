package org.skypatch.edge.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.problem.ProblemType;

/** Ends a request with a problem answer. For edges only: the core returns refusals as values. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldProblem> errors;
    private final transient @Nullable Integer retryAfterSeconds;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<FieldProblem> errors) {
        this(type, detail, errors, null);
    }

    public ProblemException(
            ProblemType type, String detail, List<FieldProblem> errors, @Nullable Integer retryAfterSeconds) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    @Nullable
    Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
