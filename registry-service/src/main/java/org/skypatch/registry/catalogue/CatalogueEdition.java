package org.skypatch.registry.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.skypatch.registry.party.PartyEntry;

/**
 * One edition of the reference data.
 *
 * @param version such as {@code 2026-11-23}
 * @param effectiveFrom the day from which the lists are to be read as this edition says
 * @param lists the lists of codes beside commodities and Parties
 */
public record CatalogueEdition(
        String version,
        LocalDate effectiveFrom,
        List<CatalogueEntry> entries,
        List<PartyEntry> parties,
        Map<CodeList<?>, List<? extends Listed>> lists) {
    public CatalogueEdition {
        entries = List.copyOf(entries);
        parties = List.copyOf(parties);
        lists = Map.copyOf(lists);
    }
}
