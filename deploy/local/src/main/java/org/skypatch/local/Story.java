package org.skypatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.skypatch.embedded.JavaProgram;
import org.skypatch.embedded.ServerFailure;

/** A scenario played against a running system, by the player in {@code deploy/stories}, on this terminal. */
record Story(Path checkout, String origin, String name) {

    private static final String PLAYER = "org.skypatch.stories.Play";

    /** Plays it to its end; the player's exit code. */
    int play() {
        Path built = checkout.resolve("deploy/stories/target");
        if (!Files.isDirectory(built.resolve("classes"))) {
            throw new ServerFailure("the stories are not built: " + built + " is missing");
        }
        List<String> command = List.of(
                JavaProgram.launcher(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-cp",
                built.resolve("classes") + ":" + built.resolve("lib") + "/*",
                PLAYER,
                "--origin",
                origin,
                name);
        try {
            return new ProcessBuilder(command)
                    .directory(checkout.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new ServerFailure("cannot start the player: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("interrupted while playing", e);
        }
    }
}
