package org.skypatch.registry.notification;

import java.time.LocalDate;
import java.util.List;
import org.skypatch.contracts.trade.CountryCode;

/** Which unions a State belongs to, whose limits bind it beside its own. */
@FunctionalInterface
public interface Unions {

    /** The unions of a State on a day, such as {@code EU}. */
    List<String> of(CountryCode state, LocalDate on);
}
