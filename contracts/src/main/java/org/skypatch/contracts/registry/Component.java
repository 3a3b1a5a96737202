package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.skypatch.contracts.trade.CommodityId;

/**
 * A component of a blend.
 *
 * @param percent mass percent
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Component(CommodityId commodity, BigDecimal percent) {}
