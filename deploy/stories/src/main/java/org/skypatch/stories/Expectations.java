package org.skypatch.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What must hold at the end of a story. */
public record Expectations(List<OfMovement> movements, List<OfBalance> balances) {

    private static final Set<String> KNOWN = Set.of("movements", "balances", "note");

    public Expectations {
        movements = List.copyOf(movements);
        balances = List.copyOf(balances);
    }

    /** Reads {@code expected.json}; a word that it does not know is a failure, not an expectation less. */
    static Expectations of(JsonNode expected) {
        refuseOthers(expected, KNOWN);
        return new Expectations(
                Json.elements(expected.path("movements")).stream()
                        .map(OfMovement::of)
                        .toList(),
                Json.elements(expected.path("balances")).stream()
                        .map(OfBalance::of)
                        .toList());
    }

    /**
     * What must hold of one movement.
     *
     * @param reference what finds it; a notification's shipment reads {@code <notification>/<serial>}
     * @param open the rules of all open findings, if the story says them all
     */
    public record OfMovement(
            String reference,
            Optional<String> status,
            Optional<Set<String>> open,
            Set<String> openIncludes,
            Set<String> openExcludes,
            Set<String> cleared) {

        private static final Set<String> KNOWN =
                Set.of("reference", "status", "open", "open_includes", "open_excludes", "cleared");

        static OfMovement of(JsonNode node) {
            refuseOthers(node, KNOWN);
            JsonNode reference = node.path("reference");
            return new OfMovement(
                    reference.isArray() ? String.join("/", Json.texts(reference)) : Json.text(node, "reference"),
                    node.has("status") ? Optional.of(Json.text(node, "status")) : Optional.empty(),
                    node.has("open") ? Optional.of(rules(node, "open")) : Optional.empty(),
                    rules(node, "open_includes"),
                    rules(node, "open_excludes"),
                    rules(node, "cleared"));
        }

        private static Set<String> rules(JsonNode node, String field) {
            return new TreeSet<>(Json.texts(node.path(field)));
        }

        /** What does not hold of what was observed; nothing if all does. */
        public List<String> unmetBy(Observed.Movement observed) {
            List<String> unmet = new ArrayList<>();
            status.filter(wanted -> !wanted.equals(observed.status()))
                    .ifPresent(wanted -> unmet.add("status is " + observed.status() + ", not " + wanted));
            Set<String> isOpen = observed.rules("open");
            open.ifPresent(wanted -> {
                minus(wanted, isOpen).forEach(rule -> unmet.add(rule + " is not open"));
                minus(isOpen, wanted).forEach(rule -> unmet.add(rule + " is open and should not be"));
                if (wanted.equals(isOpen) && observed.count("open") > wanted.size()) {
                    unmet.add("a rule has more than one open finding");
                }
            });
            minus(openIncludes, isOpen).forEach(rule -> unmet.add(rule + " is not open"));
            openExcludes.stream()
                    .filter(isOpen::contains)
                    .forEach(rule -> unmet.add(rule + " is open and should not be"));
            minus(cleared, observed.rules("cleared")).forEach(rule -> unmet.add(rule + " was not raised and cleared"));
            return unmet;
        }

        private static Set<String> minus(Set<String> some, Set<String> others) {
            Set<String> rest = new TreeSet<>(some);
            rest.removeAll(others);
            return rest;
        }

        /** In words. */
        public String sentence() {
            List<String> parts = new ArrayList<>();
            status.ifPresent(parts::add);
            open.ifPresent(rules -> parts.add(rules.isEmpty() ? "nothing open" : "open: " + String.join(", ", rules)));
            Stream.of(
                            said("among the open: ", openIncludes),
                            said("not open: ", openExcludes),
                            said("raised and cleared: ", cleared))
                    .flatMap(Optional::stream)
                    .forEach(parts::add);
            return reference + ": " + String.join("; ", parts);
        }

        private static Optional<String> said(String what, Set<String> rules) {
            return rules.isEmpty() ? Optional.empty() : Optional.of(what + String.join(", ", rules));
        }
    }

    /** What must hold of a licence's balance. */
    public record OfBalance(
            String issuer, String number, Optional<BigDecimal> drawnKg, Optional<BigDecimal> drawnOrPendingKg) {

        private static final Set<String> KNOWN = Set.of("licence", "drawnKg", "drawnOrPendingKg");

        static OfBalance of(JsonNode node) {
            refuseOthers(node, KNOWN);
            List<String> licence = Json.texts(node.path("licence"));
            return new OfBalance(licence.get(0), licence.get(1), kg(node, "drawnKg"), kg(node, "drawnOrPendingKg"));
        }

        private static Optional<BigDecimal> kg(JsonNode node, String field) {
            return node.has(field) ? Optional.of(new BigDecimal(node.path(field).asText())) : Optional.empty();
        }

        /** The licence as queries name it. */
        public String licence() {
            return issuer + "/" + number;
        }

        /** What does not hold of what was observed; nothing if all does. */
        public List<String> unmetBy(Observed.Balance observed) {
            List<String> unmet = new ArrayList<>();
            drawnKg.filter(wanted -> wanted.compareTo(observed.drawnKg()) != 0)
                    .ifPresent(wanted -> unmet.add(observed.drawnKg() + " kg are drawn, not " + wanted));
            BigDecimal both = observed.drawnKg().add(observed.pendingKg());
            drawnOrPendingKg
                    .filter(wanted -> wanted.compareTo(both) != 0)
                    .ifPresent(wanted -> unmet.add(both + " kg are drawn or pending, not " + wanted));
            return unmet;
        }

        /** In words. */
        public String sentence() {
            return "licence " + licence() + ": "
                    + drawnKg.map(kg -> kg + " kg drawn")
                            .or(() -> drawnOrPendingKg.map(kg -> kg + " kg drawn or pending"))
                            .orElse("");
        }
    }

    private static void refuseOthers(JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw new Failure("the expectation \"" + field + "\" is not understood");
            }
        });
    }
}
