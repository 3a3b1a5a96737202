package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The traders that a report names, by their part in the consignment.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Traders(
        @Nullable NamedTrader exporter,
        @Nullable NamedTrader importer,
        @Nullable NamedTrader carrier,
        @Nullable NamedTrader generator,
        @Nullable NamedTrader facility) {

    /** Nobody named. */
    public static final Traders NONE = new Traders(null, null, null, null, null);
}
