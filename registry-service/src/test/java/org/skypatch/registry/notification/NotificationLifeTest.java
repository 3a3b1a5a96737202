package org.skypatch.registry.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.registry.notification.Sample.JP;
import static org.skypatch.registry.notification.Sample.KR;
import static org.skypatch.registry.notification.Sample.PH;
import static org.skypatch.registry.notification.Sample.by;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.NotificationChange;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/** Whatever is called in whatever order by whomever: a notification never leaves its table. */
class NotificationLifeTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-15");
    private static final CountryCode STRANGER = CountryCode.of("NG");

    /** Everything that can be called. */
    private enum Call {
        DRAFT,
        SUBMIT,
        FORWARD,
        NOT_FORWARD,
        ANSWER,
        REPLY,
        PRESUME,
        CONTRACT,
        CONFIRM_CONTRACT,
        GUARANTEE,
        CONFIRM_GUARANTEE,
        SUSPEND,
        RESUME,
        WITHDRAW_CONSENT,
        REQUEST_CHANGE,
        AGREE,
        REFUSE,
        DROP,
        COMPLETE,
        WITHDRAW,
        EXPIRE
    }

    private record Step(Call call, CountryCode by, DecisionState decision, boolean yes) {}

    @Provide
    Arbitrary<List<Step>> calls() {
        Arbitrary<Call> calls = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(Call.SUBMIT, Call.FORWARD)),
                Tuple.of(4, Arbitraries.just(Call.ANSWER)),
                Tuple.of(6, Arbitraries.of(Call.class)));
        return Combinators.combine(
                        calls,
                        Arbitraries.of(PH, PH, KR, JP, STRANGER),
                        Arbitraries.of(
                                DecisionState.CONSENTED,
                                DecisionState.CONSENTED,
                                DecisionState.WITH_CONDITIONS,
                                DecisionState.ACKNOWLEDGED,
                                DecisionState.INFORMATION_ASKED,
                                DecisionState.OBJECTED,
                                DecisionState.PRESUMED,
                                DecisionState.AWAITED),
                        Arbitraries.of(true, true, false))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    @Property(tries = 3_000)
    void no_sequence_of_calls_leaves_the_table(@ForAll("calls") List<Step> steps) {
        NotificationFact notification = Sample.draft();
        for (Step step : steps) {
            Decision<NotificationFact> decision = apply(notification, step);
            switch (decision) {
                case Decision.Become<NotificationFact>(NotificationFact next) -> {
                    assertIsAllowed(notification, next, step);
                    notification = next;
                }
                case Decision.Refuse<NotificationFact>(Refusal refusal) -> assertNamesTheState(notification, refusal);
            }
        }
        Statistics.label("ends").collect(notification.state().label());
    }

    private static void assertIsAllowed(NotificationFact before, NotificationFact after, Step step) {
        assertThat(step.by()).as("who changed it").isNotEqualTo(STRANGER);
        if (before.state() != after.state()) {
            assertThat(Arrays.stream(NotificationMove.values()).anyMatch(move -> move.from(before.state())
                            .filter(after.state()::equals)
                            .isPresent()))
                    .as(before.state() + " → " + after.state())
                    .isTrue();
        }
        if (!before.decisions().isEmpty()) {
            for (StateDecision was : before.decisions()) {
                DecisionState is =
                        Standing.of(after, was.country()).orElseThrow().decision();
                assertThat(was.decision() == is
                                || Arrays.stream(StateMove.values()).anyMatch(move -> move.from(was.decision())
                                        .filter(is::equals)
                                        .isPresent()))
                        .as(was.country() + ": " + was.decision() + " → " + is)
                        .isTrue();
            }
        }
        if (after.state() == NotificationState.ACTIVE) {
            assertThat(after.decisions()).hasSize(3).allMatch(decision -> Standing.isConsent(decision.decision()));
            assertThat(after.contractConfirmedOn()).isNotNull();
            assertThat(after.guaranteeRequired() && after.guaranteeConfirmedOn() == null)
                    .isFalse();
        }
        assertThat(after.suspendedBy() != null).isEqualTo(after.state() == NotificationState.SUSPENDED);
        assertThat(after.change() != null).isEqualTo(after.state() == NotificationState.CHANGE_REQUESTED);
        assertThat(after.decisions())
                .filteredOn(decision -> decision.decision() == DecisionState.PRESUMED)
                .allMatch(decision -> decision.country().equals(JP) && decision.writtenConsentWaived());
    }

    private static void assertNamesTheState(NotificationFact notification, Refusal refusal) {
        if (refusal instanceof Refusal.NotFromThisState(String present, List<String> allowed)) {
            assertThat(present)
                    .satisfiesAnyOf(
                            text -> assertThat(text)
                                    .startsWith(notification.state().label()),
                            text -> assertThat(text).contains(" by "));
            assertThat(allowed).doesNotContain("activate", "expire", "presumed");
        }
    }

    private static Decision<NotificationFact> apply(NotificationFact notification, Step step) {
        Optional<NotificationFact> present = Optional.of(notification);
        Act act = by(step.by());
        return switch (step.call()) {
            case DRAFT -> {
                Decision<NotificationFact> drafted = NotificationDecisions.draft(present, Sample.draft());
                yield step.by().equals(PH) ? drafted : new Decision.Refuse<>(new Refusal.Missing());
            }
            case SUBMIT -> NotificationDecisions.submit(present, act);
            case FORWARD ->
                NotificationDecisions.forward(
                        present, act, new Forwarding(step.yes() ? Set.of(JP) : Set.of(), null, step.yes()));
            case NOT_FORWARD -> NotificationDecisions.notForward(present, act, "words");
            case ANSWER ->
                StateAnswers.answer(
                        present, act, Sample.answer(step.by(), step.decision(), step.yes() ? Sample.RECEIVED : null));
            case REPLY -> StateAnswers.reply(present, act, step.yes() ? KR : JP, "words");
            case PRESUME -> presume(notification, step);
            case CONTRACT -> Securities.contract(present, act, new Securities.Paper("C-2", false, null));
            case CONFIRM_CONTRACT -> Securities.contract(present, act, new Securities.Paper(null, true, null));
            case GUARANTEE -> Securities.guarantee(present, act, new Securities.Paper("G-2", false, null));
            case CONFIRM_GUARANTEE -> Securities.guarantee(present, act, new Securities.Paper(null, true, null));
            case SUSPEND -> NotificationDecisions.suspend(present, act, "words");
            case RESUME -> NotificationDecisions.resume(present, act, "words");
            case WITHDRAW_CONSENT -> StateAnswers.withdrawConsent(present, act, null, "words");
            case REQUEST_CHANGE -> Changes.request(present, act, change());
            case AGREE -> Changes.agree(present, act);
            case REFUSE -> Changes.refuse(present, act, "words");
            case DROP -> Changes.drop(present, act, "words");
            case COMPLETE -> NotificationDecisions.complete(present, act, same -> step.yes() ? List.of() : List.of(1));
            case WITHDRAW -> NotificationDecisions.withdraw(present, act, "words");
            case EXPIRE ->
                step.by().equals(STRANGER)
                        ? new Decision.Refuse<>(new Refusal.Missing())
                        : NotificationDecisions.expire(notification);
        };
    }

    /** Clocks are nobody: whoever is drawn, the silence is that of a State concerned. */
    private static Decision<NotificationFact> presume(NotificationFact notification, Step step) {
        return step.by().equals(STRANGER)
                ? new Decision.Refuse<>(new Refusal.Missing())
                : StateAnswers.presume(notification, step.by(), DAY);
    }

    private static NotificationChange change() {
        return new NotificationChange(DAY, "more", Sample.kg("80000"), 4, null, List.of(), List.of(), List.of());
    }
}
