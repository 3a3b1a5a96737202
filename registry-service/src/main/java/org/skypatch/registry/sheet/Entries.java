package org.skypatch.registry.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several values in one cell. Values stand between bars, the parts of a value between semicolons; a backslash before one of
 * these signs, or before a backslash, takes its meaning away.
 */
public final class Entries {

    private static final char BAR = '|';
    private static final char SEMICOLON = ';';
    private static final char COMMA = ',';
    private static final char ESCAPE = '\\';

    private Entries() {}

    /** {@code a | b}. */
    public static String list(List<String> values) {
        return values.stream().map(value -> escaped(value, "|\\")).collect(Collectors.joining(" | "));
    }

    /** The values of {@code a | b}; blank ones are left out. */
    public static List<String> list(String cell) {
        return split(cell, BAR).stream()
                .map(Entries::unescaped)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** {@code a; b | c; d}, without empty parts at the end. */
    public static String entries(List<List<String>> entries) {
        return entries.stream().map(Entries::entry).collect(Collectors.joining(" | "));
    }

    /** The parts of each entry of {@code a; b | c; d}. */
    public static List<List<String>> entries(String cell) {
        return split(cell, BAR).stream()
                .filter(entry -> !entry.isBlank())
                .map(entry ->
                        split(entry, SEMICOLON).stream().map(Entries::unescaped).toList())
                .toList();
    }

    /** Several values in one part: {@code R2, R3}. */
    public static String part(List<String> values) {
        return String.join(", ", values);
    }

    /** The values of {@code R2, R3}. */
    public static List<String> part(String text) {
        return split(text, COMMA).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String entry(List<String> parts) {
        int last = parts.size();
        while (last > 0 && parts.get(last - 1).isEmpty()) {
            last--;
        }
        return parts.subList(0, last).stream()
                .map(part -> escaped(part, "|;\\"))
                .collect(Collectors.joining("; "));
    }

    private static String escaped(String text, String signs) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (signs.indexOf(c) >= 0) {
                escaped.append(ESCAPE);
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** The pieces between separators that are not escaped; the escapes stay. */
    private static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ESCAPE && i + 1 < text.length()) {
                piece.append(c).append(text.charAt(++i));
            } else if (c == separator) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static String unescaped(String piece) {
        StringBuilder text = new StringBuilder(piece.length());
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            text.append(c == ESCAPE && i + 1 < piece.length() ? piece.charAt(++i) : c);
        }
        return text.toString().strip();
    }
}
