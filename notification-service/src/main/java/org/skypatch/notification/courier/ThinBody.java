package org.skypatch.notification.courier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.notification.alert.Alert;
import org.skypatch.notification.alert.DepartureNotice;
import org.skypatch.notification.alert.Notice;
import org.skypatch.notification.delivery.DueDelivery;

/**
 * What a webhook carries: ids, rule, severity and link. Details are fetched with the reader's own rights.
 *
 * @param type of the news, as in the live stream, or {@code test}
 * @param timestamp when the news came about, by the business clock
 */
record ThinBody(String type, Instant timestamp, Details data) {

    /**
     * What it is about; what does not apply is left out.
     *
     * @param alert id of the alert
     * @param notice id of the departure notice
     * @param state of the finding then: open or cleared
     * @param link where details are read
     * @param subscription that a test is for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Details(
            @Nullable UUID alert,
            @Nullable UUID notice,
            @Nullable RuleCode rule,
            @Nullable Severity severity,
            @Nullable String state,
            @Nullable UUID movement,
            @Nullable String subscription,
            String link) {}

    static ThinBody of(DueDelivery delivery, String origin) {
        Notice notice = delivery.notice();
        Details details =
                switch (notice) {
                    case Alert alert ->
                        new Details(
                                alert.id(),
                                null,
                                alert.finding().rule(),
                                alert.finding().severity(),
                                alert.state().label(),
                                alert.movement().id(),
                                null,
                                origin + "/notification/v1/alerts/" + alert.id());
                    case DepartureNotice departure ->
                        new Details(
                                null,
                                departure.id(),
                                null,
                                null,
                                null,
                                departure.movement().id(),
                                null,
                                origin + "/tracking/v1/movements/"
                                        + departure.movement().id());
                    case null ->
                        new Details(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                delivery.subscriptionName(),
                                origin + "/notification/v1/subscriptions/" + delivery.subscriptionName());
                };
        return new ThinBody(delivery.type(), delivery.at(), details);
    }
}
