package org.skypatch.tracking.finding.rule.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.enquiry.Enquiry;
import org.skypatch.tracking.enquiry.EnquiryState;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.TestRegister;

/** What an enquiry and its answer do to the findings. */
class EnquiriesTest {

    private static Enquiry asked() {
        return new Enquiry(
                new UUID(0, 1),
                new UUID(0, 2),
                AdministrationId.of("KR-customs"),
                "KR",
                CountryCode.of("TH"),
                Instant.parse("2026-03-16T00:00:00Z"),
                Instant.parse("2026-03-20T00:00:00Z"),
                null,
                List.of());
    }

    private static Enquiry answered(EnquiryState state, String at) {
        return asked().answered(new Enquiry.Answer(state, AdministrationId.of("TH-customs"), Instant.parse(at), null));
    }

    private static RuleOutcome notArrived(String asOf, Enquiry enquiry) {
        return Judged.by(new NotArrived())
                .asOf(asOf)
                .asked(enquiry)
                .on(export("KR").expectedOn("2026-03-14"));
    }

    @Test
    void no_record_turns_not_arrived_red_at_once_even_within_the_grace() {
        RuleOutcome outcome =
                notArrived("2026-03-17T00:00:00Z", answered(EnquiryState.NO_RECORD, "2026-03-17T00:00:00Z"));

        assertThat(outcome.findings()).singleElement().satisfies(found -> assertThat(found.severity())
                .isEqualTo(Severity.HIGH));
    }

    @Test
    void no_record_waits_for_the_expected_arrival() {
        RuleOutcome outcome =
                notArrived("2026-03-10T00:00:00Z", answered(EnquiryState.NO_RECORD, "2026-03-09T00:00:00Z"));

        assertThat(outcome.state()).isEqualTo(State.NOT_YET);
        assertThat(outcome.lookAgainAt()).isEqualTo(Instant.parse("2026-03-14T00:00:00Z"));
    }

    @Test
    void no_record_speaks_also_where_silence_would_not() {
        assertThat(Judged.by(new NotArrived())
                        .with(TestRegister.covering("KR"))
                        .asked(answered(EnquiryState.NO_RECORD, "2026-03-17T00:00:00Z"))
                        .on(export("KR").expectedOn("2026-03-14"))
                        .findings())
                .hasSize(1);
    }

    @Test
    void checking_and_arrived_leave_the_clock_as_it_is() {
        for (EnquiryState state : List.of(EnquiryState.CHECKING, EnquiryState.ARRIVED)) {
            assertThat(notArrived("2026-03-17T00:00:00Z", answered(state, "2026-03-17T00:00:00Z"))
                            .state())
                    .isEqualTo(State.NOT_YET);
        }
    }

    @Test
    void an_import_clears_whatever_was_answered() {
        assertThat(Judged.by(new NotArrived())
                        .asked(answered(EnquiryState.NO_RECORD, "2026-03-17T00:00:00Z"))
                        .on(export("KR"), imported("TH").named("E-2"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void an_open_enquiry_is_told_to_the_three_countries_and_grows_graver_when_overdue() {
        RuleOutcome open = Judged.by(new EnquiryOpen())
                .asOf("2026-03-16T00:00:00Z")
                .asked(asked())
                .on(export("KR"));
        RuleOutcome overdue = Judged.by(new EnquiryOpen())
                .asOf("2026-03-20T00:00:00Z")
                .asked(asked())
                .on(export("KR"));

        assertThat(open.lookAgainAt()).isEqualTo(Instant.parse("2026-03-20T00:00:00Z"));
        assertThat(open.findings()).singleElement().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.LOW);
            assertThat(found.onlyFor()).containsExactlyInAnyOrder(CountryCode.of("KR"), CountryCode.of("TH"));
        });
        assertThat(overdue.findings()).singleElement().satisfies(found -> assertThat(found.severity())
                .isEqualTo(Severity.MEDIUM));
    }

    @Test
    void a_final_answer_closes_it() {
        assertThat(Judged.by(new EnquiryOpen())
                        .asked(answered(EnquiryState.CHECKING, "2026-03-17T00:00:00Z"))
                        .on(export("KR"))
                        .findings())
                .hasSize(1);
        assertThat(Judged.by(new EnquiryOpen())
                        .asked(answered(EnquiryState.ARRIVED, "2026-03-17T00:00:00Z"))
                        .on(export("KR"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void only_some_answers_may_follow_each_other() {
        assertThat(EnquiryState.NO_RECORD.allowed()).containsExactly(EnquiryState.ARRIVED);
        assertThat(EnquiryState.ARRIVED.allowed()).isEmpty();
        assertThat(EnquiryState.CHECKING.allowed()).doesNotContain(EnquiryState.ASKED, EnquiryState.CHECKING);
        assertThat(EnquiryState.answer("asked")).isEmpty();
    }
}
