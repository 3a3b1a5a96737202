package org.skypatch.registry.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.balance.Amounts;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.registry.Allocation;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;

/** Reckons what a Party and its trader have left for the goods of a consultation. */
public final class RemainingReckoning {

    private static final Set<LicenceState> STANDING = Set.of(LicenceState.ISSUED, LicenceState.SUSPENDED);

    private final Holdings holdings;

    public RemainingReckoning(Holdings holdings) {
        this.holdings = holdings;
    }

    /**
     * What one of the two Parties has left: of imports if it is the importing one, else of exports.
     *
     * @param today the day by which answers are valid
     */
    public Remaining of(ConsultationFact consultation, CountryCode party, LocalDate today) {
        boolean imports = party.equals(consultation.importerCountry());
        NamedTrader named = imports ? consultation.importer() : consultation.exporter();
        TraderId trader = named.id();
        List<LicenceFact> licences = trader == null ? List.of() : holdings.licences(party, trader);
        Asked asked = new Asked(consultation, party, imports, trader, licences, reserving(consultation, party, today));
        int year = consultation.plannedOn().getYear();
        return new Remaining(
                party,
                trader,
                holdings.quotas(party, year).stream()
                        .filter(quota -> quota.fact().direction().equals(imports ? "import" : "export"))
                        .flatMap(quota -> ofQuota(asked, quota).stream())
                        .toList(),
                licences.stream()
                        .filter(licence -> isAbout(licence, asked))
                        .map(this::ofLicence)
                        .toList());
    }

    private record Asked(
            ConsultationFact consultation,
            CountryCode party,
            boolean imports,
            @Nullable TraderId trader,
            List<LicenceFact> licences,
            List<ConsultationFact> reserving) {

        boolean isOfTheTrader(ConsultationFact other) {
            return trader != null && trader.equals((imports ? other.importer() : other.exporter()).id());
        }
    }

    /** What else reserves of the same Party's imports, or exports, in the planned year. */
    private List<ConsultationFact> reserving(ConsultationFact consultation, CountryCode party, LocalDate today) {
        boolean imports = party.equals(consultation.importerCountry());
        return holdings.confirmed(party).stream()
                .filter(other -> Reservations.reserves(other, today))
                .filter(other -> party.equals(imports ? other.importerCountry() : other.exporterCountry()))
                .filter(other ->
                        other.plannedOn().getYear() == consultation.plannedOn().getYear())
                .filter(other -> !other.id().equals(consultation.id()))
                .toList();
    }

    private Optional<Remaining.OfQuota> ofQuota(Asked asked, Holdings.Named<QuotaFact> named) {
        QuotaFact quota = named.fact();
        Unit unit = Unit.of(quota.massKg(), quota.odpTonnes(), quota.co2eTonnes());
        return Goods.of(asked.consultation())
                .countedBy(quota, unit, holdings::commodity)
                .map(takes -> {
                    Optional<BalanceChanged> balance = holdings.balance("quota:" + named.name());
                    Figure granted = unit.among(quota.massKg(), quota.odpTonnes(), quota.co2eTonnes());
                    Figure drawn = figure(balance, unit, BalanceChanged::drawn);
                    Figure pending = figure(balance, unit, BalanceChanged::pending);
                    Figure reserved = reserved(asked, quota, unit, other -> true);
                    return new Remaining.OfQuota(
                            named.name(),
                            unit.label(),
                            granted,
                            drawn,
                            pending,
                            balance.map(BalanceChanged::asOf).orElse(null),
                            reserved,
                            granted.minus(drawn).minus(pending).minus(reserved),
                            takes,
                            ofAllocation(asked, quota, unit));
                });
    }

    private Remaining.@Nullable OfAllocation ofAllocation(Asked asked, QuotaFact quota, Unit unit) {
        return quota.allocations().stream()
                .filter(allocation -> allocation.trader().equals(asked.trader()))
                .findFirst()
                .map(allocation -> {
                    Figure granted = granted(allocation, unit);
                    Figure licensed = licensed(asked, quota, unit);
                    Figure reserved = reserved(asked, quota, unit, asked::isOfTheTrader);
                    return new Remaining.OfAllocation(
                            granted, licensed, reserved, granted.minus(licensed).minus(reserved));
                })
                .orElse(null);
    }

    private static Figure granted(Allocation allocation, Unit unit) {
        return unit.among(allocation.massKg(), allocation.odpTonnes(), allocation.co2eTonnes());
    }

    /** What licences of the quota's year take of it: the whole of those that stand, what was drawn of those that have ended. */
    private Figure licensed(Asked asked, QuotaFact quota, Unit unit) {
        return asked.licences().stream()
                .filter(licence -> isOfDirection(licence, asked))
                .filter(licence -> licence.validUntil().getYear() == quota.year())
                .flatMap(licence -> taken(licence).stream())
                .flatMap(goods -> goods.countedBy(quota, unit, holdings::commodity).stream())
                .reduce(Figure.ZERO, Figure::plus);
    }

    private Optional<Goods> taken(LicenceFact licence) {
        return switch (licence.state()) {
            case APPLIED, REFUSED -> Optional.empty();
            case ISSUED, SUSPENDED -> Optional.of(Goods.of(licence));
            case EXPIRED, REVOKED ->
                Optional.of(Goods.of(licence).weighing(drawn(holdings.balance("licence:" + name(licence)))));
        };
    }

    private static Figure drawn(Optional<BalanceChanged> balance) {
        return figure(balance, Unit.KG, BalanceChanged::drawn).plus(figure(balance, Unit.KG, BalanceChanged::pending));
    }

    private static String name(LicenceFact licence) {
        return licence.issuer() + "/" + licence.number();
    }

    private Figure reserved(Asked asked, QuotaFact quota, Unit unit, Predicate<ConsultationFact> whose) {
        return asked.reserving().stream()
                .filter(whose)
                .flatMap(other -> Goods.of(other).countedBy(quota, unit, holdings::commodity).stream())
                .reduce(Figure.ZERO, Figure::plus);
    }

    private static boolean isOfDirection(LicenceFact licence, Asked asked) {
        return licence.kind() == (asked.imports() ? LicenceKind.IMPORT : LicenceKind.EXPORT);
    }

    private static boolean isAbout(LicenceFact licence, Asked asked) {
        return STANDING.contains(licence.state())
                && isOfDirection(licence, asked)
                && licence.commodity().equals(asked.consultation().commodity())
                && !licence.validUntil().isBefore(asked.consultation().plannedOn());
    }

    private Remaining.OfLicence ofLicence(LicenceFact licence) {
        String name = name(licence);
        Optional<BalanceChanged> balance = holdings.balance("licence:" + name);
        return new Remaining.OfLicence(
                name,
                licence.state().label(),
                licence.validUntil(),
                Goods.of(licence).kilograms(),
                figure(balance, Unit.KG, BalanceChanged::drawn),
                figure(balance, Unit.KG, BalanceChanged::pending),
                figure(balance, Unit.KG, BalanceChanged::left),
                balance.map(BalanceChanged::asOf).orElse(null));
    }

    private static Figure figure(
            Optional<BalanceChanged> balance, Unit unit, Function<BalanceChanged, Amounts> amounts) {
        return balance.map(amounts).map(unit::in).orElse(Figure.UNKNOWN);
    }
}
