package org.skypatch.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/**
 * What the user asked for; {@code deploy/run.sh --help} explains it.
 *
 * @param checkout where the sources and what was built from them are
 * @param data where the run keeps everything that is to survive it
 */
record CommandLine(Path checkout, Path data, Ports ports, boolean fresh, Optional<String> scenario) {

    /** @throws IllegalArgumentException saying what is wrong, in one line */
    static CommandLine parse(String... arguments) {
        Path checkout = Path.of("").toAbsolutePath();
        Optional<Path> data = Optional.empty();
        int firstPort = Ports.USUAL_ORIGIN;
        boolean fresh = false;
        Optional<String> scenario = Optional.empty();
        Iterator<String> words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            String option = words.next();
            switch (option) {
                case "--checkout" -> checkout = Path.of(value(option, words)).toAbsolutePath();
                case "--data" -> data = Optional.of(Path.of(value(option, words)));
                case "--ports-from" -> firstPort = number(option, value(option, words));
                case "--fresh" -> fresh = true;
                case "--scenario" -> scenario = Optional.of(value(option, words));
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        Path chosen = data.orElse(checkout.resolve("data")).toAbsolutePath().normalize();
        return new CommandLine(checkout, chosen, new Ports(firstPort), fresh, scenario);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }

    private static int number(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, not " + text);
        }
    }
}
