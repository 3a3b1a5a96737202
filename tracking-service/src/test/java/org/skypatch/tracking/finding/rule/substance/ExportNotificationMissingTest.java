package org.skypatch.tracking.finding.rule.substance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.ExportNotificationFact;
import org.skypatch.contracts.registry.ExportNotificationState;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.TestRegister;

class ExportNotificationMissingTest {

    private static final String LINDANE = "lindane";

    private static TestRegister register() {
        return TestRegister.covering("KR", "TH")
                .holding(TestRegister.commodity(LINDANE, "Lindane", Convention.ROTTERDAM, null));
    }

    private static Judged judged() {
        return Judged.by(new ExportNotificationMissing())
                .with(register().demanding("KR", "export-notification", "export", LINDANE, "2020-01-01"));
    }

    private static Judged sent(int year, String day) {
        return judged().holding(new ExportNotificationFact(
                "EN-1",
                ExportNotificationState.SENT,
                CountryCode.of("KR"),
                CountryCode.of("TH"),
                CommodityId.of(LINDANE),
                year,
                LocalDate.parse(day),
                null,
                null,
                null,
                null));
    }

    @Test
    void finds_an_export_without_notification() {
        assertThat(judged().on(export("KR").kg("1", LINDANE)).state()).isEqualTo(State.FINDING);
    }

    @Test
    void is_content_with_one_of_the_year() {
        assertThat(sent(2026, "2026-01-10").on(export("KR").kg("1", LINDANE)).state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void is_not_content_with_one_of_the_year_before() {
        assertThat(sent(2025, "2025-01-10").on(export("KR").kg("1", LINDANE)).state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void is_not_content_with_one_that_was_sent_after_the_export() {
        assertThat(sent(2026, "2026-03-20").on(export("KR").kg("1", LINDANE)).state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void has_nothing_to_say_where_none_is_demanded() {
        assertThat(judged().on(export("KR")).state()).isEqualTo(State.NOT_CONCERNED);
    }
}
