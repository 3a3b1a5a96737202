package org.skypatch.contracts.access;

import org.skypatch.contracts.trade.CountryCode;

/** What a caller may see of movements, findings and alerts. */
public sealed interface Sight {

    /** Whether names of traders, numbers of papers, containers and remarks are shown. */
    default boolean isNominal() {
        return this instanceof OfCountry || this instanceof InFull;
    }

    /** The records that concern one country, in full. */
    record OfCountry(CountryCode country) implements Sight {}

    /** The records that concern a WCO region, non-nominally. */
    record OfRegion(String region) implements Sight {}

    /** All records, non-nominally. */
    record NonNominal() implements Sight {}

    /** All records, in full: no caller's usual sight; of an operator who gives a reason, which is kept. */
    record InFull() implements Sight {}

    /** No record at all. */
    record Nothing() implements Sight {}
}
