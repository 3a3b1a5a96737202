package org.skypatch.tracking.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;

/** The records that some movements name: licences, Basel notifications and traders, as far as the registry holds them. */
public final class Cited {

    /** Nothing at all. */
    public static final Cited NOTHING = Cited.of(List.of());

    private final Licences licences;
    private final Notifications notifications;
    private final Map<String, Versions<TraderFact>> traders = new HashMap<>();

    private Cited(Collection<Versions<LicenceFact>> licences, Collection<Versions<NotificationFact>> notifications) {
        this.licences = new Licences(licences);
        this.notifications = new Notifications(notifications);
    }

    /** What these records say; those of other kinds are left out. */
    public static Cited of(Collection<RegistryEvent> records) {
        List<Versions<LicenceFact>> licences = new ArrayList<>();
        List<Versions<NotificationFact>> notifications = new ArrayList<>();
        records.forEach(record -> {
            if (record instanceof RegistryEvent.LicenceRecorded licence) {
                licences.add(new Versions<>(licence.versions()));
            } else if (record instanceof RegistryEvent.NotificationRecorded notification) {
                notifications.add(new Versions<>(notification.versions()));
            }
        });
        Cited cited = new Cited(licences, notifications);
        records.forEach(record -> {
            if (record instanceof RegistryEvent.TraderRecorded trader) {
                TraderFact fact = trader.versions().getLast().fact();
                cited.traders.put(key(fact.country(), fact.id().value()), new Versions<>(trader.versions()));
            }
        });
        return cited;
    }

    public Licences licences() {
        return licences;
    }

    public Notifications notifications() {
        return notifications;
    }

    /** The trader of this id in the register of its country. */
    public Optional<Versions<TraderFact>> trader(CountryCode country, TraderId id) {
        return Optional.ofNullable(traders.get(key(country, id.value())));
    }

    /** Under which a record of a country is looked up: in capitals and without blanks. */
    public static String key(CountryCode country, String number) {
        return country + "/" + number.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
    }
}
