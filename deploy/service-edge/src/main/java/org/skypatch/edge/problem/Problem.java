package org.skypatch.edge.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.problem.FieldProblem;

/**
 * The body of a refusal (RFC 9457).
 *
 * @param type {@code /problems/<slug>}
 * @param detail what is wrong with this request
 * @param errors every wrong field, by JSON pointer
 * @param correlationId names this request in the logs
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        List<FieldProblem> errors,
        @Nullable String correlationId) {}
