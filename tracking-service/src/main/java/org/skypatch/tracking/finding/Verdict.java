package org.skypatch.tracking.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.skypatch.contracts.finding.Judgement;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.tracking.finding.RuleOutcome.State;

/**
 * The six elements of trade, each lawful, unlawful or unknown. Unlawful: a breach of it is open. Lawful: every check of it
 * could be made, and none is open; use is never lawful by silence. Else unknown.
 */
public record Verdict(Map<TradeElement, Element> elements) {

    /**
     * One element.
     *
     * @param because the rules that speak for the judgement: those open, or those that could not be checked
     */
    public record Element(Judgement judgement, List<String> because) {

        public Element {
            because = List.copyOf(because);
        }
    }

    /** The verdict that the rules' outcomes make. */
    public static Verdict of(Assessment assessment) {
        Map<TradeElement, Element> elements = new EnumMap<>(TradeElement.class);
        for (TradeElement element : TradeElement.values()) {
            elements.put(element, element(element, assessment));
        }
        return new Verdict(elements);
    }

    private static Element element(TradeElement element, Assessment assessment) {
        List<String> breaches = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> unchecked = new ArrayList<>();
        List<String> checked = new ArrayList<>();
        for (Assessment.Judged judged : assessment.outcomes()) {
            Rule rule = judged.rule();
            String code = rule.code().value();
            for (Found found : judged.outcome().findings()) {
                if ((found.element() == null ? rule.element() : found.element()) == element) {
                    RuleKind kind = found.kind() == null ? rule.kind() : found.kind();
                    (kind == RuleKind.BREACH ? breaches : open).add(code);
                }
            }
            State state = judged.outcome().state();
            if (rule.element() != element || !judged.outcome().findings().isEmpty()) {
                continue;
            }
            if (state == State.HOLDS) {
                checked.add(code);
            } else if (state != State.NOT_CONCERNED) {
                unchecked.add(code);
            }
        }
        if (!breaches.isEmpty()) {
            return new Element(Judgement.UNLAWFUL, distinct(breaches));
        }
        if (!open.isEmpty()) {
            return new Element(Judgement.UNKNOWN, distinct(open));
        }
        boolean lawful = unchecked.isEmpty() && !checked.isEmpty() && element != TradeElement.USE;
        return lawful ? new Element(Judgement.LAWFUL, checked) : new Element(Judgement.UNKNOWN, unchecked);
    }

    private static List<String> distinct(List<String> codes) {
        return codes.stream().distinct().toList();
    }
}
