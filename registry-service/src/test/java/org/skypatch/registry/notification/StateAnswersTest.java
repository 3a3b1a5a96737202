package org.skypatch.registry.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.registry.notification.Sample.JP;
import static org.skypatch.registry.notification.Sample.KR;
import static org.skypatch.registry.notification.Sample.PH;
import static org.skypatch.registry.notification.Sample.RECEIVED;
import static org.skypatch.registry.notification.Sample.answer;
import static org.skypatch.registry.notification.Sample.become;
import static org.skypatch.registry.notification.Sample.by;
import static org.skypatch.registry.notification.Sample.forwarded;
import static org.skypatch.registry.notification.Sample.refusal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.AgreementFact;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Refusal;

class StateAnswersTest {

    private static final LocalDate SIXTY_DAYS_LATER = LocalDate.parse("2026-03-11");

    @Test
    void becomes_active_with_the_last_missing_consent() {
        NotificationFact one = become(
                StateAnswers.answer(Optional.of(forwarded()), by(KR), answer(KR, DecisionState.CONSENTED, null)));
        assertThat(one.state()).isEqualTo(NotificationState.FORWARDED);

        NotificationFact all =
                become(StateAnswers.answer(Optional.of(one), by(JP), answer(JP, DecisionState.WITH_CONDITIONS, null)));

        assertThat(all.state()).isEqualTo(NotificationState.ACTIVE);
        assertThat(all.contractConfirmedOn()).isEqualTo("2026-01-15");
    }

    @Test
    void waits_for_a_contract_that_the_importing_state_has_not_confirmed() {
        Answer unsure =
                new Answer(KR, DecisionState.CONSENTED, null, null, null, null, List.of(), null, null, false, null);
        NotificationFact one = become(StateAnswers.answer(Optional.of(forwarded()), by(KR), unsure));
        NotificationFact all =
                become(StateAnswers.answer(Optional.of(one), by(JP), answer(JP, DecisionState.CONSENTED, null)));
        assertThat(all.state()).isEqualTo(NotificationState.FORWARDED);

        NotificationFact confirmed =
                become(Securities.contract(Optional.of(all), by(KR), new Securities.Paper(null, true, null)));

        assertThat(confirmed.state()).isEqualTo(NotificationState.ACTIVE);
    }

    @Test
    void waits_for_a_guarantee_that_a_state_demands() {
        Answer demanding =
                new Answer(JP, DecisionState.CONSENTED, null, null, null, null, List.of(), null, true, true, null);
        NotificationFact one = become(StateAnswers.answer(Optional.of(forwarded()), by(JP), demanding));
        NotificationFact all =
                become(StateAnswers.answer(Optional.of(one), by(KR), answer(KR, DecisionState.CONSENTED, null)));
        assertThat(all.state()).isEqualTo(NotificationState.FORWARDED);

        NotificationFact filed =
                become(Securities.guarantee(Optional.of(all), by(PH), new Securities.Paper("BG-7", false, null)));
        assertThat(filed.state()).isEqualTo(NotificationState.FORWARDED);
        NotificationFact covered =
                become(Securities.guarantee(Optional.of(filed), by(JP), new Securities.Paper(null, true, null)));

        assertThat(covered.state()).isEqualTo(NotificationState.ACTIVE);
    }

    @Test
    void lets_no_state_decide_for_another() {
        assertThat(refusal(StateAnswers.answer(
                        Optional.of(forwarded()), by(PH), answer(KR, DecisionState.CONSENTED, null))))
                .isInstanceOf(Refusal.NotYours.class);
    }

    @Test
    void decides_once() {
        NotificationFact objected =
                become(StateAnswers.answer(Optional.of(forwarded()), by(KR), answer(KR, DecisionState.OBJECTED, null)));

        assertThat(refusal(
                        StateAnswers.answer(Optional.of(objected), by(KR), answer(KR, DecisionState.CONSENTED, null))))
                .isEqualTo(new Refusal.NotFromThisState("objected by KR", List.of()));
    }

    @Test
    void may_say_again_what_it_has_said() {
        Answer dated =
                new Answer(KR, DecisionState.CONSENTED, RECEIVED, null, null, null, List.of(), null, null, true, null);
        NotificationFact decided = become(StateAnswers.answer(Optional.of(forwarded()), by(KR), dated));

        assertThat(become(StateAnswers.answer(Optional.of(decided), by(KR), dated)))
                .isEqualTo(decided);
    }

    @Test
    void takes_the_silence_of_a_transit_state_that_has_waived_for_consent() {
        NotificationFact received = acknowledged(forwarded(JP));

        StateDecision presumed = of(become(StateAnswers.presume(received, JP, SIXTY_DAYS_LATER)), JP);

        assertThat(presumed.decision()).isEqualTo(DecisionState.PRESUMED);
        assertThat(presumed.on()).isEqualTo(SIXTY_DAYS_LATER);
        assertThat(presumed.validUntil()).isEqualTo("2027-01-31");
    }

    @Test
    void takes_no_silence_for_consent_without_a_waiver() {
        NotificationFact received = acknowledged(forwarded());

        assertThat(become(StateAnswers.presume(received, JP, SIXTY_DAYS_LATER))).isEqualTo(received);
    }

    @Test
    void takes_no_silence_for_consent_before_the_state_has_received_it() {
        NotificationFact sent = forwarded(JP);

        assertThat(become(StateAnswers.presume(sent, JP, SIXTY_DAYS_LATER))).isEqualTo(sent);
    }

    @Test
    void does_not_call_a_state_silent_that_has_asked() {
        NotificationFact asked = become(StateAnswers.answer(
                Optional.of(forwarded(JP)), by(JP), answer(JP, DecisionState.INFORMATION_ASKED, RECEIVED)));
        NotificationFact replied = become(StateAnswers.reply(Optional.of(asked), by(PH), JP, "as asked"));
        assertThat(of(replied, JP).decision()).isEqualTo(DecisionState.ACKNOWLEDGED);

        assertThat(become(StateAnswers.presume(replied, JP, SIXTY_DAYS_LATER))).isEqualTo(replied);
    }

    @Test
    void never_presumes_the_consent_of_the_importing_state_by_the_convention() {
        NotificationFact received = become(StateAnswers.answer(
                Optional.of(forwarded(JP, KR)), by(KR), answer(KR, DecisionState.ACKNOWLEDGED, RECEIVED)));

        assertThat(become(StateAnswers.presume(received, KR, SIXTY_DAYS_LATER))).isEqualTo(received);
    }

    @Test
    void presumes_it_where_an_agreement_has_a_tacit_rule() {
        AgreementFact oecd = new AgreementFact(
                "oecd-c-2001-107",
                "OECD Council Decision",
                List.of(JP, KR),
                List.of(JP, KR),
                List.of(),
                List.of("R4"),
                30,
                36,
                LocalDate.parse("2002-01-01"),
                null,
                "C(2001)107");
        NotificationFact submitted = become(NotificationDecisions.submit(Optional.of(Sample.draft()), by(PH)));
        NotificationFact sent = become(
                NotificationDecisions.forward(Optional.of(submitted), by(PH), new Forwarding(Set.of(), oecd, true)));
        NotificationFact received = become(
                StateAnswers.answer(Optional.of(sent), by(KR), answer(KR, DecisionState.ACKNOWLEDGED, RECEIVED)));

        assertThat(of(become(StateAnswers.presume(received, KR, SIXTY_DAYS_LATER)), KR)
                        .decision())
                .isEqualTo(DecisionState.PRESUMED);
        assertThat(of(received, PH).tacitDays()).isNull();
    }

    @Test
    void lets_a_state_take_its_consent_back() {
        NotificationFact withdrawn =
                become(StateAnswers.withdrawConsent(Optional.of(Sample.active()), by(JP), null, "a new ban"));

        assertThat(withdrawn.state()).isEqualTo(NotificationState.CONSENT_WITHDRAWN);
        assertThat(of(withdrawn, JP).withdrawnOn()).isEqualTo("2026-01-15");
        assertThat(of(withdrawn, JP).reason()).isEqualTo("a new ban");
    }

    private static NotificationFact acknowledged(NotificationFact sent) {
        return become(StateAnswers.answer(Optional.of(sent), by(JP), answer(JP, DecisionState.ACKNOWLEDGED, RECEIVED)));
    }

    private static StateDecision of(NotificationFact notification, CountryCode country) {
        return Standing.of(notification, country).orElseThrow();
    }
}
