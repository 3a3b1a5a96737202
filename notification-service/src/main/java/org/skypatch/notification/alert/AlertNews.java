package org.skypatch.notification.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.FindingEvent;

/**
 * What a message of tracking makes of an alert, and who is told what.
 *
 * <p>Messages may come late or out of order. Whatever the order, the alert ends as the newest message says, and one that
 * was cleared stays cleared: the same finding found again is another episode, thus another alert.
 */
public record AlertNews(Alert alert, List<Telling> tellings) {

    public AlertNews {
        tellings = List.copyOf(tellings);
    }

    /**
     * Applies a message to the alert it speaks of.
     *
     * @param known the alert as it stands, if it is known
     * @param finding the finding of the message
     */
    public static AlertNews of(@Nullable Alert known, FindingEvent event, Finding finding) {
        boolean clears = event instanceof FindingEvent.FindingCleared;
        if (known == null) {
            return clears ? silently(cleared(event, finding)) : opened(open(event, finding));
        }
        if (known.state() == AlertState.CLEARED) {
            return silently(known);
        }
        if (clears) {
            return over(known, cleared(event, finding));
        }
        boolean isOlder =
                event instanceof FindingEvent.FindingRaised || event.at().isBefore(known.changedAt());
        return isOlder ? silently(known) : changed(known, open(event, finding));
    }

    private static Alert open(FindingEvent event, Finding finding) {
        return new Alert(
                AlertState.OPEN, finding, event.movement(), event.nominal(), event.audience(), event.at(), null);
    }

    private static Alert cleared(FindingEvent event, Finding finding) {
        Instant at = Objects.requireNonNullElse(finding.clearedAt(), event.at());
        return new Alert(
                AlertState.CLEARED, finding, event.movement(), event.nominal(), event.audience(), event.at(), at);
    }

    private static AlertNews silently(Alert alert) {
        return new AlertNews(alert, List.of());
    }

    private static AlertNews opened(Alert alert) {
        return new AlertNews(
                alert, List.of(new Telling(NewsType.ALERT_RAISED, alert.changedAt(), alert, alert.audiences())));
    }

    private static AlertNews changed(Alert before, Alert after) {
        boolean rose = after.finding().severity().compareTo(before.finding().severity()) > 0;
        List<Telling> tellings = new ArrayList<>();
        if (rose || saysOtherThan(before, after)) {
            NewsType type = rose ? NewsType.ALERT_ESCALATED : NewsType.ALERT_CHANGED;
            tell(tellings, type, after, common(before.audiences(), after.audiences()));
        }
        tell(tellings, NewsType.ALERT_RAISED, after, without(after.audiences(), before.audiences()));
        retract(tellings, before, after);
        return new AlertNews(after, tellings);
    }

    private static AlertNews over(Alert before, Alert after) {
        List<Telling> tellings = new ArrayList<>();
        tell(tellings, NewsType.ALERT_CLEARED, after, common(before.audiences(), after.audiences()));
        retract(tellings, before, after);
        return new AlertNews(after, tellings);
    }

    /** Whom it no longer concerns was told, so is told that it is over; but learns nothing new. */
    private static void retract(List<Telling> tellings, Alert before, Alert after) {
        SortedSet<AudienceKey> dropped = without(before.audiences(), after.audiences());
        tell(tellings, NewsType.ALERT_CLEARED, before.clearedAt(after.changedAt()), dropped);
    }

    private static void tell(List<Telling> tellings, NewsType type, Alert alert, SortedSet<AudienceKey> audiences) {
        if (!audiences.isEmpty()) {
            tellings.add(new Telling(type, alert.changedAt(), alert, audiences));
        }
    }

    private static boolean saysOtherThan(Alert before, Alert after) {
        return !(before.finding().equals(after.finding())
                && before.movement().equals(after.movement())
                && before.nominal().equals(after.nominal()));
    }

    private static SortedSet<AudienceKey> common(Set<AudienceKey> some, Set<AudienceKey> others) {
        SortedSet<AudienceKey> result = new TreeSet<>(some);
        result.retainAll(others);
        return result;
    }

    private static SortedSet<AudienceKey> without(Set<AudienceKey> some, Set<AudienceKey> others) {
        SortedSet<AudienceKey> result = new TreeSet<>(some);
        result.removeAll(others);
        return result;
    }
}
