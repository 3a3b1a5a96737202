package org.skypatch.notification.alert;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the service remembers of alerts, within one transaction. */
public interface AlertLedger {

    /** Marks the messages as applied; answers those that were not applied before. */
    Set<UUID> markApplied(Collection<UUID> messages);

    /** The alerts among these ids that are known. */
    Map<UUID, Alert> alerts(Collection<UUID> ids);

    /** Which alert already stands for each of these identities. */
    Map<AlertIdentity, UUID> holders(Collection<AlertIdentity> identities);

    /** Keeps the alerts as they stand now. */
    void save(Collection<Alert> alerts, Collection<AlertStep> steps);

    /** Keeps the departure notices. */
    void saveDepartures(Collection<DepartureNotice> notices);

    /** The tasks among these ids that are known. */
    Map<UUID, Task> tasks(Collection<UUID> ids);

    /** Keeps the tasks as they stand now; who was told of one goes on seeing it. */
    void saveTasks(Collection<Task> tasks, Collection<TaskStep> steps);

    /** Keeps the administrations, each unless a later revision is known. */
    void saveAdministrations(Collection<Administration> administrations);

    /** Puts the news, in this order, into the streams of those they are told to. */
    void tell(List<Telling> tellings);

    /** Puts aside what cannot be read or applied. */
    void park(Collection<Heard.Unreadable> records);
}
