package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.trade.CountryCode;

/**
 * Who must act, or be told: an administration, or every authority of a Party with this competence, or a region's RILO.
 *
 * @param administration this one alone
 * @param region WCO region of a RILO
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Addressee(
        @Nullable CountryCode country,
        @Nullable Competence competence,
        @Nullable AdministrationId administration,
        @Nullable String region) {}
