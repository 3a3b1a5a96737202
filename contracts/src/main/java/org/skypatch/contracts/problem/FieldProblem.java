package org.skypatch.contracts.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One wrong field of a request.
 *
 * @param pointer JSON pointer (RFC 6901) of the field
 * @param detail what is wrong with it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FieldProblem(String pointer, String detail) {}
