package org.skypatch.contracts.problem;

/**
 * One wrong field of a request.
 *
 * @param pointer JSON pointer (RFC 6901) of the field
 * @param detail what is wrong with it
 */
public record FieldProblem(String pointer, String detail) {}
