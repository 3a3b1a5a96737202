package org.skypatch.registry.rotterdam;

import java.util.Optional;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.registry.ExportNotificationFact;

/** Who makes a move of an export notification. */
public enum Side {
    /** The exporting Party. */
    EXPORTING,
    /** The importing Party. */
    IMPORTING,
    /** Nobody: time has run out. */
    CLOCK;

    /** The side that a caller is on; none if its country is neither of the two. */
    static Optional<Side> of(Caller caller, ExportNotificationFact notice) {
        return caller.actsFor()
                .flatMap(country -> country.equals(notice.exportCountry())
                        ? Optional.of(EXPORTING)
                        : country.equals(notice.importCountry()) ? Optional.of(IMPORTING) : Optional.empty());
    }
}
