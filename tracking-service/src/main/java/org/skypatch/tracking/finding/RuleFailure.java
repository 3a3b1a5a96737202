package org.skypatch.tracking.finding;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.tracking.movement.Movement;

/**
 * That a rule threw on a movement, as operators may read it: without anything that the movement says.
 *
 * @param version of the rule
 * @param exception the class that was thrown
 * @param message what it said, with every word masked that could come from a report
 * @param place where in the code it was thrown
 */
public record RuleFailure(RuleCode rule, int version, String exception, String message, String place) {

    private static final String OWN_CODE = "org.skypatch.";
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Z]?[a-z]+[,.;:]?");
    private static final String MASKED = "***";
    private static final int MOST_WORDS = 60;

    /** What is kept of a failure. */
    static RuleFailure of(Rule rule, RuntimeException thrown, Movement movement) {
        return new RuleFailure(
                rule.code(),
                rule.version(),
                thrown.getClass().getName(),
                masked(thrown.getMessage() == null ? "" : thrown.getMessage(), movement),
                place(thrown));
    }

    /** Only plain words are kept, and of them none that a report of the movement uses. */
    private static String masked(String message, Movement movement) {
        if (message.isBlank()) {
            return "";
        }
        Set<String> said = said(movement);
        return Arrays.stream(message.split("\\s+"))
                .limit(MOST_WORDS)
                .map(word -> PLAIN_WORD.matcher(word).matches() && !said.contains(letters(word)) ? word : MASKED)
                .collect(Collectors.joining(" "));
    }

    private static Set<String> said(Movement movement) {
        Set<String> words = new HashSet<>();
        movement.events().stream()
                .map(event -> event.event())
                .flatMap(RuleFailure::freeText)
                .flatMap(text -> Arrays.stream(text.split("[^\\p{L}\\p{N}]+")))
                .map(RuleFailure::letters)
                .forEach(words::add);
        words.remove("null");
        return words;
    }

    private static Stream<String> freeText(CustomsEvent event) {
        return Stream.of(
                event.eventId(),
                String.valueOf(event.references()),
                String.valueOf(event.licences()),
                String.valueOf(event.traders()),
                String.valueOf(event.goods()),
                String.valueOf(event.transport()),
                String.valueOf(event.seizure()),
                String.valueOf(event.reason()),
                String.valueOf(event.remarks()),
                String.valueOf(event.unknownFields()));
    }

    private static String letters(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String place(RuntimeException thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OWN_CODE))
                .findFirst()
                .map(frame ->
                        frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1) + "."
                                + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("");
    }
}
