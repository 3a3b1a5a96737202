package org.skypatch.notification.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An administration as the registry tells it: who stands in for it, and which region it belongs to.
 *
 * @param country none for a region's office
 * @param region WCO region
 * @param deputies who acts when it does not
 */
public record Administration(
        String id,
        long revision,
        @Nullable String country,
        @Nullable String region,
        List<String> deputies) {
    public Administration {
        deputies = List.copyOf(deputies);
    }
}
