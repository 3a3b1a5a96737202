package org.skypatch.edge.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;

/** Where a list goes on: the sort key of the last row shown, opaque to callers. It carries no rights. */
public final class Cursor {

    private static final String BETWEEN = "\u001f";

    private Cursor() {}

    /** Writes the parts of a sort key as a cursor. */
    public static String write(Object... parts) {
        String text = String.join(
                BETWEEN, java.util.Arrays.stream(parts).map(Object::toString).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the parts of a cursor.
     *
     * @throws ProblemException if it is not a cursor of so many parts
     */
    public static List<String> read(String cursor, int parts) {
        try {
            List<String> read = List.of(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(BETWEEN, -1));
            if (read.size() == parts) {
                return read;
            }
        } catch (IllegalArgumentException e) {
            // not Base64: answered below like any other foreign cursor
        }
        throw refused();
    }

    /** The refusal of a text that is not a cursor of this list. */
    public static ProblemException refused() {
        return new ProblemException(
                EdgeProblem.MALFORMED,
                "no such cursor",
                List.of(new FieldProblem("/cursor", "must be the next of an earlier page")));
    }
}
