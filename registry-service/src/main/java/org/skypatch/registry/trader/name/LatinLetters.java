package org.skypatch.registry.trader.name;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.skypatch.contracts.trade.FoldedName;

/**
 * Letters of other scripts in Latin ones. Chinese characters are read one by one, each with a blank around it, so that the
 * same character always reads the same; they are remembered because the rules are long. Cyrillic is written as passports
 * and papers write it ({@code kh}, {@code sh}, {@code ya}).
 */
public final class LatinLetters {

    private static final Transliterator CYRILLIC = Transliterator.getInstance("[[:Cyrillic:]] Russian-Latin/BGN");
    private static final Transliterator HAN = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    private static final Transliterator OTHERS = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private static final Map<Integer, String> READINGS = new ConcurrentHashMap<>();

    private LatinLetters() {}

    /** A name as names are compared, whatever script it is written in. */
    public static FoldedName folded(String name) {
        return FoldedName.of(name, LatinLetters::of);
    }

    /** The text in Latin letters without accents. */
    public static String of(String text) {
        if (text.codePoints().allMatch(letter -> letter < 0x80)) {
            return text;
        }
        StringBuilder latin = new StringBuilder();
        text.codePoints().forEach(letter -> {
            if (UScript.getScript(letter) == UScript.HAN) {
                latin.append(' ')
                        .append(READINGS.computeIfAbsent(letter, LatinLetters::reading))
                        .append(' ');
            } else {
                latin.appendCodePoint(letter);
            }
        });
        String known = latin.toString();
        return known.codePoints().allMatch(letter -> letter < 0x80)
                ? known
                : OTHERS.transliterate(CYRILLIC.transliterate(known));
    }

    private static String reading(int character) {
        return HAN.transliterate(Character.toString(character));
    }
}
