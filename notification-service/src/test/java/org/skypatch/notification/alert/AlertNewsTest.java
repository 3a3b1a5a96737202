package org.skypatch.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.notification.testing.FindingStory;

class AlertNewsTest {

    private final FindingStory story = FindingStory.between("KR", "TH");

    private static Finding findingOf(FindingEvent event) {
        return switch (event) {
            case FindingEvent.FindingRaised raised -> raised.finding();
            case FindingEvent.FindingChanged changed -> changed.finding();
            case FindingEvent.FindingCleared cleared -> cleared.finding();
            case FindingEvent.DepartureNotified _ -> throw new IllegalArgumentException();
        };
    }

    /** What became of the alert, and what was told on the way. */
    private record Course(@Nullable Alert alert, List<Telling> tellings) {

        List<NewsType> told(String country) {
            AudienceKey audience = AudienceKey.ofCountry(CountryCode.of(country));
            return tellings.stream()
                    .filter(telling -> telling.audiences().contains(audience))
                    .map(Telling::type)
                    .toList();
        }
    }

    private static Course after(FindingEvent... events) {
        @Nullable Alert alert = null;
        List<Telling> tellings = new ArrayList<>();
        for (FindingEvent event : events) {
            AlertNews news = AlertNews.of(alert, event, findingOf(event));
            alert = news.alert();
            tellings.addAll(news.tellings());
        }
        return new Course(alert, tellings);
    }

    @Test
    void opens_an_alert_and_tells_everybody_whom_it_concerns() {
        Course course = after(story.raised(Severity.MEDIUM));

        assertThat(course.alert().state()).isEqualTo(AlertState.OPEN);
        assertThat(course.tellings()).singleElement().satisfies(telling -> {
            assertThat(telling.type()).isEqualTo(NewsType.ALERT_RAISED);
            assertThat(telling.audiences())
                    .extracting(AudienceKey::value)
                    .containsExactly("all", "country:KR", "country:TH", "region:Asia/Pacific");
        });
    }

    @Test
    void tells_a_rise_as_escalation_and_a_fall_as_change() {
        Course course =
                after(story.raised(Severity.MEDIUM), story.changed(1, Severity.HIGH), story.changed(2, Severity.LOW));

        assertThat(course.told("TH"))
                .containsExactly(NewsType.ALERT_RAISED, NewsType.ALERT_ESCALATED, NewsType.ALERT_CHANGED);
        assertThat(course.alert().finding().severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void tells_nothing_when_nothing_changed() {
        assertThat(after(story.raised(Severity.LOW), story.changed(1, Severity.LOW))
                        .told("TH"))
                .containsExactly(NewsType.ALERT_RAISED);
    }

    @Test
    void tells_whoever_was_told_that_it_is_over() {
        Course course = after(story.raised(Severity.LOW), story.cleared(4, Severity.LOW));

        assertThat(course.told("TH")).containsExactly(NewsType.ALERT_RAISED, NewsType.ALERT_CLEARED);
        assertThat(course.alert().state()).isEqualTo(AlertState.CLEARED);
        assertThat(course.alert().clearedAt()).isEqualTo(story.day(4));
    }

    @Test
    void keeps_a_cleared_alert_cleared_whatever_comes_late() {
        Course course = after(
                story.raised(Severity.LOW),
                story.cleared(4, Severity.LOW),
                story.changed(3, Severity.HIGH),
                story.raised(Severity.LOW));

        assertThat(course.alert().state()).isEqualTo(AlertState.CLEARED);
        assertThat(course.told("TH")).containsExactly(NewsType.ALERT_RAISED, NewsType.ALERT_CLEARED);
    }

    @Test
    void opens_an_alert_that_is_first_heard_of_when_it_changes() {
        Course course = after(story.changed(3, Severity.HIGH), story.raised(Severity.LOW));

        assertThat(course.told("TH")).containsExactly(NewsType.ALERT_RAISED);
        assertThat(course.alert().finding().severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void tells_nobody_of_an_alert_that_is_first_heard_of_when_it_is_over() {
        Course course = after(story.cleared(3, Severity.HIGH), story.raised(Severity.HIGH));

        assertThat(course.tellings()).isEmpty();
        assertThat(course.alert().state()).isEqualTo(AlertState.CLEARED);
    }

    @Test
    void passes_over_a_change_older_than_the_last() {
        Course course =
                after(story.raised(Severity.LOW), story.changed(5, Severity.HIGH), story.changed(2, Severity.MEDIUM));

        assertThat(course.alert().finding().severity()).isEqualTo(Severity.HIGH);
        assertThat(course.told("TH")).containsExactly(NewsType.ALERT_RAISED, NewsType.ALERT_ESCALATED);
    }

    @Test
    void retracts_it_from_those_it_no_longer_concerns_without_saying_anything_new() {
        Course course = after(
                story.raised(Severity.LOW),
                story.changed(2, Severity.HIGH, FindingStory.audience(Set.of(), "KR", "VN")));

        assertThat(course.told("KR")).containsExactly(NewsType.ALERT_RAISED, NewsType.ALERT_ESCALATED);
        assertThat(course.told("VN")).containsExactly(NewsType.ALERT_RAISED);
        assertThat(course.told("TH")).containsExactly(NewsType.ALERT_RAISED, NewsType.ALERT_CLEARED);
        Alert retracted = (Alert) course.tellings().getLast().notice();
        assertThat(retracted.finding().severity()).isEqualTo(Severity.LOW);
        assertThat(retracted.audiences()).contains(AudienceKey.ofCountry(CountryCode.of("TH")));
    }
}
