package org.skypatch.registry.notification;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/**
 * The contract (Article 6(3)(b)) and the guarantee (Article 6(11)) on file. The State of export files them; the State of
 * import confirms the contract; the guarantee is confirmed by the State that accepts it.
 */
public final class Securities {

    private static final Set<NotificationState> OPEN =
            EnumSet.of(NotificationState.DRAFT, NotificationState.SUBMITTED, NotificationState.FORWARDED);

    private Securities() {}

    /**
     * What is said of a contract or a guarantee.
     *
     * @param reference its reference, filed by the State of export; else the one on file
     * @param isConfirmed whether it is confirmed too
     * @param confirmedOn when; today if none
     */
    public record Paper(
            @Nullable String reference,
            boolean isConfirmed,
            @Nullable LocalDate confirmedOn) {}

    /** Files the contract, or confirms the one on file. */
    public static Decision<NotificationFact> contract(Optional<NotificationFact> present, Act act, Paper paper) {
        return Standing.ifThere(present, act, notification -> {
            boolean imports = act.country().equals(notification.importCountry());
            if (paper.isConfirmed() && !imports) {
                return Standing.notYours("only the State of import confirms the contract (Article 6(3)(b))");
            }
            return on(notification, act, paper, notification.contract(), next -> {
                if (paper.reference() != null && !paper.reference().equals(next.contract)) {
                    next.contract = paper.reference();
                    next.contractConfirmedOn = null;
                }
                if (paper.isConfirmed()) {
                    next.contractConfirmedOn = paper.confirmedOn() == null ? act.today() : paper.confirmedOn();
                }
            });
        });
    }

    /** Files the guarantee, or confirms the one on file. */
    public static Decision<NotificationFact> guarantee(Optional<NotificationFact> present, Act act, Paper paper) {
        return Standing.ifThere(
                present,
                act,
                notification -> on(notification, act, paper, notification.guarantee(), next -> {
                    if (paper.reference() != null && !paper.reference().equals(next.guarantee)) {
                        next.guarantee = paper.reference();
                        next.guaranteeConfirmedOn = null;
                    }
                    if (paper.isConfirmed()) {
                        next.guaranteeConfirmedOn = paper.confirmedOn() == null ? act.today() : paper.confirmedOn();
                    }
                }));
    }

    private interface Filing {
        void into(Amending next);
    }

    private static Decision<NotificationFact> on(
            NotificationFact notification, Act act, Paper paper, @Nullable String onFile, Filing filing) {
        boolean files = paper.reference() != null && !paper.reference().equals(onFile);
        if (files && !Standing.isByExport(notification, act)) {
            return Standing.notYours("only the State of export files a contract or a guarantee");
        }
        if (!OPEN.contains(notification.state())) {
            return Standing.notNow(notification);
        }
        if (paper.isConfirmed() && onFile == null && paper.reference() == null) {
            return new Decision.Refuse<>(new Refusal.FixedField("/reference", "there is none on file to confirm"));
        }
        Amending next = new Amending(notification);
        filing.into(next);
        return new Decision.Become<>(Standing.activated(next.fact()));
    }
}
