package org.skypatch.registry.licence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
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
     * The licences that are written so when folded. Only licences that name the reader are looked at, so nothing else can be
     * told, not by the time it takes either.
     */
    Sought written(Seek seek);

    /** The licences of the named traders whose folded number is close; of those, too, that name the reader alone. */
    List<Found> alike(Seek seek, String folded);

    /**
     * What is sought.
     *
     * @param number as the paper writes it
     * @param traders holder and counterpart as the paper names them
     * @param reader the country that asks
     * @param union the union that it is a member of
     * @param isClose whether a folded number may be meant by another
     */
    record Seek(
            String number,
            List<TraderId> traders,
            CountryCode reader,
            Optional<CountryCode> union,
            BiPredicate<String, String> isClose) {}

    /**
     * What was found.
     *
     * @param folded the number sought, with O and 0, I and 1 as one and without blanks
     */
    record Sought(String folded, List<Found> found) {

        Sought with(List<Found> more) {
            return new Sought(
                    folded,
                    Stream.concat(found.stream(), more.stream()).distinct().toList());
        }
    }

    /** A licence with its folded number. */
    record Found(LicenceFact licence, String folded) {}

    /**
     * What is asked for.
     *
     * @param readBy the country that asks; only what it may read is found
     * @param union the union that it is a member of; licences that name it are found too
     * @param sharers Parties whose licences it may read, whomever they name
     * @param text part of the number, the holder or the counterpart
     * @param after the last licence seen
     */
    record Question(
            CountryCode readBy,
            @Nullable CountryCode union,
            Set<CountryCode> sharers,
            @Nullable CountryCode issuer,
            @Nullable TraderId holder,
            @Nullable String text,
            @Nullable LicenceNumber after,
            int limit) {
        public Question {
            sharers = Set.copyOf(sharers);
        }
    }
}
