package org.skypatch.tracking.register;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.skypatch.contracts.registry.Dated;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.trade.LicenceNumber;

/** The licences that some movements cite, and those whose numbers look like them, as their issuers' registers hold them. */
public final class Licences {

    private final Map<String, Versions<LicenceFact>> byFoldedNumber = new HashMap<>();

    public Licences(Collection<Versions<LicenceFact>> licences) {
        licences.forEach(licence -> byFoldedNumber.put(folded(number(licence.latest())), licence));
    }

    /** The licence of this number as it stands, also if it is written with O for 0, I for 1, other case or blanks. */
    public Optional<LicenceFact> find(LicenceNumber number) {
        return record(number).map(Versions::latest);
    }

    /** The same with all its versions. */
    public Optional<Versions<LicenceFact>> record(LicenceNumber number) {
        return Optional.ofNullable(byFoldedNumber.get(folded(number)));
    }

    /**
     * The licence as it counted at that instant. What takes it away (suspended, revoked, refused) counts from its recording;
     * that it was granted counts from its validity, however late it was recorded.
     */
    public Optional<LicenceFact> at(LicenceNumber number, Instant instant) {
        return record(number).map(licence -> licence.at(instant)
                .filter(fact -> fact.state() != LicenceState.APPLIED)
                .orElseGet(() -> licence.all().stream()
                        .map(Dated::fact)
                        .filter(fact -> fact.state() != LicenceState.APPLIED)
                        .findFirst()
                        .orElseGet(licence::latest)));
    }

    /** Licences of the same issuer whose numbers differ from this one by so many characters at most, and by one at least. */
    public List<LicenceFact> like(LicenceNumber number, int mostEdits) {
        String wanted = folded(number);
        return byFoldedNumber.entrySet().stream()
                .filter(entry -> isLike(entry.getKey(), wanted, mostEdits))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().latest())
                .toList();
    }

    /** Whether two folded numbers of one issuer differ, and by so many characters at most. */
    public static boolean isLike(String one, String other, int mostEdits) {
        boolean sameIssuer = one.startsWith(other.substring(0, 3));
        return sameIssuer
                && !one.equals(other)
                && new LevenshteinDistance(mostEdits).apply(one.substring(3), other.substring(3)) >= 0;
    }

    /** The number by which papers cite the licence. */
    public static LicenceNumber number(LicenceFact licence) {
        return new LicenceNumber(licence.issuer(), licence.number());
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
