package org.skypatch.tracking.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import org.junit.jupiter.api.Test;
import org.skypatch.tracking.finding.rule.arrival.NotArrived;
import org.skypatch.tracking.movement.Part;
import org.skypatch.tracking.testing.Judged;

class RuleFailureTest {

    private static RuleFailure failure(String message) {
        return RuleFailure.of(
                new NotArrived(),
                new IllegalArgumentException(message),
                Judged.movement(export("KR").ucr("U-1").naming(Part.EXPORTER, "KR-1", "hanbit Trading")));
    }

    @Test
    void keeps_the_class_the_place_and_the_plain_words() {
        RuleFailure failure = failure("Index out of bounds");

        assertThat(failure.exception()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(failure.message()).isEqualTo("Index out of bounds");
        assertThat(failure.place()).startsWith("RuleFailureTest.failure:");
    }

    @Test
    void masks_whatever_a_report_may_have_said() {
        assertThat(failure("no mass for Hanbit, trading as KR-1 in 'สยาม' under u-1 or 12")
                        .message())
                .isEqualTo("no mass for *** *** as *** in *** under *** or ***");
        assertThat(failure(null).message()).isEmpty();
    }
}
