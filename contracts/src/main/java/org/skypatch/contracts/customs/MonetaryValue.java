package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;

/**
 * A declared value.
 *
 * @param currency ISO 4217 code
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MonetaryValue(BigDecimal amount, String currency) {}
