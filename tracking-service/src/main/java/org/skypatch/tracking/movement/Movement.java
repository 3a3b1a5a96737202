package org.skypatch.tracking.movement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.customs.Route;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.tracking.register.Catalogue;

/**
 * The joined life of one consignment across borders, folded from all its events.
 *
 * @param id that of its first-recorded event
 * @param joined how sure it is that the events belong together
 * @param events every event, also amended and cancelled ones, in the order of recording
 * @param facts what the events say today, in the order in which it happened
 * @param route the declared route: of the departure reported by the country of dispatch, else of the arrival reported by
 *     the destination, else of the earliest report
 * @param audience the countries that see it
 */
public record Movement(
        UUID id, Joined joined, List<RecordedEvent> events, List<Fact> facts, Route route, Set<CountryCode> audience) {

    /** The order of recording. */
    public static final Comparator<RecordedEvent> AS_RECORDED =
            Comparator.comparing(RecordedEvent::recordedAt).thenComparing(RecordedEvent::id);

    public Movement {
        events = List.copyOf(events);
        facts = List.copyOf(facts);
        audience = Set.copyOf(audience);
    }

    /** Departures that the country of dispatch itself reported. */
    public List<Fact> departures() {
        return facts.stream()
                .filter(fact -> fact.type().isDeparture() && fact.isReportedBy(route.dispatch()))
                .toList();
    }

    /** Imports that the destination itself reported, in the order in which they happened. */
    public List<Fact> arrivals() {
        return reportedByDestination(CustomsEventType.IMPORT_CONFIRMED);
    }

    /** Refusals that the destination itself reported. */
    public List<Fact> refusals() {
        return reportedByDestination(CustomsEventType.IMPORT_REFUSED);
    }

    private List<Fact> reportedByDestination(CustomsEventType type) {
        return of(type).filter(fact -> fact.isReportedBy(route.destination())).toList();
    }

    /** Returns that the country of dispatch itself reported. */
    public List<Fact> returns() {
        return of(CustomsEventType.GOODS_RETURNED)
                .filter(fact -> fact.isReportedBy(route.dispatch()))
                .toList();
    }

    /** Seizures, by whoever held the goods. */
    public List<Fact> seizures() {
        return of(CustomsEventType.GOODS_SEIZED).toList();
    }

    /** Losses and destructions. */
    public List<Fact> losses() {
        return Stream.concat(of(CustomsEventType.GOODS_LOST), of(CustomsEventType.GOODS_DESTROYED))
                .toList();
    }

    /** Disposals and recoveries that the destination reported. */
    public List<Fact> disposals() {
        return reportedByDestination(CustomsEventType.DISPOSAL_COMPLETED);
    }

    private Stream<Fact> of(CustomsEventType type) {
        return facts.stream().filter(fact -> fact.type() == type);
    }

    /** When the goods left: the earliest departure. */
    public Optional<Fact> departure() {
        return departures().stream().findFirst();
    }

    /** Whether the last import says that nothing more is to come. */
    public boolean hasArrivedWhole() {
        List<Fact> arrivals = arrivals();
        return !arrivals.isEmpty()
                && !Boolean.FALSE.equals(arrivals.getLast().content().isFinal());
    }

    /** Where the movement stands, not counting that it may be overdue. */
    public MovementStatus status() {
        if (facts.isEmpty()) {
            return MovementStatus.CANCELLED;
        }
        long closed = of(CustomsEventType.SEIZURE_CLOSED).count();
        if (seizures().size() > closed) {
            return MovementStatus.SEIZED;
        }
        if (!losses().isEmpty()) {
            return MovementStatus.LOST;
        }
        if (!disposals().isEmpty()) {
            return MovementStatus.DISPOSED;
        }
        if (!returns().isEmpty()) {
            return MovementStatus.RETURNED;
        }
        if (!refusals().isEmpty()) {
            return isOnItsWayBack() ? MovementStatus.RETURNING : MovementStatus.REFUSED;
        }
        if (!arrivals().isEmpty()) {
            if (departures().isEmpty()) {
                return MovementStatus.ARRIVED_UNMATCHED;
            }
            return hasArrivedWhole() ? MovementStatus.ARRIVED : MovementStatus.PART_ARRIVED;
        }
        return beforeArrival();
    }

    private boolean isOnItsWayBack() {
        Instant refused = refusals().getLast().occurredAt();
        return facts.stream()
                .filter(fact -> fact.type() == CustomsEventType.TRANSIT_ENTERED
                        || fact.type() == CustomsEventType.TRANSIT_LEFT
                        || fact.type().isDeparture())
                .anyMatch(fact -> fact.occurredAt().isAfter(refused));
    }

    private MovementStatus beforeArrival() {
        if (isWithin(CustomsEventType.BOND_ENTERED, CustomsEventType.BOND_LEFT)) {
            return MovementStatus.IN_BOND;
        }
        if (isWithin(CustomsEventType.TRANSIT_ENTERED, CustomsEventType.TRANSIT_LEFT)) {
            return MovementStatus.IN_TRANSIT;
        }
        boolean announcedOnly = facts.stream().allMatch(fact -> fact.type() == CustomsEventType.SHIPMENT_ANNOUNCED);
        return announcedOnly ? MovementStatus.PRE_ANNOUNCED : MovementStatus.UNDER_WAY;
    }

    private boolean isWithin(CustomsEventType entered, CustomsEventType left) {
        return facts.stream()
                .filter(fact -> fact.type() == entered || fact.type() == left)
                .reduce((earlier, later) -> later)
                .filter(last -> last.type() == entered)
                .isPresent();
    }

    /** The parts of the way: dispatch, the transit countries as declared, destination, with what was reported of each. */
    public List<Leg> legs() {
        List<CountryCode> stations = new ArrayList<>();
        stations.add(route.dispatch());
        stations.addAll(route.transit());
        stations.add(route.destination());
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i + 1 < stations.size(); i++) {
            CountryCode from = stations.get(i);
            CountryCode to = stations.get(i + 1);
            boolean first = i == 0;
            boolean last = i + 2 == stations.size();
            Optional<Fact> left = first ? departure() : transit(CustomsEventType.TRANSIT_LEFT, from);
            Optional<Fact> arrived = last
                    ? Stream.concat(arrivals().stream(), refusals().stream()).min(Fact.AS_IT_HAPPENED)
                    : transit(CustomsEventType.TRANSIT_ENTERED, to);
            legs.add(new Leg(
                    from,
                    to,
                    left.map(fact -> fact.content().occurredAt()).orElse(null),
                    arrived.map(fact -> fact.content().occurredAt()).orElse(null)));
        }
        return legs;
    }

    private Optional<Fact> transit(CustomsEventType type, CountryCode country) {
        return of(type).filter(fact -> fact.isReportedBy(country)).findFirst();
    }

    /** What left, by commodity; goods of no known commodity are left out. */
    public SortedMap<CommodityId, Mass> exported(Catalogue catalogue) {
        return masses(departures(), catalogue, Goods::netMassKg);
    }

    /** What was found at the destination, accepted or rejected, by commodity. */
    public SortedMap<CommodityId, Mass> found(Catalogue catalogue) {
        SortedMap<CommodityId, Mass> found = masses(arrivals(), catalogue, Movement::acceptedAndRejected);
        masses(refusals(), catalogue, Movement::acceptedAndRejected)
                .forEach((commodity, mass) -> found.merge(commodity, mass, Mass::plus));
        return found;
    }

    /** What was released at the destination, by commodity. */
    public SortedMap<CommodityId, Mass> accepted(Catalogue catalogue) {
        return masses(
                arrivals(),
                catalogue,
                goods -> goods.acceptedMassKg() == null ? goods.netMassKg() : goods.acceptedMassKg());
    }

    private static Mass acceptedAndRejected(Goods goods) {
        if (goods.acceptedMassKg() == null) {
            return goods.rejectedMassKg() == null || goods.netMassKg().isMoreThan(goods.rejectedMassKg())
                    ? goods.netMassKg()
                    : goods.rejectedMassKg();
        }
        return goods.rejectedMassKg() == null
                ? goods.acceptedMassKg()
                : goods.acceptedMassKg().plus(goods.rejectedMassKg());
    }

    private static SortedMap<CommodityId, Mass> masses(
            Collection<Fact> facts, Catalogue catalogue, Function<Goods, Mass> mass) {
        SortedMap<CommodityId, Mass> masses = new TreeMap<>();
        for (Fact fact : facts) {
            for (Goods goods : fact.content().goods()) {
                catalogue
                        .resolve(goods, fact.content().occurredAt().toLocalDate())
                        .ifPresent(commodity -> masses.merge(commodity, mass.apply(goods), Mass::plus));
            }
        }
        return masses;
    }

    /** Every commodity that a report of it names; a suspicion is no report of goods. */
    public Set<CommodityId> commodities(Catalogue catalogue) {
        return facts.stream()
                .filter(fact -> fact.type() != CustomsEventType.SUSPICION_REPORTED)
                .flatMap(fact -> fact.content().goods().stream()
                        .map(goods -> catalogue.resolve(
                                goods, fact.content().occurredAt().toLocalDate())))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The mass that left; of a movement without departure, the mass that its first report names. */
    public Mass mass() {
        List<Fact> departures = departures();
        List<Fact> telling = departures.isEmpty() ? facts.stream().limit(1).toList() : departures;
        return telling.stream()
                .flatMap(fact -> fact.content().goods().stream())
                .map(Goods::netMassKg)
                .reduce(Mass.ZERO, Mass::plus);
    }

    /** The licences that Parties cite for it, in the order in which they were cited. */
    public Set<LicenceNumber> licences() {
        return facts.stream()
                .filter(this::isReportedByParty)
                .flatMap(fact -> fact.content().licences().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether a country that the route names reported it. */
    public boolean isReportedByParty(Fact fact) {
        return fact.content().reportingCountry().filter(audience::contains).isPresent();
    }

    /** The first value that a report of a Party gives, in the order in which things happened. */
    public <T> Optional<T> first(Function<Fact, @Nullable T> value) {
        return facts.stream()
                .filter(this::isReportedByParty)
                .map(value)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The day whose law counts: that of the departure, else of the first report. */
    public LocalDate lawfulDay() {
        return departure()
                .or(() -> facts.stream().findFirst())
                .map(fact -> fact.content().occurredAt().toLocalDate())
                .orElseGet(() -> startedAt().atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** The instant that places the movement in time: its departure, else its earliest report. */
    public Instant startedAt() {
        return departure()
                .or(() -> facts.stream().findFirst())
                .map(Fact::occurredAt)
                .orElseGet(() -> events.stream()
                        .map(event -> event.event().occurredAt().toInstant())
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH));
    }
}
