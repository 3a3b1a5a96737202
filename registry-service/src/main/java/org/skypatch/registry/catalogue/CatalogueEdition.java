package org.skypatch.registry.catalogue;

import java.util.List;
import org.skypatch.contracts.registry.PartyFact;

/**
 * One edition of the reference data.
 *
 * @param version such as {@code 2026-11-23}
 */
public record CatalogueEdition(String version, List<CatalogueEntry> entries, List<PartyFact> parties) {
    public CatalogueEdition {
        entries = List.copyOf(entries);
        parties = List.copyOf(parties);
    }
}
