package org.skypatch.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the system shows at the end of a story. */
public sealed interface Observed {

    /** A movement, as its reader sees it. */
    record Movement(String id, String status, List<Finding> findings) implements Observed {

        public Movement {
            findings = List.copyOf(findings);
        }

        /** Reads the answer of {@code GET /tracking/v1/movements/{id}}. */
        static Movement of(JsonNode movement) {
            return new Movement(
                    Json.text(movement, "id"),
                    Json.text(movement, "status"),
                    Json.elements(movement.path("findings")).stream()
                            .map(Finding::of)
                            .toList());
        }

        /** The rules of the findings in this state. */
        Set<String> rules(String state) {
            return findings.stream()
                    .filter(finding -> finding.state.equals(state))
                    .map(Finding::rule)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        long count(String state) {
            return findings.stream()
                    .filter(finding -> finding.state.equals(state))
                    .count();
        }
    }

    /** A finding of a movement. */
    record Finding(String rule, String state, String severity, String sentence) {

        static Finding of(JsonNode finding) {
            return new Finding(
                    Json.text(finding, "rule"),
                    Json.text(finding, "state"),
                    finding.path("severity").asText(),
                    finding.path("sentence").asText());
        }
    }

    /** A licence's balance. */
    record Balance(BigDecimal drawnKg, BigDecimal pendingKg) implements Observed {

        /** Reads the answer of {@code GET /tracking/v1/balances?licence=…}. */
        static Balance of(JsonNode balance) {
            return new Balance(kg(balance, "drawn"), kg(balance, "pending"));
        }

        private static BigDecimal kg(JsonNode balance, String part) {
            JsonNode kg = balance.path(part).path("kg");
            return kg.isMissingNode() || kg.isNull() ? BigDecimal.ZERO : new BigDecimal(kg.asText());
        }
    }
}
