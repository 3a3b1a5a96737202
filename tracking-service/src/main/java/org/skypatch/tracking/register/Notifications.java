package org.skypatch.tracking.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.trade.CountryCode;

/** The Basel notifications that some movements cite, as the registry holds them. */
public final class Notifications {

    private final Map<String, Versions<NotificationFact>> byFoldedNumber = new HashMap<>();

    public Notifications(Collection<Versions<NotificationFact>> notifications) {
        notifications.forEach(notification -> byFoldedNumber.put(
                folded(
                        notification.latest().exportCountry(),
                        notification.latest().number()),
                notification));
    }

    /** The notification of this number by this State of export as it stands, however it is spaced. */
    public Optional<NotificationFact> find(CountryCode exportCountry, String number) {
        return record(exportCountry, number).map(Versions::latest);
    }

    /** The same with all its versions. */
    public Optional<Versions<NotificationFact>> record(CountryCode exportCountry, String number) {
        return Optional.ofNullable(byFoldedNumber.get(folded(exportCountry, number)));
    }

    /** How a number is compared: in capitals and without blanks, within its State of export. */
    public static String folded(CountryCode exportCountry, String number) {
        return Cited.key(exportCountry, number);
    }
}
