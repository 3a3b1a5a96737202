package org.skypatch.tracking.balance;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.balance.Amounts;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What a record grants.
 *
 * @param limits in the units in which it was granted
 * @param shown the same in every unit that can be told from it
 * @param isSingleUse whether it covers one movement only
 * @param readers the countries that the record names, which may know what others draw on it
 */
public record Grant(Account account, Amounts limits, Amounts shown, boolean isSingleUse, Set<CountryCode> readers) {

    public Grant {
        readers = Collections.unmodifiableSet(new TreeSet<>(readers));
    }

    /** A granted amount that is exceeded, in its unit. */
    public record Excess(String unit, BigDecimal granted, BigDecimal drawn) {}

    /** The first unit in which this amount is more than was granted. */
    public Optional<Excess> exceededBy(Amount amount) {
        return Stream.of(
                        excess("kg", limits.kg(), amount.kg()),
                        excess("ODP-t", limits.odpTonnes(), amount.odpTonnes()),
                        excess("CO2e-t", limits.co2eTonnes(), amount.co2eTonnes()),
                        excess(
                                account.kind() == Account.Kind.NOTIFICATION ? "shipments" : "units",
                                limits.count() == null ? null : BigDecimal.valueOf(limits.count()),
                                BigDecimal.valueOf(amount.count())))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable Excess excess(String unit, @Nullable BigDecimal granted, BigDecimal drawn) {
        return granted != null && drawn.compareTo(granted) > 0 ? new Excess(unit, granted, drawn) : null;
    }
}
