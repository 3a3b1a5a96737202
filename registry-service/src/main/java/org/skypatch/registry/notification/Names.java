package org.skypatch.registry.notification;

import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;

/** What traders are called in the registers of their States. */
@FunctionalInterface
public interface Names {

    /** The name of a trader; empty if its State keeps none. */
    String of(CountryCode country, TraderId trader);
}
