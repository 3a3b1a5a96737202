package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How a commodity is recognised, and what it is passed off as.
 *
 * @param packaging how it is usually packed
 * @param labels what stands on it
 * @param disguisedAs what it has been declared as
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Recognition(List<String> packaging, List<String> labels, List<String> disguisedAs) {
    public Recognition {
        packaging = packaging == null ? List.of() : List.copyOf(packaging);
        labels = labels == null ? List.of() : List.copyOf(labels);
        disguisedAs = disguisedAs == null ? List.of() : List.copyOf(disguisedAs);
    }
}
