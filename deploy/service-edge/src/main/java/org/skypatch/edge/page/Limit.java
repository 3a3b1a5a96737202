package org.skypatch.edge.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;

/** How many rows a page holds: 50 unless asked, 500 at most. */
public final class Limit {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private Limit() {}

    /**
     * The limit asked for.
     *
     * @throws ProblemException if it is not from 1 to 500
     */
    public static int of(@Nullable Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1 || asked > MOST) {
            throw new ProblemException(
                    EdgeProblem.MALFORMED,
                    "no such limit",
                    List.of(new FieldProblem("/limit", "must be from 1 to " + MOST)));
        }
        return asked;
    }
}
