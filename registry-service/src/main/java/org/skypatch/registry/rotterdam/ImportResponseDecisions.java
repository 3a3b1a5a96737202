package org.skypatch.registry.rotterdam;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.ImportResponseFact;
import org.skypatch.registry.authority.Competences;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/**
 * What a Party may answer on the import of a chemical of Annex III (Rotterdam Convention, Article 10): an interim response
 * until the final one, each of which it may change at any time; what is answered is not unsaid.
 */
public final class ImportResponseDecisions {

    /** From which response to which others. */
    static final Map<String, List<String>> TABLE = Map.of(
            "none", List.of("none", "interim", "final"),
            "interim", List.of("interim", "final"),
            "final", List.of("final"));

    private static final Set<Competence> PIC = Set.of(Competence.PIC);

    private ImportResponseDecisions() {}

    /** Answers, or answers differently. */
    public static Decision<ImportResponseFact> put(
            Optional<ImportResponseFact> present, ImportResponseFact response, Caller caller) {
        if (!Competences.suffice(caller, PIC)) {
            return new Decision.Refuse<>(new Refusal.OtherCompetence(PIC));
        }
        List<String> allowed =
                present.map(ImportResponseFact::response).map(TABLE::get).orElse(TABLE.get("none"));
        return allowed.contains(response.response())
                ? new Decision.Become<>(response)
                : new Decision.Refuse<>(new Refusal.NotFromThisState(
                        present.map(ImportResponseFact::response).orElse("none"), allowed));
    }

    /** What is wrong with a decision beside its kind of response; empty if nothing is. */
    public static Optional<Refusal.FixedField> wrong(ImportResponseFact response) {
        boolean answered = !response.response().equals("none");
        if (answered == (response.decision() == null)) {
            return Optional.of(new Refusal.FixedField(
                    "/decision", answered ? "is required with this response" : "must be left out where there is none"));
        }
        boolean conditional = "consent-with-conditions".equals(response.decision());
        return conditional == response.conditions().isEmpty()
                ? Optional.of(new Refusal.FixedField(
                        "/conditions",
                        conditional ? "must name the conditions" : "must be left out with this decision"))
                : Optional.empty();
    }
}
