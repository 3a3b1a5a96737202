package org.skypatch.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Severity;

class AlertHistoryTest {

    private static final Instant RAISED = Instant.parse("2026-03-21T17:00:00Z");

    private static AlertStep step(AlertStep.Kind kind, Severity severity, int day) {
        return new AlertStep(
                new UUID(0, 1), new UUID(kind.ordinal(), day), kind, severity, RAISED.plusSeconds(86_400L * day));
    }

    @Test
    void is_told_from_the_beginning_in_whatever_order_it_was_heard() {
        List<AlertStep> steps = new ArrayList<>(List.of(
                step(AlertStep.Kind.RAISED, Severity.LOW, 0),
                step(AlertStep.Kind.CHANGED, Severity.LOW, 1),
                step(AlertStep.Kind.CHANGED, Severity.HIGH, 2),
                step(AlertStep.Kind.CLEARED, Severity.HIGH, 2)));
        Random chance = new Random(7);

        for (int i = 0; i < 50; i++) {
            Collections.shuffle(steps, chance);
            assertThat(AlertHistory.of(RAISED, steps).entries())
                    .extracting(AlertHistory.Entry::what)
                    .containsExactly("raised", "changed", "escalated", "cleared");
        }
    }

    @Test
    void begins_with_the_raising_even_if_that_was_never_heard() {
        assertThat(AlertHistory.of(RAISED, List.of(step(AlertStep.Kind.CLEARED, Severity.HIGH, 2)))
                        .entries())
                .extracting(AlertHistory.Entry::what, AlertHistory.Entry::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("raised", RAISED),
                        org.assertj.core.groups.Tuple.tuple("cleared", RAISED.plusSeconds(172_800)));
    }
}
