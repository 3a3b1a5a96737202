package org.skypatch.tracking.movement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.Mass;

/**
 * Which open ends are alike enough to be one movement although no reference ties them together. Same corridor and
 * commodity family are a condition; commodity, mass, traders and dates make the score. Two ends join if each is the
 * other's best partner, at 0.85 or more, with nobody else as good; between 0.60 and that, or where there is a tie, they
 * are proposed. (policy)
 */
public final class Likenesses {

    /** At or above, mutually best ends are joined. (policy) */
    public static final BigDecimal JOINED_FROM = new BigDecimal("0.85");

    /** At or above, ends are proposed to an operator. (policy) */
    public static final BigDecimal PROPOSED_FROM = new BigDecimal("0.60");

    /** By how much masses may differ at most, as a share of the larger. (policy) */
    public static final BigDecimal MASS_TOLERANCE = new BigDecimal("0.05");

    private static final double COMMODITY = 0.20;
    private static final double MASS = 0.30;
    private static final double TRADERS = 0.35;
    private static final double DATES = 0.15;
    private static final double NOT_NAMED = 0.4;
    private static final double NOT_THE_SAME = 0.75;
    private static final Duration ORDINARY = Duration.ofDays(60);

    private Likenesses() {}

    /** An end that another end is like. */
    public record Candidate(OpenEnd end, Likeness likeness) {}

    /** How alike two ends are; empty if they cannot be one movement, or one is no complement of the other. */
    public static Optional<Likeness> of(OpenEnd one, OpenEnd other) {
        if (one.isDeparture() == other.isDeparture()) {
            return Optional.empty();
        }
        OpenEnd left = one.isDeparture() ? one : other;
        OpenEnd arrived = one.isDeparture() ? other : one;
        Duration between = Duration.between(left.at(), arrived.at());
        if (!left.dispatch().equals(arrived.dispatch())
                || !left.destination().equals(arrived.destination())
                || left.families().stream().noneMatch(arrived.families()::contains)
                || between.compareTo(Correlation.BEFORE_DEPARTURE.negated()) < 0
                || between.compareTo(Correlation.AFTER_DEPARTURE) > 0
                || left.contradicts(arrived)) {
            return Optional.empty();
        }
        return closeness(left.mass(), arrived.mass()).flatMap(mass -> scored(left, arrived, mass, between));
    }

    private static Optional<Likeness> scored(OpenEnd left, OpenEnd arrived, double mass, Duration between) {
        List<Likeness.Reason> reasons = new ArrayList<>();
        double commodity = left.commodities().equals(arrived.commodities())
                ? 1
                : left.commodities().stream().anyMatch(arrived.commodities()::contains) ? 0.6 : 0.2;
        reasons.add(reason("commodity", commodity, COMMODITY));
        reasons.add(reason("mass", mass, MASS));
        double traders = (points(TraderLikeness.of(left.exporter(), arrived.exporter()))
                        + points(TraderLikeness.of(left.importer(), arrived.importer())))
                / 2;
        reasons.add(reason("traders", traders, TRADERS));
        reasons.add(reason("dates", dates(between), DATES));
        BigDecimal score = reasons.stream().map(Likeness.Reason::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Likeness(score, reasons));
    }

    private static Likeness.Reason reason(String of, double share, double most) {
        return new Likeness.Reason(
                of,
                BigDecimal.valueOf(share * most).setScale(2, RoundingMode.HALF_UP),
                BigDecimal.valueOf(most).setScale(2, RoundingMode.HALF_UP));
    }

    /** A trader that one side does not name speaks neither for nor against; a clearly different one against. */
    private static double points(@Nullable Double likeness) {
        if (likeness == null) {
            return NOT_NAMED;
        }
        return likeness < NOT_THE_SAME ? 0 : likeness;
    }

    private static double dates(Duration between) {
        if (between.isNegative()) {
            return 0.5;
        }
        if (between.compareTo(ORDINARY) <= 0) {
            return 1;
        }
        double beyond = between.minus(ORDINARY).toSeconds();
        return Math.max(
                0, 1 - beyond / Correlation.AFTER_DEPARTURE.minus(ORDINARY).toSeconds());
    }

    /** 1 for equal masses down to 0 at the tolerance; empty beyond it, or if nothing was weighed. */
    private static Optional<Double> closeness(Mass one, Mass other) {
        Mass larger = one.isMoreThan(other) ? one : other;
        if (larger.equals(Mass.ZERO)) {
            return Optional.empty();
        }
        BigDecimal share = one.differenceFrom(other).kilograms().divide(larger.kilograms(), MathContext.DECIMAL64);
        return share.compareTo(MASS_TOLERANCE) > 0
                ? Optional.empty()
                : Optional.of(
                        1 - share.divide(MASS_TOLERANCE, MathContext.DECIMAL64).doubleValue());
    }

    /** What an end is like at least so much that it is proposed, the best first. */
    public static List<Candidate> candidates(OpenEnd end, Collection<OpenEnd> others) {
        List<Candidate> candidates = new ArrayList<>();
        for (OpenEnd other : others) {
            of(end, other)
                    .filter(likeness -> likeness.score().compareTo(PROPOSED_FROM) >= 0)
                    .ifPresent(likeness -> candidates.add(new Candidate(other, likeness)));
        }
        candidates.sort(Comparator.comparing(
                        (Candidate candidate) -> candidate.likeness().score())
                .reversed()
                .thenComparing(candidate -> candidate.end().part()));
        return candidates;
    }

    /** The one candidate that is better than all others and good enough to be joined. */
    public static Optional<Candidate> best(List<Candidate> candidatesBestFirst) {
        if (candidatesBestFirst.isEmpty()
                || candidatesBestFirst.getFirst().likeness().score().compareTo(JOINED_FROM) < 0) {
            return Optional.empty();
        }
        Candidate best = candidatesBestFirst.getFirst();
        boolean isTie = candidatesBestFirst.size() > 1
                && candidatesBestFirst
                                .get(1)
                                .likeness()
                                .score()
                                .compareTo(best.likeness().score())
                        == 0;
        return isTie ? Optional.empty() : Optional.of(best);
    }
}
