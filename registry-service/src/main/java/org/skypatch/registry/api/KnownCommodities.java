package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    private final Function<CommodityId, Optional<CommodityFact>> find;

    @Inject
    KnownCommodities(Catalogue catalogue) {
        this(catalogue, id -> catalogue.find(id).map(Revised::fact));
    }

    private KnownCommodities(Catalogue catalogue, Function<CommodityId, Optional<CommodityFact>> find) {
        this.catalogue = catalogue;
        this.find = find;
    }

    /** The same commodities, each looked up once: for a run over many records, in one thread. */
    KnownCommodities remembering() {
        Map<CommodityId, Optional<CommodityFact>> seen = new HashMap<>();
        return new KnownCommodities(catalogue, id -> seen.computeIfAbsent(id, find));
    }

    /** Notes a commodity that the catalogue does not have. */
    Optional<CommodityFact> check(Form form, String field, @Nullable CommodityId commodity) {
        if (commodity == null) {
            return Optional.empty();
        }
        Optional<CommodityFact> known = find.apply(commodity);
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
        return find.apply(commodity).map(Competences::of).orElseGet(Set::of);
    }

    static boolean isGroup(String text) {
        return GROUPS.contains(text);
    }

    /** A Montreal group such as {@code C-I}, or {@code F} for both groups of HFCs. */
    static String group(String text) {
        if (!GROUPS.contains(text)) {
            throw new IllegalArgumentException("must be a Montreal group such as C-I, or F");
        }
        return text;
    }
}
