package org.skypatch.notification.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What a list is narrowed to; what is missing narrows nothing. State, rule, severity and work speak of alerts only.
 *
 * @param severity at least this
 * @param country in any part of the movement
 * @param work how far the reader's own desk has come with it, as a label
 * @param assignee the person of the reader's desk who works on it
 * @param awakeAt only those that are not put off at this instant
 */
public record NoticeFilter(
        @Nullable AlertState state,
        @Nullable RuleCode rule,
        @Nullable Severity severity,
        @Nullable UUID movement,
        @Nullable CountryCode country,
        @Nullable CommodityId commodity,
        @Nullable String work,
        @Nullable String assignee,
        @Nullable Instant awakeAt) {

    /** Everything. */
    public static final NoticeFilter NONE = new NoticeFilter(null, null, null, null, null, null, null, null, null);
}
