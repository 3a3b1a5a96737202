package org.skypatch.registry.licence;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CountryCode;

/** Who may read a licence: the country that issued it and the two between which it can be drawn. Nobody else. */
public final class LicenceReaders {

    private LicenceReaders() {}

    public static Set<CountryCode> of(LicenceFact licence) {
        return Stream.of(licence.issuer(), licence.exporterCountry(), licence.importerCountry())
                .collect(Collectors.toUnmodifiableSet());
    }

    public static boolean include(Caller caller, LicenceFact licence) {
        return caller.actsFor().filter(of(licence)::contains).isPresent();
    }
}
