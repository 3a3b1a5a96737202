package org.skypatch.notification.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.Severity;

/** What became of an alert, oldest first, in whatever order it was heard. */
public record AlertHistory(List<Entry> entries) {

    /**
     * One turn of an alert.
     *
     * @param what raised, escalated, changed or cleared
     * @param severity after it; missing if it was not heard
     */
    public record Entry(String what, Instant at, @Nullable Severity severity) {}

    public AlertHistory {
        entries = List.copyOf(entries);
    }

    /** The history of an alert from the messages heard of it. It always begins with its raising, heard or not. */
    public static AlertHistory of(Instant raisedAt, List<AlertStep> heard) {
        List<AlertStep> steps = heard.stream()
                .sorted(Comparator.comparing(AlertStep::kind, Comparator.comparing(AlertHistory::place))
                        .thenComparing(AlertStep::at)
                        .thenComparing(AlertStep::event))
                .toList();
        List<Entry> entries = new ArrayList<>();
        @Nullable Severity last = null;
        if (steps.isEmpty() || steps.getFirst().kind() != AlertStep.Kind.RAISED) {
            entries.add(new Entry("raised", raisedAt, null));
        }
        for (AlertStep step : steps) {
            boolean rose = last != null && step.severity().compareTo(last) > 0;
            String what = step.kind() == AlertStep.Kind.CHANGED && rose
                    ? "escalated"
                    : step.kind().label();
            entries.add(new Entry(what, step.at(), step.severity()));
            last = step.severity();
        }
        return new AlertHistory(entries);
    }

    private static int place(AlertStep.Kind kind) {
        return kind.ordinal();
    }
}
