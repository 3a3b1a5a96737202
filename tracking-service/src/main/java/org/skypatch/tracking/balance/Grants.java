package org.skypatch.tracking.balance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.balance.Amounts;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceUse;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.Tonnes;
import org.skypatch.tracking.register.Catalogue;
import org.skypatch.tracking.register.Quotas;

/** What the registry's records grant. */
public final class Grants {

    private Grants() {}

    /** What a licence grants: mass, ODP-tonnes, CO2-equivalent tonnes or units. */
    public static Grant of(LicenceFact licence, Catalogue catalogue) {
        Amounts limits = amounts(licence.massKg(), licence.odpTonnes(), licence.co2eTonnes(), licence.units());
        return new Grant(
                Account.of(licence),
                limits,
                licence.massKg() == null
                        ? limits
                        : inEveryUnit(
                                licence.massKg(),
                                catalogue.commodity(licence.commodity()).orElse(null)),
                licence.use() == LicenceUse.SINGLE,
                readers(licence));
    }

    /** What a notification grants: mass and a number of shipments; a single one covers one movement. */
    public static Grant of(NotificationFact notification) {
        Amounts limits = amounts(notification.totalMassKg(), null, null, (long) notification.shipments());
        return new Grant(
                Account.of(notification),
                limits,
                limits,
                notification.kind().equals("single"),
                notification.concerns());
    }

    /** What a quota grants, in the one unit in which it is set. */
    public static Grant of(Quotas.Keyed quota) {
        Amounts limits = amounts(
                quota.fact().massKg(), quota.fact().odpTonnes(), quota.fact().co2eTonnes(), null);
        return new Grant(
                Account.ofQuota(quota.key()),
                limits,
                limits,
                false,
                Set.of(quota.fact().country()));
    }

    /** Who may read what is drawn on a licence: its issuer and the two countries that it names. */
    public static Set<CountryCode> readers(LicenceFact licence) {
        return new TreeSet<>(List.of(licence.issuer(), licence.exporterCountry(), licence.importerCountry()));
    }

    private static Amounts amounts(
            @Nullable Mass mass, @Nullable Tonnes odpTonnes, @Nullable Tonnes co2eTonnes, @Nullable Long count) {
        return new Amounts(
                mass == null ? null : mass.kilograms(),
                odpTonnes == null ? null : odpTonnes.value(),
                co2eTonnes == null ? null : co2eTonnes.value(),
                count);
    }

    private static Amounts inEveryUnit(Mass mass, @Nullable CommodityFact commodity) {
        Amount amount = Amount.of(mass, commodity);
        Optional<CommodityFact> known = Optional.ofNullable(commodity);
        BigDecimal odp = known.map(CommodityFact::odp).isPresent() ? amount.odpTonnes() : null;
        BigDecimal co2e = known.map(CommodityFact::gwp).isPresent() ? amount.co2eTonnes() : null;
        return new Amounts(amount.kg(), odp, co2e, null);
    }
}
