package org.skypatch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java program that runs on this JVM's JDK. */
public final class JavaProgram {

    private JavaProgram() {}

    /** A main class with this JVM's own class path, which goes into a file since it can be longer than a command line. */
    static List<String> ofThisClassPath(Class<?> main, List<String> options, Path argumentFile) {
        try {
            Files.createDirectories(argumentFile.toAbsolutePath().getParent());
            Files.writeString(
                    argumentFile,
                    "-cp\n\"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"\n");
        } catch (IOException e) {
            throw new ServerFailure("cannot write " + argumentFile + ": " + e.getMessage(), e);
        }
        List<String> command = new ArrayList<>();
        command.add(launcher());
        command.addAll(options);
        command.add("@" + argumentFile);
        command.add(main.getName());
        return command;
    }

    /** The {@code java} command of the JDK that runs this. */
    public static String launcher() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
