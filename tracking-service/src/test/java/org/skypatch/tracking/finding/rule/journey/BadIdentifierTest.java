package org.skypatch.tracking.finding.rule.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import org.junit.jupiter.api.Test;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.TestRegister;

class BadIdentifierTest {

    private static Judged judged() {
        return Judged.by(new BadIdentifier());
    }

    @Test
    void finds_a_container_with_a_wrong_check_digit() {
        assertThat(judged().on(export("KR").in("CSQU3054380").warned("/transport/containers/0", "check-digit"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void is_content_with_a_right_one() {
        assertThat(judged().on(export("KR").in("CSQU3054383")).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void finds_a_licence_number_that_is_not_of_the_published_form() {
        assertThat(judged().with(TestRegister.nothingCovered().numbering("TH", "TH-HCFC-[0-9]{4}-[0-9]{5}"))
                        .on(export("KR").citing("TH/X-1"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void is_content_with_one_of_that_form() {
        assertThat(judged().with(TestRegister.nothingCovered().numbering("TH", "TH-HCFC-[0-9]{4}-[0-9]{5}"))
                        .on(export("KR").citing("TH/TH-HCFC-2026-00017"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void asks_for_no_form_where_none_is_published() {
        assertThat(judged().on(export("KR").citing("TH/X-1")).state()).isEqualTo(State.NOT_CONCERNED);
    }
}
