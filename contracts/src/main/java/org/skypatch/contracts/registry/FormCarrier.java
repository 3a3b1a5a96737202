package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A carrier as it is named on a form: block 8 of the notification, where it is intended, and of the movement document,
 * where it has taken the waste over.
 *
 * @param means R road, T train, S sea, A air, W inland waterway
 * @param takenOverOn when it took the waste over; none while it is only intended
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FormCarrier(
        FormContact contact, List<String> means, @Nullable LocalDate takenOverOn) {
    public FormCarrier {
        means = means == null ? List.of() : List.copyOf(means);
    }
}
