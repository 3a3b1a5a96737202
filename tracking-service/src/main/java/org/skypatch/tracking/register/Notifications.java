package org.skypatch.tracking.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.trade.CountryCode;

/** The Basel notifications that some movements cite, as the registry holds them. */
public final class Notifications {

    /** A notification as a report cites it: the State of export, and the number as typed. */
    public record Cited(CountryCode exportCountry, String number) {}

    private final Map<String, NotificationFact> byFoldedNumber = new HashMap<>();

    public Notifications(Collection<NotificationFact> notifications) {
        notifications.forEach(notification ->
                byFoldedNumber.put(folded(notification.exportCountry(), notification.number()), notification));
    }

    /** The notification of this number by this State of export, however it is spaced. */
    public Optional<NotificationFact> find(CountryCode exportCountry, String number) {
        return Optional.ofNullable(byFoldedNumber.get(folded(exportCountry, number)));
    }

    /** How a number is compared: in capitals and without blanks, within its State of export. */
    public static String folded(CountryCode exportCountry, String number) {
        return exportCountry + "/" + number.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
    }
}
