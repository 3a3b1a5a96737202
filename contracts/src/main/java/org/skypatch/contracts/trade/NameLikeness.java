package org.skypatch.contracts.trade;

import java.util.HashSet;
import java.util.Set;

/** How alike two folded names are, from 0 to 1: by whole names and by words, tolerant of misspelling. */
public final class NameLikeness {

    private static final double SKELETON = 0.8;
    private static final double BY_WORDS = 0.75;

    private NameLikeness() {}

    /**
     * How well a name fits what is asked for, which may be a part of it. Not symmetric: words of the name that nobody asked
     * for cost little.
     */
    public static double of(FoldedName asked, FoldedName name) {
        String askedWhole = asked.squeezed();
        String whole = name.squeezed();
        if (askedWhole.isEmpty() || whole.isEmpty()) {
            return 0;
        }
        if (askedWhole.equals(whole)) {
            return 1;
        }
        double letters = 0;
        double covered = 0;
        for (String word : asked.words()) {
            double best = 0;
            for (String other : name.words()) {
                best = Math.max(best, ofWords(word, other));
            }
            letters += word.length();
            covered += word.length() * best;
        }
        double byWhole = ofWords(askedWhole, whole);
        return Math.max(byWhole, BY_WORDS * covered / letters + (1 - BY_WORDS) * byWhole) * 0.99;
    }

    /** How alike two words are: equal, begun alike, alike in their groups of three letters, or in their consonants. */
    public static double ofWords(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        Set<String> groups = groups(one);
        Set<String> otherGroups = groups(other);
        Set<String> common = new HashSet<>(groups);
        common.retainAll(otherGroups);
        double alike = 2.0 * common.size() / (groups.size() + otherGroups.size());
        if (one.length() >= 3 && other.startsWith(one)) {
            alike = Math.max(alike, 0.9);
        }
        String skeleton = FoldedName.skeleton(one);
        return skeleton.length() >= 2 && skeleton.equals(FoldedName.skeleton(other))
                ? Math.max(alike, SKELETON)
                : alike;
    }

    private static Set<String> groups(String word) {
        Set<String> groups = new HashSet<>();
        String padded = "  " + word + " ";
        for (int i = 0; i + 3 <= padded.length(); i++) {
            groups.add(padded.substring(i, i + 3));
        }
        return groups;
    }
}
