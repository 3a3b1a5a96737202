package org.skypatch.registry.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be printed. Every text is plain: marks such as {@code <} or {@code &} are printed as they stand, line breaks
 * are kept, any script may be used.
 *
 * @param title at the top, such as {@code Notification document}
 * @param subtitle below it, such as the record's number
 * @param parts one below the other
 * @param qr text of the code to scan beside the title; none if null
 * @param foot at the bottom of every page, beside the page number
 */
public record Paper(
        String title,
        @Nullable String subtitle,
        List<Part> parts,
        @Nullable String qr,
        @Nullable String foot) {
    public Paper {
        parts = List.copyOf(parts);
    }

    /**
     * Blocks that belong together.
     *
     * @param heading above them; none if null
     */
    public record Part(@Nullable String heading, List<Block> blocks) {
        public Part {
            blocks = List.copyOf(blocks);
        }
    }

    /** A framed field of a form, with its number and its label. */
    public sealed interface Block {

        /** As the form numbers it, such as {@code 12} or {@code 8(a)}; empty for a block without number. */
        String number();

        String label();

        Width width();
    }

    /** How much of the line a block takes; two halves that follow each other share one. */
    public enum Width {
        HALF,
        FULL
    }

    /**
     * A block that says something.
     *
     * @param text empty for a block that is left blank
     */
    public record Words(String number, String label, String text, Width width) implements Block {

        /** A block of full width. */
        public static Words wide(String number, String label, @Nullable String text) {
            return new Words(number, label, text == null ? "" : text, Width.FULL);
        }

        /** A block of half width. */
        public static Words half(String number, String label, @Nullable String text) {
            return new Words(number, label, text == null ? "" : text, Width.HALF);
        }
    }

    /** A block with boxes, of which those that hold are ticked. */
    public record Boxes(String number, String label, List<Box> boxes, Width width) implements Block {
        public Boxes {
            boxes = List.copyOf(boxes);
        }
    }

    /** A box with its label. */
    public record Box(String label, boolean isTicked) {}

    /**
     * A block that holds a table.
     *
     * @param columns the headings
     * @param rows one text for each column
     */
    public record Table(String number, String label, List<String> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("a row must have one text for each column");
                }
            }
        }

        @Override
        public Width width() {
            return Width.FULL;
        }
    }
}
