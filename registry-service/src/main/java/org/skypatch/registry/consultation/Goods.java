package org.skypatch.registry.consultation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.Component;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.GoodsScope;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.trade.CommodityId;

/**
 * What a consultation or a licence is about, as quotas count it: a blend by its components.
 *
 * @param kilograms unknown if it is granted in another unit
 */
record Goods(
        CommodityId commodity,
        Figure kilograms,
        @Nullable String intendedUse,
        @Nullable String condition,
        @Nullable String form) {

    private static final Set<String> EXEMPT = Set.of(
            "feedstock",
            "quarantine-and-pre-shipment",
            "essential",
            "critical",
            "laboratory",
            "process-agent",
            "destruction");
    private static final Set<String> ALL_OF_F = Set.of("F-I", "F-II");

    static Goods of(ConsultationFact consultation) {
        return new Goods(
                consultation.commodity(),
                Figure.of(consultation.grantedMassKg().kilograms()),
                consultation.intendedUse(),
                consultation.condition(),
                consultation.form());
    }

    static Goods of(LicenceFact licence) {
        return new Goods(
                licence.commodity(),
                licence.massKg() == null
                        ? Figure.UNKNOWN
                        : Figure.of(licence.massKg().kilograms()),
                licence.intendedUse(),
                licence.condition(),
                licence.form());
    }

    /** The same goods, of another mass. */
    Goods weighing(Figure mass) {
        return new Goods(commodity, mass, intendedUse, condition, form);
    }

    /** What it takes of a quota, in the quota's unit; empty if the quota does not count it. */
    Optional<Figure> countedBy(QuotaFact quota, Unit unit, Function<CommodityId, Optional<CommodityFact>> catalogue) {
        if (!isMeantBy(quota.counts())) {
            return Optional.empty();
        }
        List<Figure> parts = catalogue.apply(commodity).stream()
                .flatMap(whole -> parts(whole).stream())
                .flatMap(part -> part.countedBy(quota, unit, catalogue).stream())
                .toList();
        return parts.stream().reduce(Figure::plus);
    }

    /** By default what a group's quota counts: virgin or not said, in bulk or not said, and no exempt use. */
    private boolean isMeantBy(@Nullable GoodsScope counts) {
        if (counts == null) {
            return (condition == null || condition.equals("virgin") || condition.equals("not-stated"))
                    && (form == null || form.equals("bulk"))
                    && (intendedUse == null || !EXEMPT.contains(intendedUse));
        }
        return isIn(counts.intendedUses(), intendedUse)
                && isIn(counts.conditions(), condition)
                && isIn(counts.forms(), form)
                && (intendedUse == null || !counts.exceptUses().contains(intendedUse));
    }

    private static boolean isIn(List<String> meant, @Nullable String said) {
        return meant.isEmpty() || said == null || meant.contains(said);
    }

    private record Part(CommodityId whole, CommodityId commodity, Figure kilograms) {

        Optional<Figure> countedBy(
                QuotaFact quota, Unit unit, Function<CommodityId, Optional<CommodityFact>> catalogue) {
            Optional<CommodityFact> known = catalogue.apply(commodity);
            boolean counts = quota.commodity() != null
                    ? quota.commodity().equals(commodity) || quota.commodity().equals(whole)
                    : known.filter(part -> isIn(part.groups(), quota.group())).isPresent();
            return counts
                    ? Optional.of(unit.of(
                            kilograms,
                            known.map(CommodityFact::odp).orElse(null),
                            known.map(CommodityFact::gwp).orElse(null)))
                    : Optional.empty();
        }

        private static boolean isIn(Set<String> groups, @Nullable String group) {
            return group != null
                    && (groups.contains(group)
                            || group.equals("F") && groups.stream().anyMatch(ALL_OF_F::contains));
        }
    }

    private List<Part> parts(CommodityFact whole) {
        List<Component> components = whole.components();
        return components.isEmpty()
                ? List.of(new Part(commodity, commodity, kilograms))
                : components.stream()
                        .map(component -> new Part(
                                commodity, component.commodity(), kilograms.times(percent(component.percent()))))
                        .toList();
    }

    private static Figure percent(BigDecimal percent) {
        return Figure.of(percent).scaled(-2);
    }
}
