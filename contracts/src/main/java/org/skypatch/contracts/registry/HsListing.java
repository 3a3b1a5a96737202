package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.skypatch.contracts.trade.HsCode;

/**
 * A code of the Harmonized System that a commodity travels under.
 *
 * @param edition HS2017 or HS2022
 * @param residual whether the line takes in other goods too, so that it proves nothing
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HsListing(HsCode code, String edition, boolean residual) {}
