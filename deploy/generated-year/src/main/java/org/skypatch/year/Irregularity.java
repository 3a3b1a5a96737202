package org.skypatch.year;

import java.util.Locale;
import java.util.Set;

/** What may be wrong with a movement, named as the rule that must find it, with what else it naturally brings about. */
public enum Irregularity {
    /** The destination never sees the goods; after a while it is asked about them. */
    NOT_ARRIVED("enquiry-open"),
    ARRIVAL_WITHOUT_EXPORT,
    SHORT_LANDED,
    OVER_LANDED,
    /** Other goods than licensed have no licence either. */
    DIFFERENT_GOODS_ARRIVED("consent-missing", "export-licence-missing"),
    /** Released in a third country, which knows of no export and has no licence; the destination never sees the goods. */
    DIVERTED("not-arrived", "enquiry-open", "arrival-without-export", "consent-missing", "export-licence-missing"),
    LEFT_TRANSIT_LATE,
    /** Goods that are lost in transit do not arrive either. */
    TRANSIT_NOT_DISCHARGED("not-arrived", "enquiry-open"),
    BOND_CHANGED_GOODS,
    CONSENT_MISSING,
    EXPORT_LICENCE_MISSING,
    CONSENT_REFUSED,
    CONSENT_OUT_OF_DATE,
    LICENCE_UNKNOWN,
    LICENCE_NEAR_MISS,
    LICENCE_OVERDRAWN,
    LICENCE_REUSED,
    LICENCE_OTHER_USE,
    QUOTA_EXCEEDED,
    NOTIFICATION_EXCEEDED,
    TAKE_BACK_OVERDUE,
    NOTIFICATION_DIFFERS,
    BASEL_PRECONDITION_MISSING,
    TRADER_NOT_REGISTERED,
    TRADER_MISMATCH,
    COMMODITY_PROHIBITED,
    CONTAINER_PROHIBITED,
    EMPTY_NOT_EMPTY,
    PRODUCT_UNWANTED,
    USE_NOT_PERMITTED,
    FALSE_RECOVERED_CLAIM,
    TRADE_WITH_NON_PARTY,
    BASEL_BAN,
    PIC_NO_CONSENT,
    EXPORT_NOTIFICATION_MISSING,
    POP_NOT_PERMITTED,
    POP_WASTE_RECOVERED,
    RE_EXPORT_WITHOUT_IMPORT,
    RE_EXPORT_EXCEEDS_IMPORT,
    CONTAINER_IN_TWO_PLACES,
    IMPLAUSIBLE_JOURNEY,
    ROUND_TRIP,
    CODE_MISMATCH,
    REFERENCES_CONTRADICT,
    BAD_IDENTIFIER,
    PRICE_OUT_OF_RANGE,
    WATCHLIST_HIT,
    WASTE_AS_USED_GOODS,
    UNAUTHORISED_HANDLER,
    RECEIPT_MISSING,
    DISPOSAL_OVERDUE;

    private final Set<String> besides;

    Irregularity(String... besides) {
        this.besides = Set.of(besides);
    }

    /** The code of the rule that must find it. */
    public String rule() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The codes of rules that find its consequences. */
    public Set<String> besides() {
        return besides;
    }
}
