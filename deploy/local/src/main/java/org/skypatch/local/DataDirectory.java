package org.skypatch.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.skypatch.embedded.PidFile;
import org.skypatch.embedded.ProgramCache;
import org.skypatch.embedded.ServerFailure;
import org.skypatch.embedded.StopSignal;

/** Where one run keeps everything that is to survive it; one run at a time. */
record DataDirectory(Path path) {

    private static final String SERVICES = "services";
    private static final String LOGS = "logs";

    /** In the order in which what was started from them is stopped. */
    private static final List<String> PARTS = List.of(SERVICES, "keycloak", "kafka", "postgres");

    /** The right to use the directory, until this process ends. */
    Optional<FileLock> claim() {
        try {
            Files.createDirectories(path);
            FileChannel file =
                    FileChannel.open(path.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return Optional.ofNullable(file.tryLock());
        } catch (IOException e) {
            throw new ServerFailure("cannot use " + path + ": " + e.getMessage(), e);
        }
    }

    /** Stops what a run left behind that could not stop it itself; true if there was something. */
    boolean stopLeftovers() {
        boolean found = false;
        for (String part : PARTS) {
            StopSignal signal = part.equals("postgres") ? StopSignal.INTERRUPT : StopSignal.TERMINATE;
            for (Path file : pidFiles(path.resolve(part))) {
                found |= new PidFile(file).stopLeftover(signal);
            }
        }
        return found;
    }

    private static List<Path> pidFiles(Path part) {
        if (!Files.isDirectory(part)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(part)) {
            return files.filter(file -> file.toString().endsWith(".pid")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws away what runs have left here, and nothing else that may be in the directory. */
    void clear() {
        try {
            for (String part : PARTS) {
                ProgramCache.delete(path.resolve(part));
            }
            ProgramCache.delete(path.resolve(LOGS));
        } catch (IOException e) {
            throw new ServerFailure("cannot clear " + path + ": " + e.getMessage(), e);
        }
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path keycloak() {
        return path.resolve("keycloak");
    }

    Path pidFile(Service service) {
        return path.resolve(SERVICES).resolve(service.prefix() + ".pid");
    }

    Path logs() {
        return path.resolve(LOGS);
    }

    /** An empty log of that name; the last run's is kept beside it. */
    Path newLog(String name) {
        Path log = logs().resolve(name + ".log");
        try {
            Files.createDirectories(logs());
            if (Files.exists(log)) {
                Files.move(log, logs().resolve(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            return Files.createFile(log);
        } catch (IOException e) {
            throw new ServerFailure("cannot write to " + logs() + ": " + e.getMessage(), e);
        }
    }

    /** The address of the run that uses the directory, if one has written it down. */
    Optional<String> origin() {
        return read("origin");
    }

    void rememberOrigin(String origin) {
        write("origin", origin);
    }

    /** What the identity provider's realm was imported from. */
    Optional<String> importedRealm() {
        return read("keycloak/imported");
    }

    void rememberImportedRealm(String fingerprint) {
        write("keycloak/imported", fingerprint);
    }

    private Optional<String> read(String name) {
        Path file = path.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(path.resolve(name).getParent());
            Files.writeString(path.resolve(name), text + "\n");
        } catch (IOException e) {
            throw new ServerFailure("cannot write to " + path + ": " + e.getMessage(), e);
        }
    }
}
