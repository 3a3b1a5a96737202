package org.skypatch.tracking.finding;

import java.math.BigDecimal;
import java.time.Duration;
import org.skypatch.contracts.trade.Mass;

/**
 * The numbers of policy from which on something looks wrong, with their bounds.
 *
 * @param transitWithin how long goods may stay in transit in one country; 1 to 366 days
 * @param bondWithin how long they may stay in a warehouse or free zone; 1 to 3660 days
 * @param tankPercent by how many percent masses of bulk tanks may differ, for the heel that stays in them; 0 to 50
 * @param nearMissEdits by how many characters a number may differ from a genuine one and still be meant for it; 1 or 2
 * @param nameLikeness from which likeness on two names are one, Jaro-Winkler; 0.8 to 1
 * @param countingTolerance by which part of the mass the packages and their contents may miss it; 0 to 0.1
 * @param emptyResidue the heaviest content of a container that is declared empty; 0 to 10 kg
 * @param clocksMayDiffer how far the clocks of two administrations may lie apart; 0 to 7 days
 * @param priceFactor how many times as dear as usual, or as cheap, goods must be to be noticed; 1.1 to 100
 * @param scrapPerKg up to which value a kilogram used goods are worth no more than scrap, in dollars or euros; 0 to 100
 */
public record Signs(
        Duration transitWithin,
        Duration bondWithin,
        int tankPercent,
        int nearMissEdits,
        BigDecimal nameLikeness,
        BigDecimal countingTolerance,
        Mass emptyResidue,
        Duration clocksMayDiffer,
        BigDecimal priceFactor,
        BigDecimal scrapPerKg) {

    public Signs {
        between(transitWithin, Duration.ofDays(1), Duration.ofDays(366), "transit");
        between(bondWithin, Duration.ofDays(1), Duration.ofDays(3660), "bond");
        between(tankPercent, 0, 50, "tank tolerance");
        between(nearMissEdits, 1, 2, "near miss");
        between(nameLikeness, new BigDecimal("0.8"), BigDecimal.ONE, "likeness of names");
        between(countingTolerance, BigDecimal.ZERO, new BigDecimal("0.1"), "tolerance of counting");
        between(emptyResidue, Mass.ZERO, Mass.ofKilograms("10"), "residue");
        between(clocksMayDiffer, Duration.ZERO, Duration.ofDays(7), "difference of clocks");
        between(priceFactor, new BigDecimal("1.1"), new BigDecimal("100"), "factor of prices");
        between(scrapPerKg, BigDecimal.ZERO, new BigDecimal("100"), "value of scrap");
    }

    /** With other times to stay. */
    Signs staying(Duration inTransit, Duration inBond) {
        return new Signs(
                inTransit,
                inBond,
                tankPercent,
                nearMissEdits,
                nameLikeness,
                countingTolerance,
                emptyResidue,
                clocksMayDiffer,
                priceFactor,
                scrapPerKg);
    }

    /** With another tolerance of tanks. */
    Signs ofTanks(int percent) {
        return new Signs(
                transitWithin,
                bondWithin,
                percent,
                nearMissEdits,
                nameLikeness,
                countingTolerance,
                emptyResidue,
                clocksMayDiffer,
                priceFactor,
                scrapPerKg);
    }

    /** With another distance of near misses. */
    Signs missing(int edits) {
        return new Signs(
                transitWithin,
                bondWithin,
                tankPercent,
                edits,
                nameLikeness,
                countingTolerance,
                emptyResidue,
                clocksMayDiffer,
                priceFactor,
                scrapPerKg);
    }

    /** With another likeness of names. */
    Signs likening(BigDecimal likeness) {
        return new Signs(
                transitWithin,
                bondWithin,
                tankPercent,
                nearMissEdits,
                likeness,
                countingTolerance,
                emptyResidue,
                clocksMayDiffer,
                priceFactor,
                scrapPerKg);
    }

    /** With another tolerance of counting. */
    Signs counting(BigDecimal tolerance) {
        return new Signs(
                transitWithin,
                bondWithin,
                tankPercent,
                nearMissEdits,
                nameLikeness,
                tolerance,
                emptyResidue,
                clocksMayDiffer,
                priceFactor,
                scrapPerKg);
    }

    /** With another residue of empty containers. */
    Signs leaving(Mass residue) {
        return new Signs(
                transitWithin,
                bondWithin,
                tankPercent,
                nearMissEdits,
                nameLikeness,
                countingTolerance,
                residue,
                clocksMayDiffer,
                priceFactor,
                scrapPerKg);
    }

    /** With another difference of clocks. */
    Signs differing(Duration clocks) {
        return new Signs(
                transitWithin,
                bondWithin,
                tankPercent,
                nearMissEdits,
                nameLikeness,
                countingTolerance,
                emptyResidue,
                clocks,
                priceFactor,
                scrapPerKg);
    }

    /** With another factor of prices. */
    Signs pricing(BigDecimal factor) {
        return new Signs(
                transitWithin,
                bondWithin,
                tankPercent,
                nearMissEdits,
                nameLikeness,
                countingTolerance,
                emptyResidue,
                clocksMayDiffer,
                factor,
                scrapPerKg);
    }

    /** With another value of scrap. */
    Signs scrapping(BigDecimal perKg) {
        return new Signs(
                transitWithin,
                bondWithin,
                tankPercent,
                nearMissEdits,
                nameLikeness,
                countingTolerance,
                emptyResidue,
                clocksMayDiffer,
                priceFactor,
                perKg);
    }

    private static <T extends Comparable<T>> void between(T value, T least, T most, String what) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(what + ": " + value + " is not from " + least + " to " + most);
        }
    }
}
