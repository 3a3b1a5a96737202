package org.skypatch.tracking.finding.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleCard;

/** Writes {@code docs/rules.md} from the rules' cards and from the documentation in their source. */
final class RulesDocument {

    private static final Pattern DOCUMENTATION =
            Pattern.compile("/\\*\\*(.*?)\\*/\\s*public final class", Pattern.DOTALL);

    private RulesDocument() {}

    static String of(List<Rule> rules) {
        return """
                # The rules

                What Skypatch finds, in the order in which the rules are listed. This page is written from the code: the test
                `RulesInForceTest` compares it, and writes it anew with `-Drules.write=true`.

                A *breach* is forbidden by a legal basis; an *indicator* only looks wrong and makes nothing unlawful. Where what
                a rule needs is not covered or not recorded, its outcome is *not known*, and nobody is alerted. Numbers marked
                *(policy)* are configuration with bounds; they are never law.

                | code | kind | element | severity |
                |---|---|---|---|
                """
                + rules.stream().map(RulesDocument::row).collect(Collectors.joining())
                + rules.stream().map(RulesDocument::section).collect(Collectors.joining());
    }

    private static String row(Rule rule) {
        RuleCard card = rule.card();
        return "| [`%s`](#%s) | %s | %s | %s |%n"
                .formatted(card.code(), card.code(), card.kind().label(), element(card), severities(card))
                .replace("\r", "");
    }

    private static String element(RuleCard card) {
        return Optional.ofNullable(card.element()).map(TradeElement::label).orElse("none");
    }

    private static String severities(RuleCard card) {
        return card.severities().stream().map(Severity::label).collect(Collectors.joining(", "));
    }

    private static String section(Rule rule) {
        RuleCard card = rule.card();
        String text = "\n## " + card.code() + "\n\n";
        for (String line : documentation(rule)) {
            text += line + "\n\n";
        }
        return text + "Clears when " + card.clears() + ".\n\nNeeds: " + card.needs() + ". Version " + card.version()
                + ".\n";
    }

    /** The lines of the rule's documentation, each beginning with a word and a colon, or with {@code Finds}. */
    private static List<String> documentation(Rule rule) {
        String source = source(rule);
        Matcher matcher = DOCUMENTATION.matcher(source);
        if (!matcher.find()) {
            throw new IllegalStateException(rule.code() + " has no documentation");
        }
        List<String> lines = matcher.group(1)
                .lines()
                .map(line -> line.replaceFirst("^\\s*\\*\\s?", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        boolean isWhole = lines.size() >= 4
                && lines.get(0).startsWith("Finds ")
                && lines.get(1).startsWith("Source: ")
                && lines.get(2).startsWith("Thresholds: ")
                && lines.get(3).startsWith("Innocent: ");
        if (!isWhole) {
            throw new IllegalStateException(
                    rule.code() + " must say in four lines what it finds, source, thresholds, innocent explanations");
        }
        return lines;
    }

    private static String source(Rule rule) {
        Path file = Path.of("src/main/java", rule.getClass().getName().replace('.', '/') + ".java");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
