package org.skypatch.registry.sheet;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a text for a formula. A text that begins with =, +, -, @ or a tab, also behind apostrophes,
 * gets one more apostrophe in front when it goes out, and loses one when it comes in: so every text comes back as it was.
 */
public final class FormulaGuard {

    private static final Pattern SUSPECT = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private FormulaGuard() {}

    /** The text as it may stand in a spreadsheet. */
    public static String close(String text) {
        return SUSPECT.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was meant. */
    public static String open(String cell) {
        return cell.startsWith("'") && SUSPECT.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
