package org.skypatch.registry.notification;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.AgreementFact;
import org.skypatch.contracts.registry.NotificationFact;

/** How long a notification may run, and what an Article 11 agreement that it names must cover. */
public final class Terms {

    /** Basel Convention, Article 6(8): up to 12 months. */
    private static final int MOST_MONTHS = 12;

    /** As long as agreements on pre-consented facilities go. */
    private static final int MOST_MONTHS_PRE_CONSENTED = 36;

    private Terms() {}

    /** The longest period in months: 12, or what an agreement allows for a pre-consented facility, at most 36. */
    public static int mostMonths(boolean isPreConsented, @Nullable AgreementFact agreement) {
        if (!isPreConsented || agreement == null) {
            return MOST_MONTHS;
        }
        Integer most = agreement.mostMonths();
        return most == null ? MOST_MONTHS : Math.clamp(most, MOST_MONTHS, MOST_MONTHS_PRE_CONSENTED);
    }

    /** Whether a period is no longer than so many months. */
    public static boolean isWithin(int months, LocalDate from, LocalDate until) {
        return until.isBefore(from.plusMonths(months));
    }

    /** What of a notification an agreement does not cover; empty if it covers all. */
    public static Optional<String> uncovered(NotificationFact notification, AgreementFact agreement) {
        if (notification.periodFrom().isBefore(agreement.from())
                || agreement.until() != null && notification.periodFrom().isAfter(agreement.until())) {
            return Optional.of("is not in force on " + notification.periodFrom());
        }
        if (!agreement.exportStates().contains(notification.exportCountry())
                || !agreement.importStates().contains(notification.importCountry())) {
            return Optional.of("does not cover movements from " + notification.exportCountry() + " to "
                    + notification.importCountry());
        }
        if (!agreement.operations().isEmpty() && !agreement.operations().contains(notification.operation())) {
            return Optional.of("does not cover " + notification.operation());
        }
        if (!agreement.wasteCodes().isEmpty()
                && notification.wasteCodes().stream().noneMatch(agreement.wasteCodes()::contains)) {
            return Optional.of("does not cover this waste");
        }
        return Optional.empty();
    }
}
