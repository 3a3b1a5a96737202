package org.skypatch.contracts.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.trade.CountryCode;

/**
 * One value of a sentence.
 *
 * @param nominal whether it names a trader or a paper, which not every reader may see
 * @param disclosedTo the only countries that may read it; every reader with nominal sight if none are named
 */
public record SentenceArgument(
        String name,
        String value,
        boolean nominal,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<CountryCode> disclosedTo) {

    private static final String MASKED = "***";

    public SentenceArgument {
        disclosedTo = disclosedTo == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(disclosedTo));
    }

    /** A value that everybody who sees the finding may read. */
    public static SentenceArgument plain(String name, Object value) {
        return new SentenceArgument(name, value.toString(), false, Set.of());
    }

    /** A value that only readers with nominal sight may read. */
    public static SentenceArgument nominal(String name, Object value) {
        return new SentenceArgument(name, value.toString(), true, Set.of());
    }

    /**
     * A value that only these countries may read, though others see the finding.
     *
     * @throws IllegalArgumentException if no country is named: that would disclose it to all
     */
    public static SentenceArgument disclosedTo(Collection<CountryCode> countries, String name, Object value) {
        if (countries.isEmpty()) {
            throw new IllegalArgumentException("at least one country must be named");
        }
        return new SentenceArgument(name, value.toString(), true, Set.copyOf(countries));
    }

    /** The value as this reader may read it: itself, or {@code ***}. */
    public String readBy(Sight reader) {
        return mayBeReadBy(reader) ? value : MASKED;
    }

    private boolean mayBeReadBy(Sight reader) {
        if (!nominal) {
            return true;
        }
        return reader.isNominal()
                && (disclosedTo.isEmpty()
                        || reader instanceof Sight.OfCountry own && disclosedTo.contains(own.country()));
    }
}
