package org.skypatch.registry.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.trade.UnNumber;

/**
 * The whole catalogue, to be searched in memory: it is small, is asked often, and changes with an edition only.
 *
 * <p>A name fits as well as the best of a commodity's names: equal but for case, blanks and signs; beginning with what was
 * asked; alike in its groups of three letters. Codes are equal or begin so: of two codes that look alike none is meant for
 * the other.
 */
final class CommodityIndex {

    private static final double EQUAL = 2;
    private static final double BEGUN = 1.2;
    private static final double LEAST = 0.4;
    private static final double ALIKE_FROM = 0.3;
    private static final double PART_FROM = 0.6;
    private static final double PART_WEIGHT = 0.9;
    private static final int SHORTEST_BEGINNING_OF_CODE = 4;

    private final NavigableMap<String, Entry> entries = new TreeMap<>();
    private final NavigableMap<String, List<Term>> bySqueezed = new TreeMap<>();
    private final Map<String, List<Term>> byGroup = new HashMap<>();

    CommodityIndex(List<Entry> entries) {
        for (Entry entry : entries) {
            this.entries.put(entry.fact().id().value(), entry);
            entry.terms().forEach(this::add);
        }
    }

    private void add(Term term) {
        bySqueezed.computeIfAbsent(term.squeezed(), none -> new ArrayList<>()).add(term);
        if (!term.isCode()) {
            term.groups().different().forEach(group -> byGroup.computeIfAbsent(group, none -> new ArrayList<>())
                    .add(term));
        }
    }

    /** A commodity with what it is found by. */
    record Entry(
            CommodityFact fact,
            List<String> hsDigits,
            Set<String> casNumbers,
            Set<String> unNumbers,
            Set<String> wasteCodes,
            List<Term> terms) {}

    /**
     * A name or code of a commodity.
     *
     * @param squeezed its letters and digits alone, folded
     */
    record Term(String commodity, String squeezed, Trigrams groups, boolean isTradeName, boolean isCode) {}

    /** What was asked, folded as the terms are. */
    record Words(String squeezed, Trigrams groups) {}

    /** What fits the question, the best first if it is ranked, else by id. */
    List<CommodityFact> search(CatalogueQuestion question, @Nullable Words text, @Nullable Words tradeName) {
        @Nullable Map<String, Double> byText = text == null ? null : scores(text, false);
        @Nullable Map<String, Double> byTradeName = tradeName == null ? null : scores(tradeName, true);
        String after = question.after() == null ? "" : question.after().value();
        record Scored(Entry entry, double score) {}
        return entries.tailMap(after, false).entrySet().stream()
                .filter(row -> byText == null || byText.containsKey(row.getKey()))
                .filter(row -> byTradeName == null || byTradeName.containsKey(row.getKey()))
                .filter(row -> carriesCodes(row.getValue(), question))
                .map(row -> new Scored(row.getValue(), score(byText, row.getKey()) + score(byTradeName, row.getKey())))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(question.limit())
                .map(scored -> scored.entry().fact())
                .toList();
    }

    private static double score(@Nullable Map<String, Double> scores, String commodity) {
        return scores == null ? 0 : scores.getOrDefault(commodity, 0.0);
    }

    private static boolean carriesCodes(Entry entry, CatalogueQuestion question) {
        return (question.hs() == null
                        || entry.hsDigits().stream()
                                .anyMatch(digits ->
                                        digits.startsWith(question.hs().digits())
                                                || question.hs().digits().startsWith(digits)))
                && (question.cas() == null
                        || entry.casNumbers().contains(question.cas().toString()))
                && (question.un() == null
                        || entry.unNumbers().contains(question.un().value().replaceAll("(?i)^UN\\s*", "")))
                && (question.waste() == null
                        || entry.wasteCodes()
                                .contains(question.waste().toString().toUpperCase(Locale.ROOT)));
    }

    /** The number without {@code UN}. */
    private static String digits(UnNumber un) {
        String value = un.value();
        return value.regionMatches(true, 0, "UN", 0, 2) ? value.substring(2).strip() : value;
    }

    /** How well each commodity's best name fits, of those that fit at all. */
    private Map<String, Double> scores(Words asked, boolean onlyTradeNames) {
        Map<String, Double> scores = new HashMap<>();
        if (asked.squeezed().isEmpty()) {
            return scores;
        }
        for (Map.Entry<String, List<Term>> row :
                bySqueezed.tailMap(asked.squeezed(), true).entrySet()) {
            if (!row.getKey().startsWith(asked.squeezed())) {
                break;
            }
            boolean isEqual = row.getKey().equals(asked.squeezed());
            row.getValue().stream()
                    .filter(term -> !onlyTradeNames || term.isTradeName())
                    .filter(term ->
                            !term.isCode() || isEqual || asked.squeezed().length() >= SHORTEST_BEGINNING_OF_CODE)
                    .forEach(term -> scores.merge(term.commodity(), isEqual ? EQUAL : BEGUN, Math::max));
        }
        sharedGroups(asked).forEach((term, shared) -> {
            if (!onlyTradeNames || term.isTradeName()) {
                double alike = alike(asked.groups(), term.groups(), shared);
                if (alike >= LEAST) {
                    scores.merge(term.commodity(), alike, Math::max);
                }
            }
        });
        return scores;
    }

    /** How many groups each term has in common with what was asked, if any. */
    private Map<Term, Integer> sharedGroups(Words asked) {
        Map<Term, Integer> shared = new IdentityHashMap<>();
        asked.groups().different().forEach(group -> byGroup.getOrDefault(group, List.of())
                .forEach(term -> shared.merge(term, 1, Integer::sum)));
        return shared;
    }

    /** A stretch of the term has no more in common with what was asked than the whole: most terms need no closer look. */
    private static double alike(Trigrams asked, Trigrams term, int shared) {
        double whole =
                (double) shared / (asked.different().size() + term.different().size() - shared);
        boolean mayFitInPart = shared >= PART_FROM * asked.different().size();
        double part = mayFitInPart ? asked.similarityToPartOf(term) : 0;
        return whole >= ALIKE_FROM || part >= PART_FROM ? Math.max(whole, PART_WEIGHT * part) : 0;
    }
}
