package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.AgreementFact;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.NotificationChange;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.notification.Act;
import org.skypatch.registry.notification.Answer;
import org.skypatch.registry.notification.Changes;
import org.skypatch.registry.notification.Forwarding;
import org.skypatch.registry.notification.Names;
import org.skypatch.registry.notification.NotificationDecisions;
import org.skypatch.registry.notification.Notifications;
import org.skypatch.registry.notification.Securities;
import org.skypatch.registry.notification.ShipmentDecisions;
import org.skypatch.registry.notification.StateAnswers;
import org.skypatch.registry.notification.Terms;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.trader.Traders;

/** What is done to a notification, as it is asked for in a request. */
@ApplicationScoped
class NotificationCalls {

    private static final String PRESUMED_CONSENT = "presumed-consent";
    private static final int MOST_SHIPMENTS = 9_999;

    private final Notifications notifications;
    private final NotificationsSeen seen;
    private final Records records;
    private final Traders traders;
    private final Limits limits;
    private final BusinessClock clock;

    NotificationCalls(
            Notifications notifications,
            NotificationsSeen seen,
            Records records,
            Traders traders,
            Limits limits,
            BusinessClock clock) {
        this.notifications = notifications;
        this.seen = seen;
        this.records = records;
        this.traders = traders;
        this.limits = limits;
        this.clock = clock;
    }

    /** What a State concerned says, as it is sent. */
    record Decide(
            @Schema(required = true) String country,

            @Schema(
                    required = true,
                    enumeration = {"acknowledged", "information-asked", "consented", "with-conditions", "objected"})
            String decision,

            LocalDate on,
            LocalDate receivedOn,
            LocalDate validFrom,
            LocalDate validUntil,
            List<String> conditions,
            String reason,
            Boolean writtenConsentWaived,
            Boolean guaranteeRequired,
            Boolean contractConfirmed) {}

    /** Why a notification is moved, and what with; every move takes only what concerns it. */
    record Move(
            String reason,
            LocalDate on,
            Boolean consents,
            String country,
            String reference,
            Boolean confirmed,
            LocalDate confirmedOn,
            String totalMassKg,
            Integer shipments,
            LocalDate periodUntil,
            List<String> carriers,
            List<String> offices) {}

    /** A new notification, handed in and forwarded in one go; one that is there says the same or is refused. */
    Decision<NotificationFact> forwarded(Optional<NotificationFact> present, NotificationFact draft, Act act) {
        Decision<NotificationFact> drafted = NotificationDecisions.draft(present, draft);
        return drafted instanceof Decision.Become<NotificationFact>(NotificationFact fact) && fact.equals(draft)
                ? then(
                        NotificationDecisions.submit(Optional.of(draft), act),
                        submitted -> NotificationDecisions.forward(Optional.of(submitted), act, law(draft, true)))
                : drafted;
    }

    private interface Next {
        Decision<NotificationFact> of(NotificationFact notification);
    }

    private static Decision<NotificationFact> then(Decision<NotificationFact> first, Next next) {
        return first instanceof Decision.Become<NotificationFact>(NotificationFact fact) ? next.of(fact) : first;
    }

    /** The law under which it is forwarded today: declared waivers are limits of the transit State. */
    private Forwarding law(NotificationFact notification, boolean consents) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Set<CountryCode> waiving = notification.transitCountries().stream()
                .filter(country -> limits.inForce(country.value(), "transit-silence", today)
                        .filter(limit -> limit.effect().equals(PRESUMED_CONSENT))
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
        return new Forwarding(waiving, agreement(notification), consents);
    }

    private @Nullable AgreementFact agreement(NotificationFact notification) {
        String id = notification.agreement();
        return id == null
                ? null
                : records.find(RecordKind.AGREEMENT, id).map(Revised::fact).orElse(null);
    }

    /** A State's answer. */
    Response decide(NotificationFact notification, CountryCode deciding, Form form, HttpHeaders headers) {
        CountryCode country = form.required("country", CountryCode::of);
        DecisionState decision = form.required("decision", NotificationCalls::decision);
        LocalDate on = form.optional("on", Form::day);
        LocalDate receivedOn = form.optional("receivedOn", Form::day);
        LocalDate validFrom = form.optional("validFrom", Form::day);
        LocalDate validUntil = form.optional("validUntil", Form::day);
        List<String> conditions = form.list("conditions", BaselForms.MOST, Form::notBlank);
        String reason = form.words("reason");
        Boolean isWaived = form.yes("writtenConsentWaived");
        Boolean needsGuarantee = form.yes("guaranteeRequired");
        Boolean confirmsContract = form.yes("contractConfirmed");
        form.inOrder(validFrom, "validUntil", validUntil);
        form.inOrder(receivedOn, "on", on);
        if (decision == DecisionState.CONSENTED && !conditions.isEmpty()) {
            form.impossible("conditions", "belong to the decision with-conditions");
        }
        if (decision == DecisionState.WITH_CONDITIONS && conditions.isEmpty()) {
            form.impossible("conditions", "must be named");
        }
        if ((decision == DecisionState.OBJECTED || decision == DecisionState.INFORMATION_ASKED) && reason == null) {
            form.impossible("reason", "must say why, or what is asked");
        }
        if (Boolean.TRUE.equals(isWaived) && !notification.transitCountries().contains(deciding)) {
            form.impossible("writtenConsentWaived", "only a State of transit can waive written consent");
        }
        Answer answer = form.finish(() -> new Answer(
                country,
                decision,
                on,
                receivedOn,
                validFrom,
                validUntil,
                conditions,
                isWaived,
                needsGuarantee,
                !Boolean.FALSE.equals(confirmsContract),
                reason));
        return Answers.written(notifications.write(
                Notifications.name(notification),
                seen.writing(headers, reason),
                (present, act) -> StateAnswers.answer(present, act, answer)));
    }

    private static DecisionState decision(String text) {
        return DecisionState.of(
                Form.oneOf("acknowledged", "information-asked", "consented", "with-conditions", "objected")
                        .apply(text));
    }

    /** A move, by its label. */
    Response move(NotificationFact notification, String move, @Nullable JsonNode body, HttpHeaders headers) {
        Form form = Form.of(body == null ? JsonNodeFactory.instance.objectNode() : body);
        return switch (move) {
            case "submit" -> write(notification, form, headers, NotificationDecisions::submit);
            case "forward" -> {
                boolean consents = !Boolean.FALSE.equals(form.yes("consents"));
                yield write(
                        notification,
                        form,
                        headers,
                        (present, act) -> NotificationDecisions.forward(present, act, law(notification, consents)));
            }
            case "agree-change" -> write(notification, form, headers, Changes::agree);
            case "complete" ->
                write(
                        notification,
                        form,
                        headers,
                        (present, act) -> NotificationDecisions.complete(
                                present, act, same -> ShipmentDecisions.open(notifications.shipments(same))));
            case "contract" -> {
                Securities.Paper paper = paper(form);
                yield write(notification, form, headers, (present, act) -> Securities.contract(present, act, paper));
            }
            case "guarantee" -> {
                Securities.Paper paper = paper(form);
                yield write(notification, form, headers, (present, act) -> Securities.guarantee(present, act, paper));
            }
            case "request-change" -> requestChange(notification, form, headers);
            case "reply" -> {
                CountryCode asking = form.required("country", CountryCode::of);
                yield explained(
                        notification,
                        form,
                        headers,
                        (present, act, words) -> StateAnswers.reply(present, act, asking, words));
            }
            case "withdraw-consent" -> {
                LocalDate on = form.optional("on", Form::day);
                yield explained(
                        notification,
                        form,
                        headers,
                        (present, act, words) -> StateAnswers.withdrawConsent(present, act, on, words));
            }
            case "not-forward" -> explained(notification, form, headers, NotificationDecisions::notForward);
            case "suspend" -> explained(notification, form, headers, NotificationDecisions::suspend);
            case "resume" -> explained(notification, form, headers, NotificationDecisions::resume);
            case "withdraw" -> explained(notification, form, headers, NotificationDecisions::withdraw);
            case "refuse-change" -> explained(notification, form, headers, Changes::refuse);
            case "drop-change" -> explained(notification, form, headers, Changes::drop);
            default -> throw Answers.notFound();
        };
    }

    private static Securities.Paper paper(Form form) {
        String reference = form.optional("reference", Form::notBlank);
        LocalDate confirmedOn = form.optional("confirmedOn", Form::day);
        boolean isConfirmed = Boolean.TRUE.equals(form.yes("confirmed")) || confirmedOn != null;
        if (reference == null && !isConfirmed && form.isGoodSoFar()) {
            form.impossible("reference", "must be given, or confirmed must be true");
        }
        return new Securities.Paper(reference, isConfirmed, confirmedOn);
    }

    private Response requestChange(NotificationFact notification, Form form, HttpHeaders headers) {
        Mass mass = form.optionalMass("totalMassKg");
        Integer shipments = form.whole("shipments", 1, MOST_SHIPMENTS);
        LocalDate until = form.optional("periodUntil", Form::day);
        List<TraderId> carriers = form.list("carriers", BaselForms.MOST, TraderId::of);
        List<LocationCode> offices = form.list("offices", BaselForms.MOST, LocationCode::of);
        int most = Terms.mostMonths(notification.preConsented(), agreement(notification));
        if (until != null && !Terms.isWithin(most, notification.periodFrom(), until)) {
            form.impossible("periodUntil", "must be within " + most + " months of " + notification.periodFrom());
        }
        form.inOrder(notification.periodFrom(), "periodUntil", until);
        if (notification.kind().equals("single") && shipments != null && shipments > 1) {
            form.impossible("shipments", "must be 1 under a notification of a single shipment");
        }
        if (form.isGoodSoFar()
                && mass == null
                && shipments == null
                && until == null
                && carriers.isEmpty()
                && offices.isEmpty()) {
            form.impossible("", "must say what is to change");
        }
        return explained(
                notification,
                form,
                headers,
                (present, act, words) -> Changes.request(
                        present,
                        act,
                        new NotificationChange(
                                act.today(), words, mass, shipments, until, carriers, offices, List.of())));
    }

    private interface Explained {
        Decision<NotificationFact> of(Optional<NotificationFact> present, Act act, String words);
    }

    /** A move for which a reason is asked. */
    private Response explained(NotificationFact notification, Form form, HttpHeaders headers, Explained decide) {
        String reason = form.requiredWords("reason");
        String words = form.finish(() -> reason);
        return Answers.written(notifications.write(
                Notifications.name(notification),
                seen.writing(headers, words),
                (present, act) -> decide.of(present, act, words)));
    }

    /** A move for which a reason may be given. */
    private Response write(
            NotificationFact notification,
            Form form,
            HttpHeaders headers,
            Notifications.Deciding<NotificationFact> decide) {
        String reason = form.words("reason");
        return form.finish(() -> Answers.written(
                notifications.write(Notifications.name(notification), seen.writing(headers, reason), decide)));
    }

    /** What the traders of a notification are called in the registers of their States. */
    Names names(NotificationFact notification) {
        return (country, trader) -> traders.find(country, trader)
                .map(Revised::fact)
                .map(TraderFact::name)
                .orElse("");
    }
}
