package org.skypatch.registry.sheet;

import java.util.Arrays;
import java.util.Optional;

/** How a sheet is written down. */
public enum SheetFormat {
    CSV("csv", "text/csv"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String label;
    private final String mediaType;

    SheetFormat(String label, String mediaType) {
        this.label = label;
        this.mediaType = mediaType;
    }

    /** The format of a media type, whatever parameters it has. */
    public static Optional<SheetFormat> ofMediaType(String mediaType) {
        String bare = mediaType.split(";", 2)[0].strip();
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equalsIgnoreCase(bare))
                .findFirst();
    }

    /** The format of this label; empty if there is none. */
    public static Optional<SheetFormat> parse(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label.equalsIgnoreCase(label))
                .findFirst();
    }

    /** As the ending of a file's name. */
    public String label() {
        return label;
    }

    public String mediaType() {
        return mediaType;
    }
}
