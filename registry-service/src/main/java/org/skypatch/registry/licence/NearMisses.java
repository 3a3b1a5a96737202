package org.skypatch.registry.licence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.registry.licence.LicenceAnswer.NearMiss;

/**
 * Genuine licences that a cited one resembles: one or two characters away, and with the same holder, counterpart or
 * commodity. In 2014 a licence for 60 t of HCFC-22 was forged by changing the last digit of a genuine one for 20 t.
 */
public final class NearMisses {

    /** The most characters that may differ. */
    public static final int FARTHEST = 2;

    private static final int MOST = 5;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(FARTHEST);

    private NearMisses() {}

    /** Whether a folded number is so close to another that it may be meant; the same number is not. */
    public static boolean isClose(String folded, String other) {
        int distance = DISTANCE.apply(folded, other);
        return distance > 0 && distance * 2 < Math.max(folded.length(), other.length());
    }

    /** The likeliest, first those with the fewest differences, then those with most in common. */
    public static List<NearMiss> of(CitedLicence cited, Licences.Sought sought) {
        return sought.found().stream()
                .map(found -> nearMiss(cited, sought.folded(), found))
                .filter(miss -> !miss.because().isEmpty())
                .sorted(Comparator.comparingInt(NearMiss::distance)
                        .thenComparing(miss -> -miss.because().size())
                        .thenComparing(miss -> miss.licence().issuer())
                        .thenComparing(miss -> miss.licence().number()))
                .limit(MOST)
                .toList();
    }

    private static NearMiss nearMiss(CitedLicence cited, String folded, Licences.Found found) {
        LicenceFact licence = found.licence();
        List<String> because = new ArrayList<>();
        if (found.folded().equals(folded)) {
            because.add("number");
            return new NearMiss(licence, 0, because);
        }
        if (isClose(folded, found.folded())) {
            if (isOne(cited.holder(), licence.holder()) || isOne(cited.holder(), licence.agent())) {
                because.add("holder");
            }
            if (isOne(cited.counterpart(), licence.counterpart())) {
                because.add("counterpart");
            }
            if (isOne(cited.commodity(), licence.commodity())) {
                because.add("commodity");
            }
        }
        return new NearMiss(licence, DISTANCE.apply(folded, found.folded()), because);
    }

    private static boolean isOne(@Nullable Object shown, @Nullable Object said) {
        return shown != null && Objects.equals(shown, said);
    }
}
