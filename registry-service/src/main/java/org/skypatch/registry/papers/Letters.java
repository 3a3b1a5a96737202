package org.skypatch.registry.papers;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.skypatch.registry.paper.Paper;

/**
 * Texts in letters that can be printed. A script without letters here, or whose letters the renderer cannot join and order
 * (all of India's, Khmer, Burmese, …), is printed in Latin letters between ‹ and ›, and the paper says so: a name that was
 * replaced by marks, or set wrongly, would be taken for another.
 */
final class Letters {

    /** What stands below a paper on which something was transliterated. */
    static final String NOTE =
            "Words between ‹ and › are written here in Latin letters (ICU, Any-Latin); the record holds them as they were"
                    + " typed.";

    private static final Set<Integer> PRINTED = Set.of(
            UScript.COMMON,
            UScript.INHERITED,
            UScript.UNKNOWN,
            UScript.LATIN,
            UScript.CYRILLIC,
            UScript.GREEK,
            UScript.ARABIC,
            UScript.THAI,
            UScript.HAN,
            UScript.HIRAGANA,
            UScript.KATAKANA,
            UScript.HANGUL);
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; NFC");

    private Letters() {}

    /** The paper with every text in letters that can be printed, and with a note if that changed any. */
    static Paper printable(Paper paper) {
        Paper printed = new Paper(
                printable(paper.title()),
                paper.subtitle() == null ? null : printable(paper.subtitle()),
                paper.parts().stream().map(Letters::printable).toList(),
                paper.qr(),
                paper.foot() == null ? null : printable(paper.foot()));
        if (printed.equals(paper)) {
            return paper;
        }
        List<Paper.Part> parts = new ArrayList<>(printed.parts());
        parts.add(new Paper.Part(null, List.of(Paper.Words.wide("", "Letters", NOTE))));
        return new Paper(printed.title(), printed.subtitle(), parts, printed.qr(), printed.foot());
    }

    private static Paper.Part printable(Paper.Part part) {
        return new Paper.Part(
                part.heading() == null ? null : printable(part.heading()),
                part.blocks().stream().map(Letters::printable).toList());
    }

    private static Paper.Block printable(Paper.Block block) {
        return switch (block) {
            case Paper.Words words ->
                new Paper.Words(words.number(), printable(words.label()), printable(words.text()), words.width());
            case Paper.Boxes boxes ->
                new Paper.Boxes(
                        boxes.number(),
                        printable(boxes.label()),
                        boxes.boxes().stream()
                                .map(box -> new Paper.Box(printable(box.label()), box.isTicked()))
                                .toList(),
                        boxes.width());
            case Paper.Table table ->
                new Paper.Table(
                        table.number(),
                        printable(table.label()),
                        each(table.columns()),
                        table.rows().stream().map(Letters::each).toList());
        };
    }

    private static List<String> each(List<String> texts) {
        UnaryOperator<String> printing = Letters::printable;
        return texts.stream().map(printing).toList();
    }

    /** The text, with each stretch that cannot be printed in Latin letters instead. */
    static String printable(String text) {
        if (text.codePoints().allMatch(Letters::isPrinted)) {
            return text;
        }
        StringBuilder printed = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = endOfStretch(text, at);
            if (end > at) {
                printed.append('‹').append(inLatin(text.substring(at, end))).append('›');
                at = end;
            } else {
                int letter = text.codePointAt(at);
                printed.appendCodePoint(letter);
                at += Character.charCount(letter);
            }
        }
        return printed.toString();
    }

    /** Where a stretch of letters ends that cannot be printed; blanks and marks between two of them belong to it. */
    private static int endOfStretch(String text, int from) {
        if (isPrinted(text.codePointAt(from))) {
            return from;
        }
        int end = from;
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n') {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            if (!isPrinted(letter)) {
                end = at;
            } else if (UScript.getScript(letter) == UScript.INHERITED) {
                end = end == at - Character.charCount(letter) ? at : end;
            } else if (UScript.getScript(letter) != UScript.COMMON) {
                return end;
            }
        }
        return end;
    }

    private static String inLatin(String stretch) {
        String latin = LATIN.transliterate(stretch);
        return latin.codePoints().allMatch(Letters::isPrinted)
                ? latin
                : "in the script "
                        + UScript.getName(UScript.getScript(stretch.codePointAt(0)))
                                .replace('_', ' ');
    }

    private static boolean isPrinted(int letter) {
        return PRINTED.contains(UScript.getScript(letter));
    }
}
