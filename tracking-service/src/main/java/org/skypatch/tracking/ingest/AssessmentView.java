package org.skypatch.tracking.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.balance.Amounts;
import org.skypatch.contracts.customs.EventWarning;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.tracking.balance.Ledger;
import org.skypatch.tracking.finding.Verdict;
import org.skypatch.tracking.finding.rule.licence.RequiredDocument;
import org.skypatch.tracking.process.Assessing;

/**
 * What would be found if the consignment were reported as it was described.
 *
 * @param warnings what its report would be warned of
 * @param verdict the six elements of trade, by their labels
 * @param notKnown the checks that could not be made
 * @param documents what the States on the way demand
 * @param balances of what it would draw on, as far as the reader may know that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssessmentView(
        List<EventWarning> warnings,
        Map<String, Element> verdict,
        List<Finding> findings,
        List<NotKnown> notKnown,
        List<Document> documents,
        List<Balance> balances) {

    /** One element of the verdict: lawful, unlawful or unknown, and the rules that speak for it. */
    public record Element(String judgement, List<String> because) {}

    /** A finding that would be raised; the sentence in the reader's language. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            String rule,
            int version,
            String kind,
            String subject,
            String severity,
            @Nullable String element,
            String sentence,
            @Nullable String expected,
            @Nullable String observed) {

        static Finding of(org.skypatch.contracts.finding.Finding finding, Locale language, Sight reader) {
            return new Finding(
                    finding.rule().value(),
                    finding.version(),
                    finding.kind().label(),
                    finding.subjectReadBy(reader),
                    finding.severity().label(),
                    finding.element() == null ? null : finding.element().label(),
                    Sentences.say(finding.sentence(), language, reader),
                    value(finding.expected(), reader),
                    value(finding.observed(), reader));
        }

        private static @Nullable String value(@Nullable SentenceArgument argument, Sight reader) {
            return argument == null ? null : argument.readBy(reader);
        }
    }

    /**
     * A check that could not be made.
     *
     * @param why {@code too-early}, {@code not-covered}, {@code not-yours} (it rests on records that do not name the
     *     reader's country) or {@code failed}
     * @param needs what it would need
     */
    public record NotKnown(String rule, String why, String needs) {

        static NotKnown of(Assessing.NotKnown one) {
            String why =
                    switch (one.state()) {
                        case NOT_YET -> "too-early";
                        case FAILED -> "failed";
                        case NOT_KNOWN, NOT_CONCERNED, HOLDS, FINDING -> one.isWithheld() ? "not-yours" : "not-covered";
                    };
            return new NotKnown(one.rule(), why, one.needs());
        }
    }

    /**
     * A document that is demanded.
     *
     * @param direction import, export or transit
     * @param state {@code cited}, {@code missing}, or {@code may-be-needed} where the report does not say enough of the goods
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Document(
            String country,
            String document,
            String direction,
            String commodity,
            String state,
            String legalBasis,
            LocalDate from,
            @Nullable LocalDate until) {

        static Document of(RequiredDocument required) {
            RequirementFact requirement = required.requirement();
            String state = required.isCited() ? "cited" : required.isMeant() ? "missing" : "may-be-needed";
            return new Document(
                    requirement.state().value(),
                    requirement.document(),
                    requirement.direction(),
                    required.commodity().value(),
                    state,
                    requirement.legalBasis(),
                    requirement.from(),
                    requirement.until());
        }
    }

    /**
     * A record that it would draw on.
     *
     * @param record as on {@code balances}, such as {@code licence:TH/26/17}
     * @param left as it stands
     * @param leftAfter as it would stand; below zero if overdrawn
     */
    public record Balance(String record, Amount granted, Amount left, Amount leftAfter) {

        static Balance of(Assessing.Balance balance) {
            Ledger after = balance.after();
            return new Balance(
                    after.grant().account().record(),
                    Amount.of(after.grant().shown()),
                    Amount.of(balance.before().left()),
                    Amount.of(after.left()));
        }
    }

    /** An amount, in decimal strings; a unit that says nothing here is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Amount(
            @Nullable String kg,
            @Nullable String odpTonnes,
            @Nullable String co2eTonnes,
            @Nullable Long count) {

        static Amount of(Amounts amounts) {
            return new Amount(
                    written(amounts.kg()),
                    written(amounts.odpTonnes()),
                    written(amounts.co2eTonnes()),
                    amounts.count());
        }

        private static @Nullable String written(@Nullable BigDecimal number) {
            return number == null ? null : number.toPlainString();
        }
    }

    static AssessmentView of(Assessing.Answer answer, List<EventWarning> warnings, Locale language, Sight reader) {
        return new AssessmentView(
                warnings,
                elements(answer.verdict()),
                answer.findings().stream()
                        .filter(finding -> finding.mayBeKnownTo(reader))
                        .map(finding -> Finding.of(finding, language, reader))
                        .toList(),
                answer.notKnown().stream().map(NotKnown::of).toList(),
                answer.documents().stream().map(Document::of).toList(),
                answer.balances().stream().map(Balance::of).toList());
    }

    private static Map<String, Element> elements(Verdict verdict) {
        Map<String, Element> elements = new TreeMap<>();
        verdict.elements()
                .forEach((element, one) -> elements.put(
                        element.label(), new Element(one.judgement().label(), one.because())));
        return elements;
    }
}
