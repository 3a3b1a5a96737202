package org.skypatch.tracking.finding.rule.trader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.movement.Part;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.TestRegister;

class TraderNotRegisteredTest {

    private static Judged judged() {
        return Judged.by(new TraderNotRegistered())
                .holding(Facts.trader("TH", "TH-1", null, "2025-01-01", "2026-12-31"));
    }

    @Test
    void finds_an_importer_that_is_not_in_the_register() {
        assertThat(judged().on(export("KR").to("TH-2")).findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.subject()).isEqualTo("TH/TH-2");
                    assertThat(Sentences.say(found.sentence(), Locale.ENGLISH, new Sight.NonNominal()))
                            .doesNotContain("TH-2");
                });
    }

    @Test
    void finds_one_whose_registration_had_ended() {
        assertThat(Judged.by(new TraderNotRegistered())
                        .holding(Facts.trader("TH", "TH-1", null, "2025-01-01", "2026-03-01"))
                        .on(export("KR").to("TH-1"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void finds_one_that_was_suspended_before_departure() {
        assertThat(Judged.by(new TraderNotRegistered())
                        .holding(Facts.trader("TH", "TH-1", "suspended", "2025-01-01", null))
                        .on(export("KR").to("TH-1"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void finds_one_that_is_registered_for_other_goods_only() {
        assertThat(judged().on(export("KR").to("TH-1").kg("1", "hfc-134a")).state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void is_content_on_the_last_day_of_the_registration() {
        assertThat(Judged.by(new TraderNotRegistered())
                        .holding(Facts.trader("TH", "TH-1", null, "2025-01-01", "2026-03-02"))
                        .on(export("KR").to("TH-1"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void reads_an_id_without_its_blanks() {
        assertThat(judged().on(export("KR").to("th - 1")).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void takes_the_parties_of_a_notification_as_registered() {
        assertThat(judged().holding(Facts.notification())
                        .on(export("KR")
                                .under("N 1", 1)
                                .kg("1", "a1160")
                                .from("KR-X")
                                .naming(Part.FACILITY, "TH-F", "Smelter"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_of_a_trader_without_id() {
        assertThat(judged().on(export("KR").naming(Part.IMPORTER, null, "Somebody"))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void knows_nothing_where_the_register_is_not_complete() {
        assertThat(judged().with(TestRegister.covering("KR"))
                        .on(export("KR").to("TH-2"))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void waits_a_minute_for_the_registry() {
        assertThat(judged().asOf("2026-03-02T00:30:30Z")
                        .on(export("KR")
                                .at("2026-03-02T00:00:00Z")
                                .recordedAfter(Duration.ofMinutes(30))
                                .to("TH-2"))
                        .lookAgainAt())
                .isEqualTo(Instant.parse("2026-03-02T00:31:00Z"));
    }

    @Test
    void clears_when_the_importer_is_entered() {
        assertThat(judged().holding(Facts.trader("TH", "TH-2", null, "2026-01-01", null))
                        .on(export("KR").to("TH-2"))
                        .state())
                .isEqualTo(State.HOLDS);
    }
}
