package org.skypatch.registry.requirement;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.record.Written;

/** What all States demand. */
public interface Requirements {

    Optional<Revised<RequirementFact>> find(Name name);

    /** Writes a requirement as {@code decide} says in sight of the requirement as it stands. */
    Written<RequirementFact> write(
            Name name,
            Author author,
            Precondition precondition,
            Function<Optional<RequirementFact>, Decision<RequirementFact>> decide);

    /** By State and id, after the last one seen. */
    List<RequirementFact> list(@Nullable CountryCode state, @Nullable Name after, int limit);

    /**
     * What a requirement is called.
     *
     * @param id its name within the State
     */
    record Name(CountryCode state, String id) {

        /** {@code <state>/<id>}. */
        @Override
        public String toString() {
            return state + "/" + id;
        }
    }
}
