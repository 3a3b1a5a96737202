package org.skypatch.notification.alert;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What a list is narrowed to; what is missing narrows nothing. State, rule and severity speak of alerts only.
 *
 * @param severity at least this
 * @param country in any part of the movement
 */
public record NoticeFilter(
        @Nullable AlertState state,
        @Nullable RuleCode rule,
        @Nullable Severity severity,
        @Nullable UUID movement,
        @Nullable CountryCode country,
        @Nullable CommodityId commodity) {

    /** Everything. */
    public static final NoticeFilter NONE = new NoticeFilter(null, null, null, null, null, null);
}
