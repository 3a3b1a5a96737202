package org.skypatch.tracking.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.LicenceNumber;

/** The licences that some movements cite, as their issuers' registers hold them. */
public final class Licences {

    private final Map<String, LicenceFact> byFoldedNumber = new HashMap<>();

    public Licences(Collection<LicenceFact> licences) {
        licences.forEach(
                licence -> byFoldedNumber.put(folded(new LicenceNumber(licence.issuer(), licence.number())), licence));
    }

    /** The licence of this number, also if it is written with O for 0, I for 1, other case or blanks. */
    public Optional<LicenceFact> find(LicenceNumber number) {
        return Optional.ofNullable(byFoldedNumber.get(folded(number)));
    }

    /** How a number is compared: in capitals, without blanks, O read as 0 and I as 1. */
    public static String folded(LicenceNumber number) {
        return number.issuedBy() + "/"
                + number.number()
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("\\s", "")
                        .replace('O', '0')
                        .replace('I', '1');
    }
}
