package org.skypatch.stories;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Plays stories on a running system; ends with 1 if one of them does not end as it should. */
public final class Play {

    private static final int GOOD = 0;
    private static final int DIFFERENT = 1;
    private static final int MISUSED = 2;

    private static final String USAGE = """
            usage: play [--origin http://localhost:8080] [NAME…|all]
            A name is a story's folder, its number or its title: 01-silent-arrival, 01, silent-arrival.
            """;

    private Play() {}

    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out));
    }

    /** As the command does; its exit code. */
    static int run(List<String> arguments, PrintStream out) {
        URI origin = URI.create("http://localhost:8080");
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--origin") && i + 1 < arguments.size()) {
                i++;
                origin = URI.create(arguments.get(i).replaceAll("/+$", ""));
            } else if (argument.equals("all")) {
                names.addAll(Scenarios.names());
            } else if (Scenarios.named(argument).isPresent()) {
                names.add(Scenarios.named(argument).get());
            } else {
                out.println((argument.startsWith("-") ? "" : "no story is called " + argument + "\n") + USAGE
                        + "stories: " + String.join(", ", Scenarios.names()));
                return MISUSED;
            }
        }
        return play(origin, names.isEmpty() ? List.copyOf(Scenarios.names()) : List.copyOf(names), out);
    }

    private static int play(URI origin, List<String> names, PrintStream out) {
        Player player = new Player(new Skypatch(origin), new Progress(out), Patience.ofStories());
        List<String> different = new ArrayList<>();
        for (String name : names) {
            try {
                if (!player.play(Scenarios.load(name)).isEmpty()) {
                    different.add(name);
                }
            } catch (Failure e) {
                out.println("  FAILED    " + e.getMessage());
                different.add(name);
            }
        }
        if (names.size() > 1) {
            out.println();
            out.println((names.size() - different.size()) + " of " + names.size() + " stories end as they should"
                    + (different.isEmpty() ? "." : "; these do not: " + String.join(", ", different)));
        }
        return different.isEmpty() ? GOOD : DIFFERENT;
    }
}
