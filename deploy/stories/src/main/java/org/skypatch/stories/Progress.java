package org.skypatch.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells a person at the terminal how a story goes. */
public final class Progress {

    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Says nothing. */
    public static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream()));
    }

    void begins(Story story) {
        out.println();
        out.println(story.name());
        out.println("  " + story.sentence());
    }

    void loaded(Map<String, Integer> records) {
        line(
                "registry",
                records.entrySet().stream()
                        .map(entry -> entry.getValue() + " × " + entry.getKey())
                        .collect(Collectors.joining(", ")));
    }

    void clock(Instant now) {
        line("clock", now.toString());
    }

    void reported(Story.Line.Reported report, String receipt, JsonNode warnings) {
        line(
                "reported",
                "%s  %s %s, of %s: %s"
                        .formatted(report.reporter(), report.type(), report.eventId(), report.occurredAt(), receipt));
        warnings.forEach(warning -> line("", "warning: " + warning));
    }

    void applied(int events) {
        if (events > 0) {
            line("applied", events + (events == 1 ? " event" : " events"));
        }
    }

    void expects(String sentence) {
        line("expected", sentence);
    }

    void shows(Observed observed) {
        switch (observed) {
            case Observed.Movement movement -> {
                line("came out", movement.status() + (movement.findings().isEmpty() ? "; no findings" : ""));
                movement.findings()
                        .forEach(finding -> line(
                                "",
                                "%s, %s, %s: %s"
                                        .formatted(
                                                finding.rule(),
                                                finding.state(),
                                                finding.severity(),
                                                finding.sentence())));
            }
            case Observed.Balance balance ->
                line("came out", balance.drawnKg() + " kg drawn, " + balance.pendingKg() + " kg pending");
        }
    }

    void ends(Story story, List<String> unmet) {
        unmet.forEach(difference -> line("DIFFERS", difference));
        out.println("  " + story.name() + (unmet.isEmpty() ? " ends as it should." : " does not end as it should."));
        out.flush();
    }

    private void line(String what, String text) {
        out.println("  %-9s %s".formatted(what, text));
    }
}
