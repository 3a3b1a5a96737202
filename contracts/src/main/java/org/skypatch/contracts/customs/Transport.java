package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.ContainerNumber;

/**
 * How the goods travel.
 *
 * @param vesselImo IMO number of the ship
 * @param procedure customs procedure such as transit or free-zone
 * @param expectedArrival the instant by which arrival was declared; a date means the end of that day at the destination
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Transport(
        @Nullable TransportMode mode,
        List<ContainerNumber> containers,
        List<String> seals,
        @Nullable String vesselImo,
        @Nullable String voyage,
        @Nullable String vehicle,
        @Nullable String procedure,
        @Nullable Instant expectedArrival) {
    public Transport {
        containers = containers == null ? List.of() : List.copyOf(containers);
        seals = seals == null ? List.of() : List.copyOf(seals);
    }

    /** Nothing said about transport. */
    public static final Transport NONE = new Transport(null, List.of(), List.of(), null, null, null, null, null);
}
