package org.skypatch.registry.licence;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.authority.Unions;

/**
 * Who may read a licence: the country that issued it and the two between which it can be drawn; if one of the two is a
 * union, its members. Nobody else.
 */
public final class LicenceReaders {

    private LicenceReaders() {}

    /** The countries that it names. */
    public static Set<CountryCode> of(LicenceFact licence) {
        return Stream.of(licence.issuer(), licence.exporterCountry(), licence.importerCountry())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the caller is one of them, or a member, on a day, of the union between whose border it can be drawn. */
    public static boolean include(Caller caller, LicenceFact licence, Unions unions, LocalDate on) {
        return caller.actsFor()
                .filter(country -> of(licence).contains(country)
                        || unions.standingFor(country, on)
                                .filter(union -> union.equals(licence.exporterCountry())
                                        || union.equals(licence.importerCountry()))
                                .isPresent())
                .isPresent();
    }
}
