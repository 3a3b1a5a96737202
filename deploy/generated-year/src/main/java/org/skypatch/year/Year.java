package org.skypatch.year;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.year.World.Kind;
import org.skypatch.year.World.Lane;

/**
 * The year 2025 of one region of forty countries: the same movements for the same seed and number. Of every thing that can
 * be wrong, 0.05 % of the movements have it, and at least five.
 */
public final class Year {

    private static final int PLANTED_ONE_IN = 2_000;
    private static final int LEAST_PLANTED = 5;
    private static final int FILLERS = 4;
    private static final int GROUPED_ONE_IN = 50;

    private final long seed;
    private final int movements;
    private final int planted;
    private final int stride;
    private final List<Lane> lanes = World.lanes();
    private final Map<Irregularity, List<Lane>> fitting;
    private final double weight;

    /**
     * @param seed of all chance
     * @param movements how many, about; from 1,000 on
     */
    public Year(long seed, int movements) {
        this.seed = seed;
        this.movements = movements;
        this.planted = Math.max(LEAST_PLANTED, movements / PLANTED_ONE_IN);
        this.stride = movements / (Irregularity.values().length * planted);
        if (stride < 2) {
            throw new IllegalArgumentException("too few movements for what is planted");
        }
        this.weight = lanes.stream().mapToDouble(Lane::weight).sum();
        this.fitting = java.util.Arrays.stream(Irregularity.values())
                .collect(Collectors.toMap(what -> what, what -> lanes.stream()
                        .filter(lane -> World.fits(what, lane))
                        .toList()));
    }

    /** How many of each kind are planted. */
    public int plantedOfEach() {
        return planted;
    }

    /** What the registry ships itself: catalogue, Parties, union, limits. */
    public List<RegistryEvent> shipped() {
        return Facts.shipped();
    }

    /** What Parties enter into it, whatever moves; licences, notifications and traders come with the movements. */
    public List<RegistryEvent> entered() {
        return Facts.entered();
    }

    /** Makes the movements one after the other; none is kept. */
    public void forEach(Consumer<GeneratedMovement> consumer) {
        for (int i = 0; i < FILLERS; i++) {
            consumer.accept(filler("CN PH hcfc-123", movements + i, "19750"));
        }
        consumer.accept(filler("CN SG hfc-245fa", movements + FILLERS, "2000"));
        for (int number = 0; number < movements; number++) {
            Irregularity what = what(number);
            if (what == Irregularity.LICENCE_OVERDRAWN || what == Irregularity.LICENCE_REUSED) {
                onOneLicence(what, number, consumer);
            } else {
                consumer.accept(made(number, what));
                if (what == null && number % GROUPED_ONE_IN == 0) {
                    groupage(number, consumer);
                }
            }
        }
    }

    /** Another buyer's consignment in the same container, with papers of its own. */
    private void groupage(int number, Consumer<GeneratedMovement> consumer) {
        Consignment first = consignment(number, lane(number, null));
        if (first.lane.kind() != Kind.REFRIGERANT) {
            return;
        }
        Consignment other = consignment(2 * movements + number, first.lane);
        Duration apart = Duration.between(other.departure, first.departure);
        other.departure = first.departure.plus(Duration.ofHours(1));
        other.arrival = other.arrival.plus(apart);
        other.papers.expected = null;
        other.papers.containers = first.papers.containers;
        Reporting.report(other);
        other.reports.forEach(report -> report.billOfLading = other.papers.billOfLading);
        consumer.accept(new GeneratedMovement(
                other.number, null, other.reports.stream().map(Draft::report).toList(), other.records));
    }

    private @Nullable Irregularity what(int number) {
        int slot = number / stride;
        Irregularity[] all = Irregularity.values();
        return number % stride == stride / 2 && slot < all.length * planted ? all[slot % all.length] : null;
    }

    private Lane lane(int number, @Nullable Irregularity what) {
        Random chance = Names.chance(seed * 31, number);
        if (what != null) {
            List<Lane> own = fitting.get(what);
            return own.get(chance.nextInt(own.size()));
        }
        double left = chance.nextDouble() * weight;
        for (Lane lane : lanes) {
            left -= lane.weight();
            if (left < 0) {
                return lane;
            }
        }
        return lanes.getFirst();
    }

    private Consignment consignment(int number, Lane lane) {
        return new Consignment(number, lane, seed, Math.max(1, movements / 6 + 1));
    }

    private GeneratedMovement made(int number, @Nullable Irregularity what) {
        Consignment goods = consignment(number, lane(number, what));
        boolean isAfterFillers = what == Irregularity.QUOTA_EXCEEDED || what == Irregularity.RE_EXPORT_EXCEEDS_IMPORT;
        if (isAfterFillers) {
            goods.weigh(goods.papers.kg.add(BigDecimal.valueOf(5_000)));
            goods.papers.packing = null;
        }
        boolean isTooLate = Reporting.day(goods.departure).getMonthValue() > 10;
        if (isTooLate && isAfterFillers) {
            // What arrives in the next year would count in that year's quota.
            goods.leaveLater(-90);
        }
        boolean isTooEarly = Reporting.day(goods.departure).getMonthValue() < 4;
        if (what == Irregularity.PRICE_OUT_OF_RANGE
                && Reporting.day(goods.departure).getMonthValue() < 7) {
            goods.leaveLater(184);
        }
        if (isTooEarly && (isAfterFillers || goods.lane.kind() == Kind.RE_EXPORT)) {
            goods.leaveLater(90);
        }
        return finished(goods, what);
    }

    private GeneratedMovement finished(Consignment goods, @Nullable Irregularity what) {
        if (goods.lane.kind() == Kind.WASTE) {
            Reporting.notify(goods);
        }
        if (what != null) {
            Planting.inPapers(what, goods);
        }
        Reporting.report(goods);
        if (what != null) {
            Planting.inReports(what, goods);
        } else {
            Reporting.muddle(goods);
        }
        return new GeneratedMovement(
                goods.number, what, goods.reports.stream().map(Draft::report).toList(), goods.records);
    }

    /** An honest movement in January, which what is planted later comes on top of. */
    private GeneratedMovement filler(String way, int number, String kg) {
        Lane lane = lanes.stream()
                .filter(one -> way.equals(one.dispatch() + " " + one.destination() + " " + one.commodity()))
                .findFirst()
                .orElseThrow();
        Consignment goods = consignment(number, lane);
        goods.leaveLater(-(Reporting.day(goods.departure).getDayOfYear() - 5));
        goods.weigh(new BigDecimal(kg));
        goods.papers.packing = null;
        Reporting.report(goods);
        return new GeneratedMovement(
                number, null, goods.reports.stream().map(Draft::report).toList(), goods.records);
    }

    /** An honest movement and a later one on the same licence, which is one too many. */
    private void onOneLicence(Irregularity what, int number, Consumer<GeneratedMovement> consumer) {
        Lane lane = lane(number, what);
        Consignment second = consignment(number, lane);
        Consignment first = consignment(movements + 100 + number / stride, lane);
        Duration apart = Duration.between(first.departure, second.departure).minusDays(10);
        first.leaveLater((int) apart.toDays());
        first.papers.containers = List.of();
        first.papers.importer = second.papers.importer;
        List<Consignment> both = List.of(first, second);
        boolean isSingle = what == Irregularity.LICENCE_REUSED;
        LicenceFact licence = Planting.own(second, "30000", isSingle);
        List<RegistryEvent> shared = new ArrayList<>(second.records);
        for (Consignment goods : both) {
            goods.citeNone(LicenceKind.IMPORT);
            goods.licensed(licence);
            goods.weigh(BigDecimal.valueOf(isSingle ? 12_000 : 20_000));
            goods.papers.packing = null;
        }
        first.records.addAll(shared);
        Reporting.report(first);
        consumer.accept(new GeneratedMovement(
                first.number, null, first.reports.stream().map(Draft::report).toList(), first.records));
        consumer.accept(finished(second, Objects.requireNonNull(what)));
    }
}
