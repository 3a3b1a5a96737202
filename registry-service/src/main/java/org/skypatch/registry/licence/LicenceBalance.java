package org.skypatch.registry.licence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.balance.Amounts;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceUse;

/**
 * What is left of a licence, as tracking told it; shown, never decided on.
 *
 * @param asOf when it became so; later movements are not in it
 * @param drawn by movements that arrived, or were seized
 * @param pending by movements under way
 */
public record LicenceBalance(Instant asOf, Amounts granted, Amounts drawn, Amounts pending, Amounts left) {

    public static LicenceBalance of(BalanceChanged told) {
        return new LicenceBalance(told.asOf(), told.granted(), told.drawn(), told.pending(), told.left());
    }

    /** Whether nothing is left: the amount is drawn or pending, or the one use of a single-use licence is taken. */
    public boolean isExhausted(LicenceFact licence) {
        return left(licence).filter(amount -> amount.signum() <= 0).isPresent()
                || licence.use() == LicenceUse.SINGLE && (isSome(drawn) || isSome(pending));
    }

    /** What is left in the unit in which the licence grants; empty if that was not told. */
    public Optional<BigDecimal> left(LicenceFact licence) {
        if (licence.massKg() != null) {
            return Optional.ofNullable(left.kg());
        }
        if (licence.odpTonnes() != null) {
            return Optional.ofNullable(left.odpTonnes());
        }
        if (licence.co2eTonnes() != null) {
            return Optional.ofNullable(left.co2eTonnes());
        }
        return Optional.ofNullable(left.count()).map(BigDecimal::valueOf);
    }

    private static boolean isSome(Amounts amounts) {
        return Stream.of(amounts.kg(), amounts.odpTonnes(), amounts.co2eTonnes(), count(amounts))
                .anyMatch(amount -> amount != null && amount.signum() > 0);
    }

    private static @Nullable BigDecimal count(Amounts amounts) {
        Long count = amounts.count();
        return count == null ? null : BigDecimal.valueOf(count);
    }
}
