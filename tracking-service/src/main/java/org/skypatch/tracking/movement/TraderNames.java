package org.skypatch.tracking.movement;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.NamedTrader;

/** Whether two reports name the same trader, in whatever script and with whatever legal form. */
public final class TraderNames {

    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII; Lower");
    private static final Set<String> LEGAL_FORMS = Set.of(
            "ab",
            "ag",
            "as",
            "bhd",
            "bv",
            "co",
            "company",
            "corp",
            "corporation",
            "cv",
            "eood",
            "gmbh",
            "inc",
            "incorporated",
            "jsc",
            "kft",
            "kg",
            "kk",
            "limited",
            "llc",
            "llp",
            "ltd",
            "ltda",
            "mbh",
            "nv",
            "oao",
            "ood",
            "ooo",
            "oy",
            "pao",
            "plc",
            "pt",
            "pte",
            "pty",
            "pvt",
            "sa",
            "sarl",
            "sas",
            "sdn",
            "sl",
            "spa",
            "sro",
            "srl",
            "tbk",
            "zao",
            "zoo");
    private static final Set<String> LEGAL_FORMS_IN_CHINESE = Set.of("股份有限公司", "有限责任公司", "有限公司", "株式会社", "주식회사", "(주)");
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private TraderNames() {}

    /**
     * How like two traders are.
     *
     * @return 1 for the same id, else the likeness of the names from 0 to 1; none if one of them is not named
     */
    public static @Nullable Double likeness(@Nullable NamedTrader one, @Nullable NamedTrader other) {
        if (one == null || other == null) {
            return null;
        }
        if (one.id() != null
                && other.id() != null
                && ReferenceKey.folded(one.id().value())
                        .equals(ReferenceKey.folded(other.id().value()))) {
            return 1.0;
        }
        if (one.name() == null || other.name() == null) {
            return null;
        }
        String first = folded(one.name());
        String second = folded(other.name());
        return first.isEmpty() || second.isEmpty() ? null : JARO_WINKLER.apply(first, second);
    }

    /** A name in Latin letters without marks, case, punctuation and legal form; its words in order of the alphabet. */
    public static String folded(String name) {
        String bare = name;
        for (String form : LEGAL_FORMS_IN_CHINESE) {
            bare = bare.replace(form, " ");
        }
        String latin;
        synchronized (LATIN) {
            latin = LATIN.transliterate(bare);
        }
        String joined = latin.toLowerCase(Locale.ROOT).replaceAll("\\b([a-z])\\.(?=[a-z]\\b)", "$1");
        return Arrays.stream(joined.split("[^a-z0-9]+"))
                .filter(word -> !word.isBlank() && !LEGAL_FORMS.contains(word))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
