package org.skypatch.registry.clock;

import java.util.Arrays;
import java.util.Optional;

/** What a person must do, as tasks on {@code registry-tasks} name it; each has a sentence of its own. */
public enum TaskKind {
    /** The counterpart of a consultation has to answer. */
    CONSULTATION_TO_ANSWER("consultation-to-answer"),
    /** The requesting Party has to say more. */
    CONSULTATION_TO_REPLY("consultation-to-reply"),
    /** A licence ends with its last day; nobody has to act, so nobody is told. */
    LICENCE_TO_EXPIRE("licence-to-expire"),
    /** A State concerned has to decide about a notification. */
    NOTIFICATION_TO_DECIDE("notification-to-decide"),
    /** The period of a notification ends. */
    NOTIFICATION_EXPIRES("notification-expires"),
    /** A shipment was announced later than the law asks. */
    SHIPMENT_ANNOUNCED_LATE("shipment-announced-late"),
    /** The receipt of a shipment under way has to be reported. */
    SHIPMENT_TO_RECEIVE("shipment-to-receive"),
    /** The facility has to confirm a receipt in writing. */
    SHIPMENT_TO_CONFIRM("shipment-to-confirm"),
    /** The disposal or recovery of a shipment has to be certified. */
    SHIPMENT_TO_COMPLETE("shipment-to-complete"),
    /** An export notification has to be acknowledged (Rotterdam Convention, Article 12). */
    EXPORT_NOTIFICATION_TO_ACKNOWLEDGE("export-notification-to-acknowledge"),
    /** A certification has to be sent on to the Secretariat (Stockholm Convention, Article 3). */
    CERTIFICATION_TO_TRANSMIT("certification-to-transmit");

    private final String label;

    TaskKind(String label) {
        this.label = label;
    }

    /** The kind of this label, or empty. */
    public static Optional<TaskKind> parse(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    /** How it is written on the topic. */
    public String label() {
        return label;
    }

    /** The key of what is said of it. */
    public String sentence() {
        return "task." + label;
    }
}
