package org.skypatch.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short commands run to their end. */
final class Commands {

    private Commands() {}

    /** Runs the command and fails with its output if it does. */
    static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new ServerFailure(String.join(" ", command) + " failed:\n" + output.strip());
            }
        } catch (IOException e) {
            throw new ServerFailure("cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("interrupted while running " + command.getFirst(), e);
        }
    }
}
