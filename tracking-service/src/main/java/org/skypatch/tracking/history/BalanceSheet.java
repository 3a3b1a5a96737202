package org.skypatch.tracking.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.tracking.balance.Balance;
import org.skypatch.tracking.balance.Quantity;
import org.skypatch.tracking.history.MovementView.LicenceBalance;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.register.Licences;

/** What is left of licences, for the Parties that they name. */
@ApplicationScoped
public class BalanceSheet {

    private final Rows rows;
    private final Registers registers;

    BalanceSheet(Rows rows, Registers registers) {
        this.rows = rows;
        this.registers = registers;
    }

    /** The balances of those of the licences that the registry holds and the caller may see. */
    List<LicenceBalance> ofLicences(List<LicenceNumber> licences, Caller caller) {
        return licences.stream()
                .flatMap(licence -> ofLicence(licence, caller).stream())
                .toList();
    }

    /** The balance of the licence, for the issuer and the two countries that it names. */
    Optional<LicenceBalance> ofLicence(LicenceNumber number, Caller caller) {
        return rows
                .list(
                        "select payload from registry_record where kind = 'licence' and lookup = ?",
                        List.of(Licences.folded(number)),
                        row -> rows.json(row.getBytes(1), RegistryEvent.class))
                .stream()
                .filter(RegistryEvent.LicenceRecorded.class::isInstance)
                .map(event -> ((RegistryEvent.LicenceRecorded) event)
                        .versions()
                        .getLast()
                        .fact())
                .filter(licence -> maySee(licence, caller))
                .findFirst()
                .map(licence ->
                        LicenceBalance.of(new LicenceNumber(licence.issuer(), licence.number()), balance(licence)));
    }

    private static boolean maySee(LicenceFact licence, Caller caller) {
        return caller.actsFor()
                .filter(country -> country.equals(licence.issuer())
                        || country.equals(licence.exporterCountry())
                        || country.equals(licence.importerCountry()))
                .isPresent();
    }

    private Balance balance(LicenceFact licence) {
        Optional<CommodityFact> commodity = registers.current().catalogue().commodity(licence.commodity());
        return rows.list(
                        "select coalesce(sum(mass_kg) filter (where not pending), 0),"
                                + " coalesce(sum(mass_kg) filter (where pending), 0)"
                                + " from licence_draw where issuer = ? and number = ?",
                        List.of(licence.issuer().value(), licence.number()),
                        row -> {
                            BigDecimal granted = licence.massKg() == null
                                    ? BigDecimal.ZERO
                                    : licence.massKg().kilograms();
                            BigDecimal drawn = row.getBigDecimal(1);
                            BigDecimal pending = row.getBigDecimal(2);
                            return new Balance(
                                    Quantity.of(granted, commodity),
                                    Quantity.of(drawn, commodity),
                                    Quantity.of(pending, commodity),
                                    Quantity.of(granted.subtract(drawn).subtract(pending), commodity));
                        })
                .getFirst();
    }
}
