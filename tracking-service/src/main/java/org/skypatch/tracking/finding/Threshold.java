package org.skypatch.tracking.finding;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.skypatch.contracts.customs.TransportMode;
import org.skypatch.contracts.trade.Mass;

/** The numbers of policy by their names, with their bounds; each is in the unit that its name ends in. */
public enum Threshold {
    AMBER_GRACE_DAYS("amberGraceDays", 0, 366, (set, days) -> set.with(days(days), set.redGrace())),
    RED_GRACE_DAYS("redGraceDays", 0, 366, (set, days) -> set.with(set.amberGrace(), days(days))),
    SEA_DAYS("seaDays", 0, 366, (set, days) -> travel(set, TransportMode.SEA, days)),
    RAIL_DAYS("railDays", 0, 366, (set, days) -> travel(set, TransportMode.RAIL, days)),
    ROAD_DAYS("roadDays", 0, 366, (set, days) -> travel(set, TransportMode.ROAD, days)),
    AIR_DAYS("airDays", 0, 366, (set, days) -> travel(set, TransportMode.AIR, days)),
    INLAND_WATERWAY_DAYS("inlandWaterwayDays", 0, 366, (set, days) -> travel(set, TransportMode.INLAND_WATERWAY, days)),
    POST_DAYS("postDays", 0, 366, (set, days) -> travel(set, TransportMode.POST, days)),
    EXPORT_REPORTED_WITHIN_DAYS(
            "exportReportedWithinDays",
            0,
            366,
            (set, days) -> set.with(days(days), set.settlingOfReports(), set.settlingOfRegister())),
    SETTLING_OF_REPORTS_HOURS(
            "settlingOfReportsHours",
            0,
            720,
            (set, hours) ->
                    set.with(set.exportReportedWithin(), Duration.ofHours(hours.intValue()), set.settlingOfRegister())),
    SETTLING_OF_REGISTER_SECONDS(
            "settlingOfRegisterSeconds",
            0,
            86_400,
            (set, seconds) -> set.with(
                    set.exportReportedWithin(), set.settlingOfReports(), Duration.ofSeconds(seconds.intValue()))),
    TOLERANCE_PERCENT(
            "tolerancePercent", 0, 50, (set, percent) -> set.tolerating(percent.intValue(), set.toleranceKg())),
    TOLERANCE_KG(
            "toleranceKg", "0", "100000", false, (set, kg) -> set.tolerating(set.tolerancePercent(), new Mass(kg))),
    TRANSIT_DAYS(
            "transitDays",
            1,
            366,
            (set, days) -> set.with(set.signs().staying(days(days), set.signs().bondWithin()))),
    BOND_DAYS(
            "bondDays",
            1,
            3660,
            (set, days) -> set.with(set.signs().staying(set.signs().transitWithin(), days(days)))),
    TANK_TOLERANCE_PERCENT(
            "tankTolerancePercent",
            0,
            50,
            (set, percent) -> set.with(set.signs().ofTanks(percent.intValue()))),
    NEAR_MISS_EDITS("nearMissEdits", 1, 2, (set, edits) -> set.with(set.signs().missing(edits.intValue()))),
    NAME_LIKENESS(
            "nameLikeness",
            "0.8",
            "1",
            false,
            (set, part) -> set.with(set.signs().likening(part))),
    COUNTING_TOLERANCE(
            "countingTolerance",
            "0",
            "0.1",
            false,
            (set, part) -> set.with(set.signs().counting(part))),
    EMPTY_RESIDUE_KG(
            "emptyResidueKg",
            "0",
            "10",
            false,
            (set, kg) -> set.with(set.signs().leaving(new Mass(kg)))),
    CLOCKS_MAY_DIFFER_HOURS(
            "clocksMayDifferHours",
            0,
            168,
            (set, hours) -> set.with(set.signs().differing(Duration.ofHours(hours.intValue())))),
    PRICE_FACTOR(
            "priceFactor",
            "1.1",
            "100",
            false,
            (set, factor) -> set.with(set.signs().pricing(factor))),
    SCRAP_PER_KG(
            "scrapPerKg",
            "0",
            "100",
            false,
            (set, perKg) -> set.with(set.signs().scrapping(perKg)));

    private final String label;
    private final BigDecimal least;
    private final BigDecimal most;
    private final boolean isWhole;
    private final BiFunction<Thresholds, BigDecimal, Thresholds> change;

    Threshold(String label, int least, int most, BiFunction<Thresholds, BigDecimal, Thresholds> change) {
        this(label, Integer.toString(least), Integer.toString(most), true, change);
    }

    Threshold(
            String label,
            String least,
            String most,
            boolean isWhole,
            BiFunction<Thresholds, BigDecimal, Thresholds> change) {
        this.label = label;
        this.least = new BigDecimal(least);
        this.most = new BigDecimal(most);
        this.isWhole = isWhole;
        this.change = change;
    }

    /** How it is written in requests, and in {@code skypatch.policy}. */
    public String label() {
        return label;
    }

    /** The threshold of this name. */
    public static Optional<Threshold> parse(String label) {
        return Arrays.stream(values())
                .filter(threshold -> threshold.label.equals(label))
                .findFirst();
    }

    /** What is wrong with a value for it; nothing if it may be set. */
    public Optional<String> problem(BigDecimal value) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            return Optional.of("must be from " + least + " to " + most);
        }
        return isWhole && value.stripTrailingZeros().scale() > 0
                ? Optional.of("must be a whole number")
                : Optional.empty();
    }

    /**
     * The same numbers but for this one.
     *
     * @throws IllegalArgumentException if it is out of bounds, or contradicts another one
     */
    public Thresholds in(Thresholds thresholds, BigDecimal value) {
        problem(value).ifPresent(problem -> {
            throw new IllegalArgumentException(label + " " + problem);
        });
        return change.apply(thresholds, value);
    }

    /** The same numbers but for these. */
    public static Thresholds all(Thresholds thresholds, Map<Threshold, BigDecimal> values) {
        Thresholds changed = thresholds;
        // The graces bound each other: the one that grows is set first.
        BigDecimal red = values.get(RED_GRACE_DAYS);
        if (red != null && days(red).compareTo(thresholds.redGrace()) > 0) {
            changed = RED_GRACE_DAYS.in(changed, red);
        }
        for (Threshold threshold : values()) {
            BigDecimal value = values.get(threshold);
            if (value != null) {
                changed = threshold.in(changed, value);
            }
        }
        return changed;
    }

    private static Duration days(BigDecimal days) {
        return Duration.ofDays(days.intValue());
    }

    private static Thresholds travel(Thresholds set, TransportMode mode, BigDecimal days) {
        Map<TransportMode, Duration> usual = new HashMap<>(set.usualTravel());
        usual.put(mode, days(days));
        return set.travelling(usual, mode == TransportMode.SEA ? days(days) : set.unknownTravel());
    }
}
