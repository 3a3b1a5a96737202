package org.skypatch.notification.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;

/** Reads query parameters and collects what is wrong with them, so that one answer names every wrong one. */
final class Questions {

    private final List<FieldProblem> problems = new ArrayList<>();

    /** The parameter, read by a parser that throws {@link IllegalArgumentException}; null if it is missing or wrong. */
    <T> @Nullable T read(String name, @Nullable String text, Function<String, T> parser) {
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            problems.add(new FieldProblem(
                    "/" + name, Optional.ofNullable(e.getMessage()).orElse("cannot be read")));
            return null;
        }
    }

    /** The same, of a parameter that must be there. */
    <T> @Nullable T required(String name, @Nullable String text, Function<String, T> parser) {
        if (text == null) {
            problems.add(new FieldProblem("/" + name, "is required"));
            return null;
        }
        return read(name, text, parser);
    }

    @Nullable
    UUID readId(String name, @Nullable String text) {
        return read(name, text, id -> {
            if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
                throw new IllegalArgumentException("must be an id");
            }
            return UUID.fromString(id);
        });
    }

    /**
     * Ends the request if anything was wrong.
     *
     * @throws ProblemException naming every wrong parameter
     */
    void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw new ProblemException(EdgeProblem.MALFORMED, "the question cannot be read", problems);
        }
    }
}
