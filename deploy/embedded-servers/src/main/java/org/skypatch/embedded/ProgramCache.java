package org.skypatch.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where unpacked programs are kept between runs, shared by all clones and runs of one user: {@code SKYPATCH_CACHE}, else
 * {@code skypatch} in the user's cache directory. Everything in it can be deleted at any time while nothing runs.
 */
public record ProgramCache(Path directory) {

    /** Fills an empty directory with a program. */
    @FunctionalInterface
    public interface Filling {
        void fill(Path directory) throws IOException;
    }

    public static ProgramCache ofThisUser() {
        Path chosen = Optional.ofNullable(System.getenv("SKYPATCH_CACHE"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .or(() -> Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                        .filter(text -> !text.isBlank())
                        .map(text -> Path.of(text, "skypatch")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "skypatch"));
        return new ProgramCache(chosen.toAbsolutePath());
    }

    /** One that everybody may read, for programs that do not run as this user. */
    static ProgramCache ofThisMachine() {
        return new ProgramCache(Path.of(System.getProperty("java.io.tmpdir"), "skypatch-programs")
                .toAbsolutePath());
    }

    /** The named program's directory, filled if it is not there yet; several processes may ask at once. */
    public Path program(String name, Filling filling) {
        Path ready = directory.resolve(name);
        if (Files.exists(ready)) {
            return ready;
        }
        try {
            Files.createDirectories(directory);
            try (FileChannel lockFile = FileChannel.open(
                            directory.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = lockFile.lock()) {
                if (!Files.exists(ready)) {
                    Path unfinished = directory.resolve(name + ".unfinished");
                    delete(unfinished);
                    Files.createDirectories(unfinished);
                    filling.fill(unfinished);
                    Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return ready;
        } catch (IOException e) {
            throw new ServerFailure("cannot unpack " + name + " into " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Deletes a directory with all that is in it, if it exists. */
    public static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
