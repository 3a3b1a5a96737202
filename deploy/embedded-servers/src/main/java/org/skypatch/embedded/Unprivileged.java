package org.skypatch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How PostgreSQL, which refuses to be root, is run by root: in a user namespace, else under the id of nobody. */
enum Unprivileged {
    AS_WE_ARE(List.of()),
    IN_USER_NAMESPACE(List.of("unshare", "-U")),
    AS_NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged here() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_WE_ARE;
        }
        if (IN_USER_NAMESPACE.works()) {
            return IN_USER_NAMESPACE;
        }
        if (AS_NOBODY.works()) {
            return AS_NOBODY;
        }
        throw new ServerFailure("PostgreSQL refuses to run as root, and neither 'unshare -U' nor 'setpriv' works here:"
                + " run as another user");
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Hands the directory to whoever runs the command. */
    void own(Path directory) {
        if (this != AS_NOBODY) {
            return;
        }
        for (Path up = directory.toAbsolutePath().getParent(); up != null; up = up.getParent()) {
            if (!isOpenToOthers(up)) {
                throw new ServerFailure("PostgreSQL runs as 'nobody' here and cannot reach " + directory + ", because "
                        + up + " is closed to others: choose a data directory elsewhere");
            }
        }
        Commands.run(List.of("chown", "-R", "65534:65534", directory.toString()));
    }

    static boolean isOpenToOthers(Path directory) {
        try {
            return Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            throw new ServerFailure("cannot read the permissions of " + directory, e);
        }
    }

    private boolean works() {
        try {
            Process probe = new ProcessBuilder(command(List.of("id", "-u")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(5, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
