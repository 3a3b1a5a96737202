package org.skypatch.registry.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.registry.notification.Sample.JP;
import static org.skypatch.registry.notification.Sample.KR;
import static org.skypatch.registry.notification.Sample.PH;
import static org.skypatch.registry.notification.Sample.active;
import static org.skypatch.registry.notification.Sample.become;
import static org.skypatch.registry.notification.Sample.by;
import static org.skypatch.registry.notification.Sample.draft;
import static org.skypatch.registry.notification.Sample.forwarded;
import static org.skypatch.registry.notification.Sample.refusal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.NotificationChange;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Refusal;

class NotificationDecisionsTest {

    @Test
    void shows_it_to_the_others_only_once_it_is_forwarded() {
        assertThat(RecordKind.NOTIFICATION.readers().apply(draft())).containsExactly("PH");
        assertThat(RecordKind.NOTIFICATION.readers().apply(forwarded())).containsExactlyInAnyOrder("PH", "JP", "KR");
    }

    @Test
    void hides_a_draft_from_those_who_would_move_it() {
        assertThat(refusal(NotificationDecisions.submit(Optional.of(draft()), by(KR))))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void says_the_same_again_without_harm_and_nothing_else() {
        NotificationFact running = active();
        assertThat(become(NotificationDecisions.draft(Optional.of(running), draft())))
                .isEqualTo(running);

        Amending other = new Amending(draft());
        other.shipments = 4;

        assertThat(refusal(NotificationDecisions.draft(Optional.of(running), other.fact())))
                .isEqualTo(new Refusal.NotFromThisState(
                        "active", List.of("suspend", "withdraw-consent", "request-change", "complete", "withdraw")));
    }

    @Test
    void lets_the_state_of_export_decide_later_than_it_forwards() {
        NotificationFact submitted = become(NotificationDecisions.submit(Optional.of(draft()), by(PH)));

        NotificationFact sent = become(
                NotificationDecisions.forward(Optional.of(submitted), by(PH), new Forwarding(Set.of(), null, false)));

        assertThat(Standing.of(sent, PH).orElseThrow().decision().label()).isEqualTo("acknowledged");
    }

    @Test
    void is_resumed_by_the_state_that_suspended_it_alone() {
        NotificationFact suspended = become(NotificationDecisions.suspend(Optional.of(active()), by(JP), "a strike"));

        assertThat(refusal(NotificationDecisions.resume(Optional.of(suspended), by(PH), "over")))
                .isInstanceOf(Refusal.NotYours.class);
        assertThat(become(NotificationDecisions.resume(Optional.of(suspended), by(JP), "over"))
                        .state())
                .isEqualTo(NotificationState.ACTIVE);
    }

    @Test
    void is_not_completed_while_shipments_are_open() {
        assertThat(refusal(NotificationDecisions.complete(Optional.of(active()), by(PH), same -> List.of(2, 3))))
                .isInstanceOfSatisfying(Refusal.NotFromThisState.class, refusal -> assertThat(refusal.present())
                        .contains("[2, 3]"));
        assertThat(become(NotificationDecisions.complete(Optional.of(active()), by(PH), same -> List.of()))
                        .state())
                .isEqualTo(NotificationState.COMPLETED);
    }

    @Test
    void changes_when_every_other_state_agrees() {
        NotificationFact asked = become(Changes.request(Optional.of(active()), by(PH), more()));
        NotificationFact half = become(Changes.agree(Optional.of(asked), by(KR)));
        assertThat(half.state()).isEqualTo(NotificationState.CHANGE_REQUESTED);
        assertThat(half.totalMassKg()).isEqualTo(Sample.kg("60000"));

        NotificationFact changed = become(Changes.agree(Optional.of(half), by(JP)));

        assertThat(changed.state()).isEqualTo(NotificationState.ACTIVE);
        assertThat(changed.totalMassKg()).isEqualTo(Sample.kg("80000"));
        assertThat(changed.shipments()).isEqualTo(4);
    }

    @Test
    void stays_as_consented_when_one_state_refuses_a_change() {
        NotificationFact asked = become(Changes.request(Optional.of(active()), by(PH), more()));

        NotificationFact refused = become(Changes.refuse(Optional.of(asked), by(JP), "no room"));

        assertThat(refused.state()).isEqualTo(NotificationState.ACTIVE);
        assertThat(refused.totalMassKg()).isEqualTo(Sample.kg("60000"));
        assertThat(refused.change()).isNull();
    }

    private static NotificationChange more() {
        return new NotificationChange(
                LocalDate.parse("2026-05-01"),
                "more batteries",
                Sample.kg("80000"),
                4,
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
