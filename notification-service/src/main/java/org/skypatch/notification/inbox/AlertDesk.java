package org.skypatch.notification.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.skypatch.contracts.access.Sight;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.desk.Desks;
import org.skypatch.notification.desk.Work;

/** The reader's own desk: that of its country or region. Operators look on and have none. */
@ApplicationScoped
class AlertDesk {

    private final Desks desks;

    AlertDesk(Desks desks) {
        this.desks = desks;
    }

    static Optional<AudienceKey> of(Sight sight) {
        return AudienceKey.of(sight).filter(audience -> !audience.equals(AudienceKey.ALL));
    }

    /** The alert with what the desk has made of it, line by line. */
    NoticeShown.AlertShown inFull(NoticeShown.AlertShown alert, Sight sight) {
        return of(sight)
                .map(desk -> {
                    Work work = AlertResource.ask(() -> desks.of(desk, List.of(alert.id())))
                            .get(alert.id());
                    return alert.with(WorkShown.of(work, AlertResource.ask(() -> desks.history(desk, alert.id()))));
                })
                .orElse(alert);
    }

    /** The alerts, each with how far the desk has come with it. */
    List<NoticeShown> inShort(List<NoticeShown> notices, Sight sight) {
        Optional<AudienceKey> desk = of(sight);
        List<UUID> alerts = notices.stream()
                .filter(NoticeShown.AlertShown.class::isInstance)
                .map(notice -> ((NoticeShown.AlertShown) notice).id())
                .toList();
        if (desk.isEmpty() || alerts.isEmpty()) {
            return notices;
        }
        Map<UUID, Work> works = AlertResource.ask(() -> desks.of(desk.get(), alerts));
        return notices.stream()
                .map(notice -> notice instanceof NoticeShown.AlertShown alert
                        ? alert.with(WorkShown.of(works.get(alert.id()), null))
                        : notice)
                .toList();
    }
}
