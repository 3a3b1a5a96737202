package org.skypatch.registry.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.registry.catalogue.CommodityDetail;
import org.skypatch.registry.catalogue.Listed;

/**
 * A commodity with all that the lists say of it.
 *
 * @param hazardsMet the typical H codes of a waste in words
 * @param phaseOut the phase-out schedules of its groups
 * @param hsLines the lines of the Harmonized System that name it, also those of products and equipment
 * @param effectiveFrom the day of the edition that says so
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record CommodityShown(
        @JsonUnwrapped CommodityFact commodity,
        @JsonUnwrapped CommodityDetail detail,
        List<Listed.Hazard> hazardsMet,
        List<Listed.PhaseOutStep> phaseOut,
        List<Listed.HsLine> hsLines,
        LocalDate effectiveFrom) {}
