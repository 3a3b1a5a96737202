package org.skypatch.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.skypatch.embedded.ServerFailure;

/** What the launcher's libraries log: warnings, into a file, away from the terminal. */
final class LibraryLog {

    private LibraryLog() {}

    static void into(Path file) {
        try {
            LogManager.getLogManager().reset();
            Handler handler = new FileHandler(file.toString(), true);
            handler.setFormatter(new SimpleFormatter());
            Logger root = Logger.getLogger("");
            root.addHandler(handler);
            root.setLevel(Level.WARNING);
        } catch (IOException e) {
            throw new ServerFailure("cannot write to " + file + ": " + e.getMessage(), e);
        }
    }
}
