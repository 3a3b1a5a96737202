package org.skypatch.registry.licence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.record.Written;

/** All licences that the registry keeps. */
public interface Licences {

    Optional<Revised<LicenceFact>> find(LicenceNumber number);

    /** Writes a licence as {@code decide} says in sight of the licence as it stands. */
    Written<LicenceFact> write(
            LicenceNumber number,
            Author author,
            Precondition precondition,
            @Nullable String reason,
            Function<Optional<LicenceFact>, Decision<LicenceFact>> decide);

    /** The licences that a country may read, by issuer and number. */
    List<LicenceFact> list(Question question);

    /**
     * What is asked for.
     *
     * @param readBy the country that asks; only what it may read is found
     * @param text part of the number, the holder or the counterpart
     * @param after the last licence seen
     */
    record Question(
            CountryCode readBy,
            @Nullable CountryCode issuer,
            @Nullable TraderId holder,
            @Nullable String text,
            @Nullable LicenceNumber after,
            int limit) {}
}
