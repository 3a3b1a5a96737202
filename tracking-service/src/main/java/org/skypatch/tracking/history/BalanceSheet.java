package org.skypatch.tracking.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.tracking.balance.Account;
import org.skypatch.tracking.balance.Amount;
import org.skypatch.tracking.balance.Grant;
import org.skypatch.tracking.balance.Grants;
import org.skypatch.tracking.balance.Ledger;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.register.Catalogue;
import org.skypatch.tracking.register.Licences;
import org.skypatch.tracking.register.Notifications;
import org.skypatch.tracking.register.Register;

/**
 * What is left of licences, notifications and quotas, for those who see the record: of a licence its issuer and the two
 * countries that it names, of a notification the States concerned, of a quota its Party.
 */
@ApplicationScoped
public class BalanceSheet {

    private static final String COLUMNS =
            "movements, revision, changed_at, drawn_kg, drawn_odp, drawn_co2e, drawn_count,"
                    + " pending_kg, pending_odp, pending_co2e, pending_count";

    private final Rows rows;
    private final Registers registers;

    BalanceSheet(Rows rows, Registers registers) {
        this.rows = rows;
        this.registers = registers;
    }

    /** The balance of the licence, however its number is written. */
    Optional<BalanceView> ofLicence(LicenceNumber number, Caller caller) {
        Register register = registers.current();
        return rows.as(caller, () -> ofLicence(number, caller, register.catalogue()));
    }

    private Optional<BalanceView> ofLicence(LicenceNumber number, Caller caller, Catalogue catalogue) {
        return record("licence", Licences.folded(number))
                .filter(RegistryEvent.LicenceRecorded.class::isInstance)
                .map(event -> ((RegistryEvent.LicenceRecorded) event)
                        .versions()
                        .getLast()
                        .fact())
                .filter(licence -> concerns(caller, Grants.readers(licence)))
                .map(licence -> balance(Grants.of(licence, catalogue)));
    }

    /** The balance of the notification of this number by this State of export. */
    Optional<BalanceView> ofNotification(CountryCode exportCountry, String number, Caller caller) {
        return rows.as(caller, () -> record("notification", Notifications.folded(exportCountry, number))
                .filter(RegistryEvent.NotificationRecorded.class::isInstance)
                .map(event -> ((RegistryEvent.NotificationRecorded) event)
                        .versions()
                        .getLast()
                        .fact())
                .filter(notification -> concerns(caller, notification.concerns()))
                .map(notification -> balance(Grants.of(notification))));
    }

    /** The balance of the Party's quota of this year and group or commodity. */
    Optional<BalanceView> ofQuota(CountryCode party, int year, String subject, String direction, Caller caller) {
        if (!concerns(caller, Set.of(party))) {
            return Optional.empty();
        }
        Register register = registers.current();
        return rows.as(caller, () -> register.quotas().of(Set.of(party), direction).stream()
                .filter(quota -> quota.fact().year() == year && subject.equals(subject(quota.fact())))
                .findFirst()
                .map(quota -> balance(Grants.of(quota))));
    }

    private static String subject(QuotaFact quota) {
        return quota.commodity() != null ? quota.commodity().value() : String.valueOf(quota.group());
    }

    /**
     * The balances of what the movement draws on, as far as the caller sees those records.
     *
     * @param register fetched before the reading began, so that it needs no second connection
     */
    List<BalanceView> drawnOnBy(UUID movement, Caller caller, Register register) {
        return rows
                .list(
                        "select record from draw where movement_id = ? order by record",
                        List.of(movement),
                        row -> new Account(row.getString(1)))
                .stream()
                .flatMap(account -> of(account, caller, register).stream())
                .toList();
    }

    private Optional<BalanceView> of(Account account, Caller caller, Register register) {
        String key = account.key();
        CountryCode country = CountryCode.of(key.substring(0, key.indexOf('/')));
        return switch (account.kind()) {
            case LICENCE -> ofLicence(LicenceNumber.parse(key), caller, register.catalogue());
            case NOTIFICATION -> ofNotification(country, key.substring(key.indexOf('/') + 1), caller);
            case QUOTA ->
                concerns(caller, Set.of(country))
                        ? Stream.of("import", "export")
                                .flatMap(direction -> register.quotas().of(Set.of(country), direction).stream())
                                .filter(quota -> quota.key().equals(key))
                                .findFirst()
                                .map(quota -> balance(Grants.of(quota)))
                        : Optional.empty();
        };
    }

    private static boolean concerns(Caller caller, Set<CountryCode> readers) {
        return caller.actsFor().filter(readers::contains).isPresent();
    }

    private Stream<RegistryEvent> records(String kind, String lookup) {
        return rows
                .list(
                        "select payload from registry_record where kind = ? and lookup = ?",
                        List.of(kind, lookup),
                        row -> rows.json(row.getBytes(1), RegistryEvent.class))
                .stream();
    }

    private Optional<RegistryEvent> record(String kind, String lookup) {
        return records(kind, lookup).findFirst();
    }

    private record Row(Ledger ledger, Instant changedAt) {}

    private BalanceView balance(Grant grant) {
        return rows
                .list(
                        "select " + COLUMNS + " from account where record = ?",
                        List.of(grant.account().record()),
                        row -> new Row(
                                new Ledger(grant, amount(row, 4), amount(row, 8), row.getLong(1), row.getLong(2)),
                                row.getObject(3, OffsetDateTime.class).toInstant()))
                .stream()
                .findFirst()
                .map(row -> BalanceView.of(row.ledger(), row.changedAt()))
                .orElseGet(() -> BalanceView.of(Ledger.opened(grant), null));
    }

    private static Amount amount(ResultSet row, int first) throws SQLException {
        return new Amount(
                row.getBigDecimal(first),
                row.getBigDecimal(first + 1),
                row.getBigDecimal(first + 2),
                row.getLong(first + 3));
    }
}
