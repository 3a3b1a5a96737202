package org.skypatch.registry.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.registry.ProhibitionFact;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.registry.catalogue.PhaseOut;
import org.skypatch.registry.party.PartyDetail;

/**
 * A country or union as a Party: what it is bound by, who speaks for it, and the law in force there.
 *
 * @param on the day that is meant
 * @param effectiveFrom the day of the edition of the lists that says so
 * @param focalPoints its administrations, with those to be reached there
 * @param limitsInForce the phase-out steps of the year for its class; none if its class is unknown
 * @param prohibitions its own bans and those of unions it belongs to
 * @param requirements what it, or a union it belongs to, demands
 * @param quotas of the year; only those that the reader may see
 * @param territories the unions it belongs to, and the territories it is or represents
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PartyShown(
        @JsonUnwrapped PartyFact party,
        @JsonUnwrapped PartyDetail detail,
        LocalDate on,
        LocalDate effectiveFrom,
        List<AdministrationFact> focalPoints,
        List<PhaseOut.Held> limitsInForce,
        List<ProhibitionFact> prohibitions,
        List<RequirementFact> requirements,
        List<QuotaFact> quotas,
        List<TerritoryFact> territories) {}
