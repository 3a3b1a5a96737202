package org.skypatch.tracking.balance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.Component;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Catalogue;
import org.skypatch.tracking.register.Quotas;
import org.skypatch.tracking.register.Register;
import org.skypatch.tracking.register.ScopeReach;

/**
 * What a movement draws on quotas: of the Party of destination for imports, of the Party of dispatch for exports, in the
 * year that {@code countsAt} names; blends by their components; goods that the quota says count. What moves inside a
 * customs union is no import or export for Montreal.
 */
final class QuotaDraws {

    private static final int PERCENT_DIGITS = 2;

    private final Register register;
    private final List<LicenceFact> licences;

    /**
     * @param licences those that the movement cites and that name both countries
     */
    QuotaDraws(Register register, List<LicenceFact> licences) {
        this.register = register;
        this.licences = licences;
    }

    void draw(Movement movement, Taken taken, Tally tally, Map<Account, Grant> grants) {
        Fact since = taken.since();
        if (since == null) {
            return;
        }
        CountryCode from = movement.route().dispatch();
        CountryCode to = movement.route().destination();
        LocalDate day = since.content().occurredAt().toLocalDate();
        if (register.territories().isNoTrade(from, to, Convention.MONTREAL, day)) {
            return;
        }
        Set<CountryCode> importing = register.territories().standingFor(to, day);
        Set<CountryCode> exporting = register.territories().standingFor(from, day);
        for (Quotas.Keyed quota : register.quotas().of(importing, "import")) {
            draw(quota, movement, taken, tally, grants);
        }
        for (Quotas.Keyed quota : register.quotas().of(exporting, "export")) {
            draw(quota, movement, taken, tally, grants);
        }
    }

    private void draw(Quotas.Keyed quota, Movement movement, Taken taken, Tally tally, Map<Account, Grant> grants) {
        Account account = Account.ofQuota(quota.key());
        BiConsumer<Account, Amount> drawn = tally::drawn;
        BiConsumer<Account, Amount> pending = tally::pending;
        boolean isTouched = draw(quota, movement, taken.drawn(), true, drawn, account)
                | draw(quota, movement, taken.pending(), false, pending, account);
        if (isTouched) {
            grants.put(account, Grants.of(quota));
        }
    }

    private boolean draw(
            Quotas.Keyed quota,
            Movement movement,
            List<Taken.Line> lines,
            boolean haveArrived,
            BiConsumer<Account, Amount> tally,
            Account account) {
        boolean isTouched = false;
        for (Taken.Line line : lines) {
            CommodityId commodity = line.commodity();
            if (commodity == null || !ScopeReach.counts(quota.fact().counts(), line.goods())) {
                continue;
            }
            Optional<Amount> amount = amount(quota, commodity, line.mass().kilograms());
            OptionalInt year = year(quota, movement, line, haveArrived);
            if (amount.isPresent()
                    && year.isPresent()
                    && year.getAsInt() == quota.fact().year()) {
                tally.accept(account, amount.get());
                isTouched = true;
            }
        }
        return isTouched;
    }

    /** How much of the line the quota is about: all of it, or those components of a blend that it is about. */
    private Optional<Amount> amount(Quotas.Keyed quota, CommodityId commodity, BigDecimal kg) {
        Catalogue catalogue = register.catalogue();
        Optional<CommodityFact> fact = catalogue.commodity(commodity);
        List<Component> components = fact.map(CommodityFact::components).orElse(List.of());
        if (components.isEmpty() || commodity.equals(quota.fact().commodity())) {
            return Quotas.isAbout(quota.fact(), commodity, catalogue.groups(commodity))
                    ? Optional.of(Amount.of(kg, fact.orElse(null)))
                    : Optional.empty();
        }
        return components.stream()
                .filter(part -> Quotas.isAbout(quota.fact(), part.commodity(), catalogue.groups(part.commodity())))
                .map(part -> Amount.of(
                        kg.multiply(part.percent()).movePointLeft(PERCENT_DIGITS),
                        catalogue.commodity(part.commodity()).orElse(null)))
                .reduce(Amount::plus);
    }

    /** The year in which the line counts; none while that cannot be told, and then it draws nothing. */
    private OptionalInt year(Quotas.Keyed quota, Movement movement, Taken.Line line, boolean haveArrived) {
        return switch (quota.fact().countsAt()) {
            case "licence" ->
                licences.stream()
                        .filter(licence -> licence.issuer().equals(quota.fact().country())
                                && licence.commodity().equals(line.commodity()))
                        .mapToInt(licence -> licence.validFrom().getYear())
                        .findFirst();
            case "export" ->
                OptionalInt.of(movement.departure()
                        .map(fact -> fact.content().occurredAt().getYear())
                        .orElseGet(() -> line.at().getYear()));
            default -> OptionalInt.of(haveArrived ? line.at().getYear() : expected(movement, line));
        };
    }

    /** The year in which goods under way are due, as declared; else that of the departure. */
    private static int expected(Movement movement, Taken.Line line) {
        return movement.departures().stream()
                .flatMap(fact -> Optional.ofNullable(fact.content().transport().expectedArrival()).stream())
                .max(java.util.Comparator.naturalOrder())
                .map(due -> due.atOffset(ZoneOffset.UTC).getYear())
                .orElseGet(() -> line.at().getYear());
    }
}
