package org.skypatch.tracking.finding.rule.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.TestRegister;

class ArrivalWithoutExportTest {

    private static Judged judged() {
        return Judged.by(new ArrivalWithoutExport());
    }

    @Test
    void finds_an_import_without_export_after_fourteen_days() {
        assertThat(judged().asOf("2026-03-29T00:00:00Z")
                        .on(imported("TH").at("2026-03-15T00:00:00Z"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void waits_for_the_export_until_then() {
        RuleOutcome outcome =
                judged().asOf("2026-03-28T23:59:59Z").on(imported("TH").at("2026-03-15T00:00:00Z"));

        assertThat(outcome.lookAgainAt()).isEqualTo(Instant.parse("2026-03-29T00:00:00Z"));
    }

    @Test
    void is_content_when_the_export_is_reported() {
        assertThat(judged().on(imported("TH"), export("KR")).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_where_the_country_of_dispatch_does_not_report() {
        assertThat(judged().with(TestRegister.covering("TH")).on(imported("TH")).state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_of_an_export() {
        assertThat(judged().on(export("KR")).state()).isEqualTo(State.NOT_CONCERNED);
    }
}
