package org.skypatch.registry.licence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.LicenceFact;

/** What the register says to a cited licence. */
public sealed interface LicenceAnswer {

    /**
     * There is such a licence.
     *
     * @param reasons why it does not cover what is shown; none if it holds
     * @param notCompared fields that were shown and cannot be compared with what this licence says
     */
    record Known(LicenceFact licence, Optional<LicenceBalance> balance, List<Reason> reasons, List<String> notCompared)
            implements LicenceAnswer {
        public Known {
            reasons = List.copyOf(reasons);
            notCompared = List.copyOf(notCompared);
        }
    }

    /**
     * There is none of this number that names the one who asks.
     *
     * @param nearMisses licences of almost this number, the likeliest first; none if it resembles nothing
     */
    record Unknown(List<NearMiss> nearMisses) implements LicenceAnswer {
        public Unknown {
            nearMisses = List.copyOf(nearMisses);
        }
    }

    /**
     * A reason, with both sides.
     *
     * @param licenceSays as the register has it
     * @param shown as the paper, or the day, has it
     */
    record Reason(
            CheckReason code,
            @Nullable String licenceSays,
            @Nullable String shown) {}

    /**
     * A genuine licence that the cited one resembles.
     *
     * @param distance characters that differ after O and 0, I and 1, and blanks are taken as one
     * @param because what they have in common beside the number: {@code holder}, {@code counterpart}, {@code commodity};
     *     or {@code number} if only the issuer is another
     */
    record NearMiss(LicenceFact licence, int distance, List<String> because) {
        public NearMiss {
            because = List.copyOf(because);
        }
    }

    /** In one word: {@code holds}, {@code used-up} by what tracking told, {@code fails}, {@code near-miss}, {@code unknown}. */
    default String outcome() {
        return switch (this) {
            case Known known when known.reasons().isEmpty() -> "holds";
            case Known known
            when known.reasons().stream().allMatch(reason -> reason.code() == CheckReason.USED_UP) -> "used-up";
            case Known _ -> "fails";
            case Unknown unknown -> unknown.nearMisses().isEmpty() ? "unknown" : "near-miss";
        };
    }
}
