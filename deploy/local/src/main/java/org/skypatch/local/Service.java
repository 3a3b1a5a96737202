package org.skypatch.local;

import java.nio.file.Path;
import java.util.Locale;

/** One of the three services: how it is named and how much heap it may take. */
enum Service {
    REGISTRY("192m"),
    TRACKING("320m"),
    NOTIFICATION("192m");

    private final String largestHeap;

    Service(String largestHeap) {
        this.largestHeap = largestHeap;
    }

    /** The first segment of its paths, and the name of its database. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT);
    }

    String module() {
        return prefix() + "-service";
    }

    String largestHeap() {
        return largestHeap;
    }

    Path program(Path checkout) {
        return checkout.resolve(module()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
