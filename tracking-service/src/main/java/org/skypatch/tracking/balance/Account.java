package org.skypatch.tracking.balance;

import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.NotificationFact;

/**
 * A registry record that grants something and is drawn on, as it is named on {@code balances}.
 *
 * @param record {@code <kind>:<key>}, such as {@code licence:TH/TH-HCFC-2026-00017} or {@code quota:TH/2026/C-I}
 */
public record Account(String record) implements Comparable<Account> {

    /** What kind of record it is. */
    public enum Kind {
        LICENCE,
        NOTIFICATION,
        QUOTA
    }

    private static final String LICENCE = "licence:";
    private static final String NOTIFICATION = "notification:";
    private static final String QUOTA = "quota:";

    public static Account of(LicenceFact licence) {
        return new Account(LICENCE + licence.issuer() + "/" + licence.number());
    }

    public static Account of(NotificationFact notification) {
        return new Account(NOTIFICATION + notification.exportCountry() + "/" + notification.number());
    }

    /** The account of the quota that the registry keeps under this key. */
    public static Account ofQuota(String key) {
        return new Account(QUOTA + key);
    }

    public Kind kind() {
        if (record.startsWith(LICENCE)) {
            return Kind.LICENCE;
        }
        return record.startsWith(NOTIFICATION) ? Kind.NOTIFICATION : Kind.QUOTA;
    }

    /** The name of the record within its kind. */
    public String key() {
        return record.substring(record.indexOf(':') + 1);
    }

    @Override
    public int compareTo(Account other) {
        return record.compareTo(other.record);
    }
}
