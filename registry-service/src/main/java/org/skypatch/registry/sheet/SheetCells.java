package org.skypatch.registry.sheet;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.GoodsScope;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.registry.Registration;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.registry.TraderFact;

/** Records as rows: the cells of each in the order of its sheet's columns, as an import reads them. */
public final class SheetCells {

    /** In a column of what counts: everything counts, said expressly. */
    public static final String ALL = "*";

    private SheetCells() {}

    /**
     * The cells of a record, without regard to formulas.
     *
     * @throws IllegalArgumentException if there is no sheet of such records
     */
    public static List<String> of(RegistryFact fact) {
        return switch (fact) {
            case TraderFact trader -> trader(trader);
            case LicenceFact licence -> licence(licence);
            case QuotaFact quota -> quota(quota);
            default ->
                throw new IllegalArgumentException(
                        "there is no sheet of " + fact.getClass().getSimpleName());
        };
    }

    private static List<String> trader(TraderFact trader) {
        return cells(
                trader.country(),
                trader.id(),
                trader.name(),
                Entries.list(trader.aliases()),
                Entries.list(trader.roles()),
                trader.address(),
                Entries.entries(
                        trader.registrations().stream().map(SheetCells::entry).toList()),
                trader.standing());
    }

    private static List<String> entry(Registration registration) {
        return cells(
                registration.commodity() != null
                        ? registration.commodity()
                        : registration.group() != null ? registration.group() : ALL,
                registration.from(),
                registration.until(),
                registration.number(),
                Entries.part(registration.operations()),
                registration.capacityKg());
    }

    private static List<String> licence(LicenceFact licence) {
        return cells(
                licence.issuer(),
                licence.number(),
                licence.kind().label(),
                licence.state().label(),
                licence.holder(),
                licence.counterpart(),
                licence.commodity(),
                licence.massKg(),
                licence.odpTonnes(),
                licence.co2eTonnes(),
                licence.units(),
                licence.validFrom(),
                licence.validUntil(),
                licence.use().label(),
                licence.exporterCountry(),
                licence.importerCountry(),
                licence.intendedUse(),
                licence.condition(),
                licence.form(),
                licence.agent(),
                Entries.list(licence.ports().stream().map(Object::toString).toList()),
                licence.consultation());
    }

    private static List<String> quota(QuotaFact quota) {
        GoodsScope counts = quota.counts();
        return Stream.of(
                        cells(
                                quota.country(),
                                quota.year(),
                                quota.group(),
                                quota.commodity(),
                                quota.direction(),
                                quota.massKg(),
                                quota.odpTonnes(),
                                quota.co2eTonnes()),
                        counts == null ? cells(null, null, null, null, null) : scope(counts),
                        cells(
                                quota.countsAt(),
                                Entries.entries(quota.allocations().stream()
                                        .map(share -> cells(
                                                share.trader(), share.massKg(), share.odpTonnes(), share.co2eTonnes()))
                                        .toList()),
                                quota.legalBasis()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> scope(GoodsScope counts) {
        boolean countsAll = Stream.of(
                        counts.intendedUses(),
                        counts.exceptUses(),
                        counts.conditions(),
                        counts.forms(),
                        counts.packageKinds())
                .allMatch(List::isEmpty);
        return cells(
                countsAll ? ALL : Entries.list(counts.intendedUses()),
                Entries.list(counts.exceptUses()),
                Entries.list(counts.conditions()),
                Entries.list(counts.forms()),
                Entries.list(counts.packageKinds()));
    }

    private static List<String> cells(@Nullable Object... values) {
        return Stream.of(values)
                .map(value -> value == null ? "" : value.toString())
                .toList();
    }
}
