package org.skypatch.registry.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The groups of three letters of a folded text, word by word, as PostgreSQL's {@code pg_trgm} counts them: a word begins
 * with two blanks and ends with one.
 */
final class Trigrams {

    private final List<String> ordered;
    private final Set<String> different;

    private Trigrams(List<String> ordered) {
        this.ordered = ordered;
        this.different = Set.copyOf(ordered);
    }

    static Trigrams of(String folded) {
        List<String> groups = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        folded.codePoints().forEach(letter -> {
            if (Character.isLetterOrDigit(letter)) {
                word.appendCodePoint(letter);
            } else {
                addWord(word, groups);
            }
        });
        addWord(word, groups);
        return new Trigrams(groups);
    }

    private static void addWord(StringBuilder word, List<String> groups) {
        if (word.isEmpty()) {
            return;
        }
        int[] letters = ("  " + word + " ").codePoints().toArray();
        for (int i = 0; i + 3 <= letters.length; i++) {
            groups.add(new String(letters, i, 3));
        }
        word.setLength(0);
    }

    Set<String> different() {
        return different;
    }

    /** What both have of what either has; 0 to 1. */
    double similarity(Trigrams other) {
        long shared = other.different.stream().filter(different::contains).count();
        return shared == 0 ? 0 : (double) shared / (different.size() + other.different.size() - shared);
    }

    /** How well this text fits the stretch of the other one that it fits best; 0 to 1. */
    double similarityToPartOf(Trigrams longer) {
        double best = 0;
        List<String> groups = longer.ordered;
        for (int from = 0; from < groups.size(); from++) {
            if (!different.contains(groups.get(from))) {
                continue;
            }
            Set<String> stretch = new HashSet<>();
            int shared = 0;
            for (int to = from; to < groups.size(); to++) {
                String group = groups.get(to);
                if (stretch.add(group) && different.contains(group)) {
                    shared++;
                    best = Math.max(best, (double) shared / (different.size() + stretch.size() - shared));
                }
            }
        }
        return best;
    }
}
