package org.skypatch.tracking.register;

import java.time.LocalDate;
import java.util.List;

/** Which edition of the Harmonized System counts on a day: HS 2022 from 2022-01-01, HS 2017 before. */
final class HsEdition {

    private static final String HS_2017 = "HS2017";
    private static final String HS_2022 = "HS2022";
    private static final LocalDate SINCE = LocalDate.of(2022, 1, 1);

    static final List<String> ALL = List.of(HS_2017, HS_2022);

    private HsEdition() {}

    /** The edition in force, then the other one. */
    static List<String> likeliestFirst(LocalDate day) {
        return day.isBefore(SINCE) ? ALL : ALL.reversed();
    }
}
