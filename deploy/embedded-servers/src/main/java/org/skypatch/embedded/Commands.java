package org.skypatch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Short commands run to their end. */
final class Commands {

    private Commands() {}

    /** Runs the command and fails with its output if it does; ends it when this thread is interrupted. */
    static void run(List<String> command) {
        try {
            Path output = Files.createTempFile("skypatch-", ".log"); // reading a pipe could not be interrupted
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                if (exitCode(process) != 0) {
                    throw new ServerFailure(String.join(" ", command) + " failed:\n"
                            + Files.readString(output).strip());
                }
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new ServerFailure("cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ServerFailure("interrupted", e);
        }
    }
}
