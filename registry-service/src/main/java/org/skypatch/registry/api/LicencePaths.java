package org.skypatch.registry.api;

import java.util.Optional;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;

/** Licences as paths name them. */
final class LicencePaths {

    private LicencePaths() {}

    /** The licence of this issuer and number; empty if there can be none. */
    static Optional<LicenceNumber> number(String issuer, String number) {
        return Texts.inPath(issuer, CountryCode::of)
                .flatMap(country -> Texts.inPath(number, text -> new LicenceNumber(country, text)));
    }
}
