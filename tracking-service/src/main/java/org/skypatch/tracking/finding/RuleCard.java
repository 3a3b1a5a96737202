package org.skypatch.tracking.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;

/**
 * What a rule is; {@code docs/rules.md} is written from the cards and the rules' own documentation.
 *
 * @param version rises when the rule judges differently
 * @param kind of its findings, unless a finding says otherwise
 * @param element of trade that its findings speak of, unless a finding says otherwise; none if they speak of none
 * @param severities those that it may give, lightest first
 * @param clears what must happen for a finding to clear
 * @param needs what must be covered or recorded for the check to be made; without it the outcome is not known
 */
public record RuleCard(
        RuleCode code,
        int version,
        RuleKind kind,
        @Nullable TradeElement element,
        List<Severity> severities,
        String clears,
        String needs) {

    public RuleCard {
        severities = severities.stream().sorted().toList();
    }

    /** A rule of which a legal basis forbids what it finds. */
    public static RuleCard breach(String code, @Nullable TradeElement element, Severity... severities) {
        return new RuleCard(RuleCode.of(code), 1, RuleKind.BREACH, element, List.of(severities), "", "");
    }

    /** A rule that finds what only looks wrong. */
    public static RuleCard indicator(String code, @Nullable TradeElement element, Severity... severities) {
        return new RuleCard(RuleCode.of(code), 1, RuleKind.INDICATOR, element, List.of(severities), "", "");
    }

    public RuleCard clearedBy(String what) {
        return new RuleCard(code, version, kind, element, severities, what, needs);
    }

    public RuleCard needing(String what) {
        return new RuleCard(code, version, kind, element, severities, clears, what);
    }
}
