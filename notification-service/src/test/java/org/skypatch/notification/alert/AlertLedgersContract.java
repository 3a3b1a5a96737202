package org.skypatch.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.notification.testing.FindingStory;
import org.skypatch.notification.testing.TaskStory;

/** What every keeper of alerts promises, the one in memory as well as the one in PostgreSQL. */
public abstract class AlertLedgersContract {

    private static final AudienceKey NIGERIA = AudienceKey.ofCountry(CountryCode.of("NG"));
    private static final AudienceKey GERMANY = AudienceKey.ofCountry(CountryCode.of("DE"));

    private final FindingStory story = FindingStory.between("DE", "NG");

    protected abstract AlertLedgers ledgers();

    protected abstract Streams streams();

    private void hear(FindingEvent... events) {
        List<Heard> records = List.of(events).stream()
                .<Heard>map(event -> new Heard.News(new Heard.Origin("findings", 0, 0, null, null), event))
                .toList();
        new FindingsHearing(ledgers()).hear(records);
    }

    private long last(AudienceKey audience) {
        return streams().lastNumbers().getOrDefault(audience, 0L);
    }

    @Test
    void numbers_the_news_of_each_audience_without_gaps() {
        long germany = last(GERMANY);
        long nigeria = last(NIGERIA);

        hear(story.raised(Severity.LOW), story.departed(), story.changed(1, Severity.HIGH));
        hear(FindingStory.between("DE", "NL").raised(Severity.LOW));

        assertThat(streams().after(NIGERIA, nigeria, 100))
                .extracting(Streams.Entry::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(nigeria + 1, nigeria + 3).boxed().toList());
        assertThat(streams().after(NIGERIA, nigeria, 100))
                .extracting(Streams.Entry::type)
                .containsExactly(NewsType.ALERT_RAISED, NewsType.DEPARTURE_NOTICE, NewsType.ALERT_ESCALATED);
        assertThat(last(NIGERIA)).isEqualTo(nigeria + 3);
        assertThat(last(GERMANY)).isEqualTo(germany + 4);
        assertThat(streams().after(NIGERIA, nigeria, 2)).hasSize(2);
    }

    @Test
    void gives_back_a_notice_as_it_was_told() {
        long nigeria = last(NIGERIA);
        FindingEvent.FindingRaised raised = story.raised(Severity.LOW);

        hear(raised, story.departed());

        List<Streams.Entry> told = streams().after(NIGERIA, nigeria, 100);
        assertThat(told.getFirst().notice())
                .isEqualTo(AlertNews.of(null, raised, raised.finding()).alert());
        assertThat(told.getLast().notice()).isInstanceOf(DepartureNotice.class);
    }

    @Test
    void applies_a_message_once() {
        long nigeria = last(NIGERIA);

        hear(story.raised(Severity.LOW), story.raised(Severity.LOW));
        hear(story.raised(Severity.LOW));

        assertThat(last(NIGERIA)).isEqualTo(nigeria + 1);
    }

    @Test
    void keeps_an_alert_between_batches() {
        hear(story.raised(Severity.LOW));
        hear(story.cleared(3, Severity.LOW));

        ledgers().inTransaction(ledger -> assertThat(
                        ledger.alerts(Set.of(story.alert())).get(story.alert()).state())
                .isEqualTo(AlertState.CLEARED));
    }

    @Test
    void leaves_no_trace_of_work_that_fails() {
        long nigeria = last(NIGERIA);
        UUID message = UUID.randomUUID();

        assertThatThrownBy(() -> ledgers().inTransaction(ledger -> {
                    assertThat(ledger.markApplied(List.of(message))).containsExactly(message);
                    FindingEvent.FindingRaised raised = story.raised(Severity.LOW);
                    ledger.tell(AlertNews.of(null, raised, raised.finding()).tellings());
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(last(NIGERIA)).isEqualTo(nigeria);
        ledgers().inTransaction(ledger -> assertThat(ledger.markApplied(List.of(message)))
                .containsExactly(message));
    }

    @Test
    void lets_no_second_alert_stand_for_the_same_finding() {
        long nigeria = last(NIGERIA);
        FindingStory again = story.concerning("DE", "NG");

        hear(story.raised(Severity.LOW), again.raised(Severity.LOW));
        hear(again.changed(2, Severity.HIGH));

        assertThat(last(NIGERIA)).isEqualTo(nigeria + 1);
    }

    @Test
    void keeps_a_task_between_batches_as_its_newest_message_says() {
        TaskStory task = TaskStory.forTheOzoneUnitOf("NG");

        hear(task.overdue(5));
        hear(task.opened(0), task.due(3));
        hear(task.overdue(5));

        ledgers().inTransaction(ledger -> assertThat(ledger.tasks(Set.of(task.id())))
                .containsEntry(task.id(), new Task(task.overdue(5))));
    }

    private void hear(TaskChanged... messages) {
        new FindingsHearing(ledgers())
                .hear(List.of(messages).stream()
                        .<Heard>map(message ->
                                new Heard.TaskNews(new Heard.Origin("registry-tasks", 0, 0, null, null), message))
                        .toList());
    }
}
