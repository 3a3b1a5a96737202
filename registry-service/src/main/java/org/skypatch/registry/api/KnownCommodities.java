package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.registry.authority.Competences;
import org.skypatch.registry.catalogue.Catalogue;
import org.skypatch.registry.problem.RegistryProblem;
import org.skypatch.registry.record.Revised;

/** Commodities and groups as records cite them. */
@ApplicationScoped
class KnownCommodities {

    private static final Set<String> GROUPS =
            Set.of("A-I", "A-II", "B-I", "B-II", "B-III", "C-I", "C-II", "C-III", "E-I", "F-I", "F-II", "F");
    private static final int SOON = 2;

    private final Catalogue catalogue;

    KnownCommodities(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Notes a commodity that the catalogue does not have. */
    Optional<CommodityFact> check(Form form, String field, @Nullable CommodityId commodity) {
        if (commodity == null) {
            return Optional.empty();
        }
        Optional<CommodityFact> known = catalogue.find(commodity).map(Revised::fact);
        if (known.isEmpty()) {
            if (catalogue.isEmpty()) {
                throw new ProblemException(
                        RegistryProblem.CATALOGUE_NOT_RECORDED, "no commodity is known yet", List.of(), SOON);
            }
            form.impossible(field, "is not in the catalogue");
        }
        return known;
    }

    /** The competences that decide about a commodity of a standing record. */
    Set<Competence> competences(CommodityId commodity) {
        return catalogue.find(commodity).map(Revised::fact).map(Competences::of).orElseGet(Set::of);
    }

    /** A Montreal group such as {@code C-I}, or {@code F} for both groups of HFCs. */
    static String group(String text) {
        if (!GROUPS.contains(text)) {
            throw new IllegalArgumentException("must be a Montreal group such as C-I, or F");
        }
        return text;
    }
}
