package org.skypatch.tracking.movement;

import com.ibm.icu.text.Transliterator;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.trade.FoldedName;
import org.skypatch.contracts.trade.NameLikeness;

/** Whether two reports name the same trader, in whatever script and with whatever legal form. */
public final class TraderLikeness {

    /** Cyrillic as passports and papers write it. */
    private static final Transliterator CYRILLIC = Transliterator.getInstance("[[:Cyrillic:]] Russian-Latin/BGN");

    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    private TraderLikeness() {}

    /**
     * How like two traders are, whichever is asked first.
     *
     * @return 1 for the same id, else the likeness of the names from 0 to 1; none if one of them is not named
     */
    public static @Nullable Double of(@Nullable NamedTrader one, @Nullable NamedTrader other) {
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
        FoldedName first = folded(one.name());
        FoldedName second = folded(other.name());
        return first.words().isEmpty() || second.words().isEmpty()
                ? null
                : Double.valueOf(Math.min(NameLikeness.of(first, second), NameLikeness.of(second, first)));
    }

    private static FoldedName folded(String name) {
        return FoldedName.of(name, TraderLikeness::latin);
    }

    private static String latin(String text) {
        if (text.codePoints().allMatch(letter -> letter < 0x80)) {
            return text;
        }
        synchronized (LATIN) {
            return LATIN.transliterate(CYRILLIC.transliterate(text));
        }
    }
}
