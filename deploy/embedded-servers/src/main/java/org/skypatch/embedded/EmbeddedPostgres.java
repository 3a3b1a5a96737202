package org.skypatch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server of its own process, on this machine's loopback only, whose databases live in one directory. */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String SUPERUSER = "postgres";

    /** Of the superuser and of every owner: the server answers to this machine only. */
    public static final String PASSWORD = "skypatch-local";

    private static final Duration PATIENCE_TO_START = Duration.ofSeconds(60);

    private final int port;
    private final ServerProcess process;

    private EmbeddedPostgres(int port, ServerProcess process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts the server and waits until it takes connections; creates its files on the first start.
     *
     * @param home holds {@code data}, the pid file and, if {@code log} is inside, the log
     */
    public static EmbeddedPostgres start(Path home, int port, PostgresSettings settings, Path log) {
        Unprivileged unprivileged = Unprivileged.here();
        PostgresPrograms programs = PostgresPrograms.in(
                unprivileged == Unprivileged.AS_NOBODY ? ProgramCache.ofThisMachine() : ProgramCache.ofThisUser());
        Path files = home.toAbsolutePath().resolve("data");
        try {
            Files.createDirectories(home);
            if (!Files.exists(files.resolve("PG_VERSION"))) {
                create(files, programs, unprivileged, settings);
            }
        } catch (IOException e) {
            throw new ServerFailure("cannot prepare " + home + ": " + e.getMessage(), e);
        }
        List<String> command = new ArrayList<>(
                List.of(programs.path("postgres"), "-D", files.toString(), "-p", Integer.toString(port)));
        settings.parameters().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        PidFile pidFile = new PidFile(home.resolve("postgres.pid"));
        pidFile.stopLeftover(StopSignal.INTERRUPT);
        ServerProcess process = ServerProcess.start(
                "PostgreSQL", unprivileged.command(command), Map.of(), log, pidFile.path(), StopSignal.INTERRUPT);
        EmbeddedPostgres postgres = new EmbeddedPostgres(port, process);
        try {
            process.awaitReady(PATIENCE_TO_START, () -> says(files, process.pid(), "ready"));
        } catch (ServerFailure e) {
            process.close();
            throw e;
        }
        return postgres;
    }

    private static void create(
            Path files, PostgresPrograms programs, Unprivileged unprivileged, PostgresSettings settings)
            throws IOException {
        Path unfinished = files.resolveSibling("data.unfinished"); // left there by a first start cut short
        ProgramCache.delete(unfinished);
        Files.createDirectories(unfinished);
        Path password = files.resolveSibling("password");
        Files.writeString(password, PASSWORD);
        unprivileged.own(files.getParent());
        List<String> initdb = new ArrayList<>(List.of(
                programs.path("initdb"),
                "--pgdata=" + unfinished,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-instructions"));
        if (!settings.durable()) {
            initdb.add("--no-sync");
        }
        Commands.run(unprivileged.command(initdb));
        Files.delete(password);
        Files.move(unfinished, files, StandardCopyOption.ATOMIC_MOVE);
    }

    /** PostgreSQL keeps its process id in the first line of this file and its state in the last. */
    private static boolean says(Path files, long pid, String state) throws IOException {
        List<String> lines = Files.readAllLines(files.resolve("postmaster.pid"));
        return lines.getFirst().strip().equals(Long.toString(pid))
                && lines.getLast().strip().equals(state);
    }

    public int port() {
        return port;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** As the superuser. */
    public PostgresDatabases databases() {
        return new PostgresDatabases(jdbcUrl("postgres"), SUPERUSER, PASSWORD);
    }

    public ServerProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
