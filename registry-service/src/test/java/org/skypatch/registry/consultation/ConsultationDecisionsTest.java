package org.skypatch.registry.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.registry.consultation.Consultations.ASKED_AT;
import static org.skypatch.registry.consultation.Consultations.KOREA;
import static org.skypatch.registry.consultation.Consultations.THAILAND;
import static org.skypatch.registry.consultation.Consultations.competentAuthority;
import static org.skypatch.registry.consultation.Consultations.nou;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.ConsultationState;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.registry.consultation.ConsultationDecisions.Confirmation;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

class ConsultationDecisionsTest {

    private static final Confirmation WHOLE = new Confirmation(List.of(), null, null);
    private static final ConsultationFact OPEN = Consultations.about("hcfc-22", "20000");
    private static final CountryCode JAPAN = CountryCode.of("JP");

    private final ConsultationDecisions decisions = new ConsultationDecisions(commodity -> Set.of(Competence.OZONE));

    enum Actor {
        ASKING_UNIT(nou(KOREA)),
        ASKED_UNIT(nou(THAILAND)),
        STRANGER(nou(JAPAN)),
        ASKED_OF_OTHER_COMPETENCE(competentAuthority(THAILAND));

        private final Caller caller;

        Actor(Caller caller) {
            this.caller = caller;
        }
    }

    enum Call {
        ASK,
        REPLY,
        CONFIRM,
        CONFIRM_PART,
        NOT_SUPPORT,
        WITHDRAW,
        SUPERSEDE,
        BECOME_LICENCE
    }

    record Step(Actor actor, Call call) {}

    @Property(tries = 2000)
    void no_sequence_of_calls_leaves_the_table(
            @ForAll @Size(max = 12) List<Actor> actors, @ForAll @Size(max = 12) List<Call> calls) {
        ConsultationFact now = OPEN;
        for (int i = 0; i < Math.min(actors.size(), calls.size()); i++) {
            Decision<ConsultationFact> decision = decide(now, actors.get(i), calls.get(i));
            if (decision instanceof Decision.Become<ConsultationFact>(ConsultationFact next)) {
                ConsultationState from = now.state();
                assertThat(actors.get(i)).isIn(Actor.ASKING_UNIT, Actor.ASKED_UNIT);
                if (calls.get(i) == Call.BECOME_LICENCE) {
                    assertThat(Reservations.isConfirmed(now)).isTrue();
                    assertThat(now.licence()).isNull();
                    assertThat(next.state()).isEqualTo(from);
                } else {
                    Side side = actors.get(i) == Actor.ASKED_UNIT ? Side.ASKED : Side.ASKING;
                    assertThat(Arrays.stream(ConsultationMove.values())
                                    .filter(move -> move.side() == side)
                                    .flatMap(move -> move.from(from).stream()))
                            .contains(next.state());
                }
                now = next;
            }
        }
        assertThat(now.massKg()).isEqualTo(OPEN.massKg());
        assertThat(now.requestedBy()).isEqualTo(KOREA);
    }

    private Decision<ConsultationFact> decide(ConsultationFact present, Actor actor, Call call) {
        Optional<ConsultationFact> record = Optional.of(present);
        Caller caller = actor.caller;
        return switch (call) {
            case ASK -> decisions.ask(record, caller, "Which cylinders?", ASKED_AT);
            case REPLY -> decisions.reply(record, caller, "Refillable ones", ASKED_AT);
            case CONFIRM -> decisions.confirm(record, caller, WHOLE, ASKED_AT);
            case CONFIRM_PART ->
                decisions.confirm(record, caller, new Confirmation(List.of(), Mass.ofKilograms("1"), null), ASKED_AT);
            case NOT_SUPPORT -> decisions.notSupport(record, caller, "the quota is used", ASKED_AT);
            case WITHDRAW -> decisions.withdraw(record, caller, null);
            case SUPERSEDE -> decisions.supersede(record, caller, new UUID(1, 2));
            case BECOME_LICENCE ->
                decisions.becomeLicence(
                        record,
                        caller,
                        new LicenceNumber(caller.actsFor().orElseThrow(), "1"),
                        LocalDate.parse("2026-04-01"));
        };
    }

    @Test
    void stops_at_a_question_and_goes_on_with_the_reply() {
        ConsultationFact asked = become(decisions.ask(Optional.of(OPEN), nou(THAILAND), "Which cylinders?", ASKED_AT));
        ConsultationFact replied = become(
                decisions.reply(Optional.of(asked), nou(KOREA), "Refillable", Instant.parse("2026-03-04T02:00:00Z")));

        assertThat(refusal(decisions.confirm(Optional.of(asked), nou(THAILAND), WHOLE, ASKED_AT)))
                .isEqualTo(new Refusal.NotFromThisState("information-asked", List.of("not-supported")));
        assertThat(replied.state()).isEqualTo(ConsultationState.REQUESTED);
        assertThat(replied.exchanges())
                .extracting(exchange -> exchange.by() + " " + exchange.kind() + " " + exchange.words())
                .containsExactly("TH-nou asked Which cylinders?", "KR-nou replied Refillable");
    }

    @Test
    void confirms_the_whole_until_the_end_of_the_planned_year() {
        ConsultationFact confirmed = become(decisions.confirm(Optional.of(OPEN), nou(THAILAND), WHOLE, ASKED_AT));

        assertThat(confirmed.state()).isEqualTo(ConsultationState.CONFIRMED);
        assertThat(confirmed.confirmedMassKg()).hasToString("20000");
        assertThat(confirmed.validUntil()).isEqualTo("2026-12-31");
        assertThat(confirmed.answeredBy()).hasToString("TH-nou");
    }

    @Test
    void confirms_under_conditions_if_it_confirms_less() {
        Confirmation less = new Confirmation(List.of(), Mass.ofKilograms("5000"), LocalDate.parse("2026-07-01"));

        ConsultationFact confirmed = become(decisions.confirm(Optional.of(OPEN), nou(THAILAND), less, ASKED_AT));

        assertThat(confirmed.state()).isEqualTo(ConsultationState.WITH_CONDITIONS);
        assertThat(confirmed.validUntil()).isEqualTo("2026-07-01");
    }

    @Test
    void confirms_no_more_than_was_asked_and_not_for_a_time_before_it() {
        assertThat(pointer(new Confirmation(List.of(), Mass.ofKilograms("20000.1"), null)))
                .isEqualTo("/massKg");
        assertThat(pointer(new Confirmation(List.of(), Mass.ZERO, null))).isEqualTo("/massKg");
        assertThat(pointer(new Confirmation(List.of(), null, LocalDate.parse("2026-05-31"))))
                .isEqualTo("/validUntil");
    }

    @Test
    void lets_each_side_make_its_own_moves_only_and_strangers_none() {
        assertThat(refusal(decisions.confirm(Optional.of(OPEN), nou(KOREA), WHOLE, ASKED_AT)))
                .isEqualTo(new Refusal.OtherParty(THAILAND));
        assertThat(refusal(decisions.withdraw(Optional.of(OPEN), nou(THAILAND), null)))
                .isEqualTo(new Refusal.OtherParty(KOREA));
        assertThat(refusal(decisions.withdraw(Optional.of(OPEN), nou(JAPAN), null)))
                .isEqualTo(refusal(decisions.withdraw(Optional.empty(), nou(JAPAN), null)))
                .isEqualTo(new Refusal.Missing());
    }

    @Test
    void asks_for_the_competence_of_the_commodity_and_for_ozone_where_no_treaty_controls_it() {
        ConsultationDecisions waste = new ConsultationDecisions(commodity -> Set.of(Competence.BASEL));
        ConsultationDecisions uncontrolled = new ConsultationDecisions(commodity -> Set.of());

        assertThat(refusal(decisions.confirm(Optional.of(OPEN), competentAuthority(THAILAND), WHOLE, ASKED_AT)))
                .isEqualTo(new Refusal.OtherCompetence(Set.of(Competence.OZONE)));
        assertThat(become(waste.confirm(Optional.of(OPEN), competentAuthority(THAILAND), WHOLE, ASKED_AT))
                        .answeredBy())
                .hasToString("TH-ca");
        assertThat(refusal(uncontrolled.request(Optional.empty(), OPEN, competentAuthority(KOREA))))
                .isEqualTo(new Refusal.OtherCompetence(Set.of(Competence.OZONE)));
        assertThat(decisions.allowed(OPEN, competentAuthority(THAILAND))).isEmpty();
        assertThat(decisions.allowed(OPEN, nou(THAILAND))).containsExactly("ask", "confirm", "not-supported");
    }

    @Test
    void becomes_a_licence_once_and_only_while_the_answer_is_valid() {
        ConsultationFact confirmed = become(decisions.confirm(Optional.of(OPEN), nou(THAILAND), WHOLE, ASKED_AT));
        LicenceNumber number = new LicenceNumber(KOREA, "KR/1");
        LocalDate lastDay = LocalDate.parse("2026-12-31");

        ConsultationFact licensed =
                become(decisions.becomeLicence(Optional.of(confirmed), nou(KOREA), number, lastDay));

        assertThat(licensed.licence()).isEqualTo("KR/KR/1");
        assertThat(Reservations.reserves(confirmed, lastDay)).isTrue();
        assertThat(Reservations.reserves(licensed, lastDay)).isFalse();
        assertThat(refusal(decisions.becomeLicence(Optional.of(licensed), nou(THAILAND), number, lastDay)))
                .isInstanceOf(Refusal.NotFromThisState.class);
        assertThat(refusal(decisions.becomeLicence(Optional.of(confirmed), nou(KOREA), number, lastDay.plusDays(1))))
                .isEqualTo(new Refusal.NotFromThisState("confirmed and no longer valid", List.of()));
        assertThat(refusal(decisions.becomeLicence(Optional.of(OPEN), nou(KOREA), number, lastDay)))
                .isEqualTo(new Refusal.NotFromThisState("requested", List.of("withdraw", "supersede")));
    }

    private String pointer(Confirmation confirmation) {
        Refusal refusal = refusal(decisions.confirm(Optional.of(OPEN), nou(THAILAND), confirmation, ASKED_AT));
        return ((Refusal.FixedField) refusal).pointer();
    }

    private static ConsultationFact become(Decision<ConsultationFact> decision) {
        return ((Decision.Become<ConsultationFact>) decision).fact();
    }

    private static Refusal refusal(Decision<ConsultationFact> decision) {
        return ((Decision.Refuse<ConsultationFact>) decision).refusal();
    }
}
