package org.skypatch.notification.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.notification.alert.AudienceKey;

/** What the desks have made of their alerts. */
public interface Desks {

    /** A change of work with the line that it makes; no line if nothing changes. */
    record Changed(Work work, @Nullable WorkEntry entry) {}

    /** The work of a desk on each of these alerts; those that it has not touched are untouched. */
    Map<UUID, Work> of(AudienceKey desk, Collection<UUID> alerts);

    /** What was done with an alert at a desk, oldest first. */
    List<WorkEntry> history(AudienceKey desk, UUID alert);

    /**
     * Changes the work of a desk on an alert, in one transaction and with nobody else at it.
     *
     * @throws org.skypatch.notification.alert.TryAgainLater if the database does not answer just now
     */
    Work change(AudienceKey desk, UUID alert, Instant now, Function<Work, Changed> how);

    /**
     * How the alerts ended whose work ended in this time.
     *
     * @param desk only this desk's work; everybody's if none
     */
    List<Precision> precision(@Nullable AudienceKey desk, Instant from, Instant until);

    /** Passes on what has waited too long, up to so many; gives how many. Several instances may do so at once. */
    int passOn(Instant now, int most);
}
