package org.skypatch.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Keycloak's distribution, unpacked and built for this use (for PostgreSQL, alone, below {@code /auth}). Building takes
 * longer than starting, so the result is kept in the {@link ProgramCache}.
 *
 * @param directory what Keycloak calls its home
 */
public record KeycloakProgram(Path directory) {

    private static final List<String> BUILD_OPTIONS = List.of("--db=postgres", "--http-relative-path=/auth");

    /** The program from the distribution's archive; unpacks and builds it if that was not done before. */
    public static KeycloakProgram from(Path archive, ProgramCache cache) {
        String distribution = archive.getFileName().toString().replace(".zip", "");
        String name = distribution + "-" + Integer.toHexString(BUILD_OPTIONS.hashCode());
        return new KeycloakProgram(cache.program(name, directory -> {
            unpack(archive, directory);
            Commands.run(
                    new KeycloakProgram(directory).command(directory, List.of(), arguments("build", BUILD_OPTIONS)));
        }));
    }

    private static List<String> arguments(String command, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(options);
        return arguments;
    }

    /**
     * What {@code kc.sh} would run; without that script, the process is Keycloak itself and can be signalled.
     *
     * @param home where this Keycloak keeps its own files
     */
    List<String> command(Path home, List<String> javaOptions, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(JavaProgram.launcher()));
        command.addAll(javaOptions);
        command.addAll(List.of(
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + directory.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                directory.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    /** The archive holds everything in one folder named like itself, which is left out. */
    private static void unpack(Path archive, Path target) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path inside = Path.of(entry.getName());
                if (inside.getNameCount() < 2) {
                    continue;
                }
                Path file =
                        target.resolve(inside.subpath(1, inside.getNameCount())).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("archive entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(entries, file);
                }
            }
        }
    }
}
