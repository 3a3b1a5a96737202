package org.skypatch.registry.notification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Refusal;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.record.Transactions;
import org.skypatch.registry.record.Written;

/** All notifications and their shipments; each write is a transaction of its own. */
public final class Notifications {

    /** More notifications of one number than any State will ever see. */
    private static final int MOST_OF_ONE_NUMBER = 50;

    private static final int AT_A_TIME = 500;

    private final Records records;
    private final Transactions transactions;
    private final AnnouncementTiming timing;
    private final Clock clock;

    public Notifications(Records records, Transactions transactions, AnnouncementTiming timing, Clock clock) {
        this.records = records;
        this.transactions = transactions;
        this.timing = timing;
        this.clock = clock;
    }

    /** Who writes, for which State, and what the writer knows of the record. */
    public record Writing(
            Author author,
            CountryCode country,
            Precondition precondition,
            @Nullable String reason) {}

    /** The name of a notification among all records: {@code PH/PH 0000 000012}. */
    public static String name(CountryCode exportCountry, String number) {
        return exportCountry + "/" + number;
    }

    /** The name of a notification among all records. */
    public static String name(NotificationFact notification) {
        return name(notification.exportCountry(), notification.number());
    }

    /** The name of a shipment among all records: {@code PH/PH 0000 000012/3}. */
    public static String name(NotificationFact notification, int serial) {
        return name(notification) + "/" + serial;
    }

    /** The notifications of a number that a State may see; two States of export may use the same number. */
    public List<Revised<NotificationFact>> numbered(CountryCode reader, String number) {
        return records
                .list(
                        RecordKind.NOTIFICATION,
                        Records.Question.of(Optional.of(reader), "", MOST_OF_ONE_NUMBER)
                                .saying(Map.of("number", number)))
                .stream()
                .map(Records.Named::record)
                .toList();
    }

    /** Writes a notification as {@code decide} says in sight of the notification as it stands. */
    public Written<NotificationFact> write(String name, Writing writing, Deciding<NotificationFact> decide) {
        return records.write(
                RecordKind.NOTIFICATION,
                name,
                writing.author(),
                writing.precondition(),
                writing.reason(),
                present -> decide.of(present, act(writing)));
    }

    /** Decides in sight of what is there. */
    @FunctionalInterface
    public interface Deciding<F> {
        Decision<F> of(Optional<F> present, Act act);
    }

    /** A shipment of a notification. */
    public Optional<Revised<ShipmentFact>> shipment(NotificationFact notification, int serial) {
        return records.find(RecordKind.SHIPMENT, name(notification, serial));
    }

    /** All shipments of a notification, by serial. */
    public List<ShipmentFact> shipments(NotificationFact notification) {
        List<ShipmentFact> all = new ArrayList<>();
        List<ShipmentFact> page = shipments(notification, 0, AT_A_TIME);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = shipments(notification, page.getLast().serial(), AT_A_TIME);
        }
        return all;
    }

    /**
     * Shipments of a notification, by serial.
     *
     * @param after the serial after which they begin; 0 for the first
     */
    public List<ShipmentFact> shipments(NotificationFact notification, int after, int most) {
        Records.Question some = Records.Question.of(
                        Optional.of(notification.exportCountry()), after == 0 ? "" : name(notification, after), most)
                .beginning(name(notification) + "/")
                .saying(Map.of("notification", notification.number()))
                .byNumber();
        return records.list(RecordKind.SHIPMENT, some).stream()
                .map(named -> named.record().fact())
                .toList();
    }

    /** Announces a shipment. No other of the same notification is announced meanwhile. */
    public Written<ShipmentFact> announce(String name, ShipmentFact announced, Writing writing) {
        return withShipment(
                name,
                announced.serial(),
                writing,
                (notification, present, act) -> ShipmentDecisions.announce(
                        present,
                        notification,
                        shipments(notification).stream()
                                .filter(shipment -> shipment.serial() != announced.serial())
                                .toList(),
                        announced,
                        act));
    }

    /** Takes what is reported of a shipment. */
    public Written<ShipmentFact> report(String name, int serial, Reported reported, Writing writing) {
        return withShipment(
                name,
                serial,
                writing,
                (notification, present, act) -> ShipmentDecisions.report(present, notification, reported, act));
    }

    private interface DecidingOfShipment {
        Decision<ShipmentFact> of(NotificationFact notification, Optional<ShipmentFact> present, Act act);
    }

    private Written<ShipmentFact> withShipment(String name, int serial, Writing writing, DecidingOfShipment decide) {
        return transactions.run(() -> {
            Optional<NotificationFact> notification = held(name, writing);
            return notification
                    .map(held -> records.write(
                            RecordKind.SHIPMENT,
                            name(held, serial),
                            writing.author(),
                            writing.precondition(),
                            writing.reason(),
                            (Optional<ShipmentFact> present) ->
                                    judged(present, decide.of(held, present, act(writing)))))
                    .orElseGet(() -> new Written.Refused<>(new Refusal.Missing()));
        });
    }

    private Decision<ShipmentFact> judged(Optional<ShipmentFact> present, Decision<ShipmentFact> decision) {
        return switch (decision) {
            case Decision.Become<ShipmentFact>(ShipmentFact fact) ->
                new Decision.Become<>(timing.judged(present, fact));
            case Decision.Refuse<ShipmentFact> refuse -> refuse;
        };
    }

    /** The notification, which nobody else writes until the transaction ends. */
    private Optional<NotificationFact> held(String name, Writing writing) {
        Written<NotificationFact> same = records.write(
                RecordKind.NOTIFICATION,
                name,
                writing.author(),
                new Precondition.None(),
                null,
                present -> present.<Decision<NotificationFact>>map(Decision.Become::new)
                        .orElseGet(() -> new Decision.Refuse<>(new Refusal.Missing())));
        return same instanceof Written.Unchanged<NotificationFact>(Revised<NotificationFact> held)
                ? Optional.of(held.fact())
                : Optional.empty();
    }

    private Act act(Writing writing) {
        return new Act(writing.author().administration(), writing.country(), clock.instant());
    }
}
