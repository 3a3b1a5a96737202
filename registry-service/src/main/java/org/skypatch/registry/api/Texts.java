package org.skypatch.registry.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;

/** Texts as callers write them, in bodies, paths and queries. */
final class Texts {

    private Texts() {}

    /**
     * A text of any script that can be kept and shown.
     *
     * @throws IllegalArgumentException if it is too long, or holds control characters or half a character
     */
    static String plain(String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw new IllegalArgumentException("must be at most " + longest + " characters");
        }
        if (text.codePoints()
                .anyMatch(c ->
                        Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException("must not hold control characters");
        }
        return text;
    }

    /** A part of the path as a value; empty if there is none of this kind, so that it names no record. */
    static <T> Optional<T> inPath(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(plain(text, Form.NAME)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * A query parameter as a value; null if it is not given or blank.
     *
     * @throws ProblemException 400 naming it, if it cannot be read
     */
    static <T> @Nullable T inQuery(String name, @Nullable String text, Function<String, T> parse) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return parse.apply(plain(text.strip(), Form.NAME));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    EdgeProblem.MALFORMED,
                    "the query cannot be read",
                    List.of(new FieldProblem("/" + name, e.getMessage() == null ? "is wrong" : e.getMessage())));
        }
    }
}
