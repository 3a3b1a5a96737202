package org.skypatch.notification.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.notification.alert.AudienceKey;

class WorkTest {

    private static final Instant LATER = Instant.parse("2026-03-03T00:00:00Z");
    private static final Work OPEN = Work.untouched(new UUID(0, 1), AudienceKey.ofCountry(CountryCode.of("TH")), LATER);

    @Test
    void goes_from_open_over_somebody_to_an_outcome() {
        Work acknowledged = OPEN.after(new WorkMove.Acknowledge());
        Work taken = acknowledged.after(new WorkMove.Assign("somchai"));
        Work over = taken.after(new WorkMove.Resolve(Outcome.CONFIRMED_ILLEGAL, "Seized."));

        assertThat(acknowledged.state()).isEqualTo(WorkState.ACKNOWLEDGED);
        assertThat(acknowledged.escalateAt()).isNull();
        assertThat(taken.state()).isEqualTo(WorkState.IN_PROGRESS);
        assertThat(taken.assignee()).isEqualTo("somchai");
        assertThat(over.outcome()).isEqualTo(Outcome.CONFIRMED_ILLEGAL);
        assertThat(over.revision()).isEqualTo(3);
    }

    @Test
    void names_the_state_and_what_it_allows() {
        Work over = OPEN.after(new WorkMove.Dismiss(Outcome.INNOCENT, null));
        assertThatThrownBy(() -> over.after(new WorkMove.Assign("somchai")))
                .isInstanceOf(Work.NotAllowed.class)
                .hasMessage("the alert is dismissed; allowed: comment");
        assertThatThrownBy(() -> over.after(new WorkMove.Dismiss(Outcome.IRREGULAR, null)))
                .isInstanceOf(Work.NotAllowed.class);
    }

    @Test
    void changes_nothing_when_repeated() {
        Work acknowledged = OPEN.after(new WorkMove.Acknowledge());
        assertThat(acknowledged.after(new WorkMove.Acknowledge())).isSameAs(acknowledged);
        Work over = acknowledged.after(new WorkMove.Resolve(Outcome.IRREGULAR, null));
        assertThat(over.after(new WorkMove.Resolve(Outcome.IRREGULAR, null))).isSameAs(over);
    }

    @Test
    void is_open_again_when_the_finding_gets_worse() {
        Work dismissed = OPEN.after(new WorkMove.Dismiss(Outcome.INNOCENT, null));
        Work again = dismissed.whenWorse(LATER);
        assertThat(again.state()).isEqualTo(WorkState.OPEN);
        assertThat(again.outcome()).isNull();
        assertThat(again.escalateAt()).isEqualTo(LATER);

        Work asleep = OPEN.after(new WorkMove.Snooze(LATER, null));
        assertThat(asleep.isSnoozedAt(LATER.minusSeconds(1))).isTrue();
        assertThat(asleep.isSnoozedAt(LATER)).isFalse();
        assertThat(asleep.whenWorse(LATER).snoozedUntil()).isNull();

        Work taken = OPEN.after(new WorkMove.Assign("somchai"));
        assertThat(taken.whenWorse(LATER)).isSameAs(taken);
    }

    @Test
    void is_passed_on_twice_at_most() {
        Work once = OPEN.passedOn(LATER, Duration.ofHours(4));
        assertThat(once.escalateAt()).isEqualTo(LATER.plus(Duration.ofHours(4)));
        assertThat(once.passedOn(LATER, Duration.ofHours(4)).escalateAt()).isNull();
    }

    @Provide
    Arbitrary<WorkMove> moves() {
        Arbitrary<Outcome> outcomes = Arbitraries.of(Outcome.class);
        return Arbitraries.oneOf(
                Arbitraries.just(new WorkMove.Acknowledge()),
                Arbitraries.just(new WorkMove.Comment("seen")),
                Arbitraries.of("a", "b").map(WorkMove.Assign::new),
                outcomes.map(outcome -> new WorkMove.Resolve(outcome, null)),
                outcomes.map(outcome -> new WorkMove.Dismiss(outcome, null)),
                Arbitraries.just(new WorkMove.Snooze(LATER, null)));
    }

    @Property(tries = 500)
    void allows_what_it_says_and_nothing_else(@ForAll List<@net.jqwik.api.From("moves") WorkMove> moves) {
        Work work = OPEN;
        for (WorkMove move : moves) {
            boolean isAllowed = work.allowed().contains(move.label());
            Work after;
            try {
                after = work.after(move);
            } catch (Work.NotAllowed e) {
                assertThat(isAllowed).isFalse();
                continue;
            }
            assertThat(isAllowed || after == work).isTrue();
            assertThat(after.state().isEnd()).isEqualTo(after.outcome() != null);
            assertThat(work.state().isEnd() && !after.state().isEnd()).isFalse();
            assertThat(after.revision()).isBetween(work.revision(), work.revision() + 1);
            work = after;
        }
    }
}
