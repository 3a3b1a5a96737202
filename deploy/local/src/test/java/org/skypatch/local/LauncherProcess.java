package org.skypatch.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.skypatch.embedded.JavaProgram;

/** The launcher as a user starts it, with what it prints. */
record LauncherProcess(Process process, Path terminal) {

    static LauncherProcess start(Path checkout, Path data, Ports ports, Path terminal) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        JavaProgram.launcher(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar().toString(),
                        "--checkout",
                        checkout.toString(),
                        "--data",
                        data.toString(),
                        "--ports-from",
                        Integer.toString(ports.origin())))
                .redirectErrorStream(true)
                .redirectOutput(terminal.toFile())
                .start();
        return new LauncherProcess(process, terminal);
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("local-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    boolean isUp() {
        if (!process.isAlive()) {
            throw new AssertionError("the launcher ended:\n" + printed());
        }
        return printed().contains("Skypatch is up");
    }

    String printed() {
        try {
            return Files.readString(terminal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
