package org.skypatch.tracking.history;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;

/**
 * Who reads, and what of it may be read.
 *
 * @param caller as the token says
 * @param sight what the caller may see of any movement that it finds
 * @param reason why an operator reads names and numbers; of no other reader
 */
record Reader(Caller caller, Sight sight, @Nullable String reason) {

    private static final int LEAST_REASON = 10;
    private static final int MOST_REASON = 500;

    /** A caller with its usual sight. */
    static Reader of(Caller caller) {
        return new Reader(caller, caller.sight(), null);
    }

    /** A caller that may break the glass: an operator who gives a reason reads names and numbers, and that is kept. */
    static Reader of(Caller caller, @Nullable String reason) {
        if (reason == null || caller.sight() instanceof Sight.OfCountry) {
            return of(caller);
        }
        if (!caller.has(Role.OPERATOR) || !(caller.sight() instanceof Sight.NonNominal)) {
            throw new ProblemException(
                    EdgeProblem.FORBIDDEN, "only operators read names and numbers by giving a reason");
        }
        String given = reason.strip();
        if (given.length() < LEAST_REASON || given.length() > MOST_REASON) {
            throw new ProblemException(
                    EdgeProblem.MALFORMED,
                    "no such reason",
                    List.of(new FieldProblem(
                            "/" + MovementsResource.REASON,
                            "must have " + LEAST_REASON + " to " + MOST_REASON + " characters")));
        }
        return new Reader(caller, new Sight.InFull(), given);
    }

    /**
     * What the reader may see of a movement.
     *
     * @param nominal whether its audience sees names and numbers
     */
    Sight sightOf(boolean nominal) {
        return switch (sight) {
            case Sight.OfCountry(var _) -> nominal ? sight : new Sight.NonNominal();
            case Sight.OfRegion(var _) -> nominal ? new Sight.InFull() : sight;
            case Sight.NonNominal(), Sight.InFull(), Sight.Nothing() -> sight;
        };
    }

    /** The audience under which movements are found: a country, a region; {@code *} finds all, the empty one none. */
    String audience() {
        return switch (sight) {
            case Sight.OfCountry(var country) -> country.value();
            case Sight.OfRegion(var region) -> "region:" + region;
            case Sight.NonNominal(), Sight.InFull() -> "*";
            case Sight.Nothing() -> "";
        };
    }

    /** The audience by which queries choose; none for those who find all. */
    Optional<String> chosenBy() {
        return Optional.of(audience()).filter(audience -> !audience.equals("*"));
    }

    /** The condition that a movement of this id is one that the reader finds; its values are those of {@link #values}. */
    String mayFind(String movement) {
        return chosenBy().isEmpty()
                ? ""
                : " and exists (select from movement_audience a where a.movement_id = " + movement
                        + " and a.audience = ?)";
    }

    /** The values of {@link #mayFind}. */
    List<Object> values() {
        return chosenBy().<List<Object>>map(List::of).orElse(List.of());
    }
}
