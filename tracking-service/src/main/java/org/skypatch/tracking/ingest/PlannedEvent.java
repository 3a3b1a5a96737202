package org.skypatch.tracking.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.trade.CountryCode;

/**
 * A customs event as somebody would report it. Whoever asks need not be who would report: an importing country may ask
 * about an export. If {@code reportedBy} does not say who it would be, it is the country that the type speaks of.
 */
final class PlannedEvent {

    private static final Duration AHEAD = Duration.ofDays(366);
    private static final String UNNAMED = "planned";

    private PlannedEvent() {}

    /** Reads it; the event id need not be given. */
    static EventReader.Reading read(JsonNode node, Caller caller, Instant now) {
        JsonNode whole = node;
        if (node instanceof ObjectNode given && !given.has("eventId")) {
            whole = given.deepCopy().put("eventId", UNNAMED);
        }
        EventReader.Reading reading = new EventReader(reporter(node, caller), now, AHEAD).read(whole);
        CustomsEvent event = reading.event();
        if (event == null) {
            return reading;
        }
        List<FieldProblem> problems = new ArrayList<>();
        if (event.type().isCorrection() || event.type() == CustomsEventType.SUSPICION_REPORTED) {
            problems.add(
                    new FieldProblem("/type", "must be what would happen to goods, not a correction or a suspicion"));
        }
        if (event.reportingCountry().filter(event.route().countries()::contains).isEmpty()) {
            problems.add(new FieldProblem(
                    "/reportedBy", "must be an administration of a country on the route, or not given"));
        }
        if (event.goods().isEmpty()) {
            problems.add(new FieldProblem("/goods", "must name what would be shipped"));
        }
        return problems.isEmpty() ? reading : new EventReader.Reading(event.eventId(), null, problems);
    }

    private static AdministrationId reporter(JsonNode node, Caller caller) {
        String sent = node.path("reportedBy").textValue();
        if (sent != null) {
            try {
                return AdministrationId.of(sent);
            } catch (IllegalArgumentException e) {
                // The reader says what is wrong with it.
                return caller.administration();
            }
        }
        return speaker(node)
                .filter(country -> !caller.actsFor().equals(Optional.of(country)))
                .map(country -> AdministrationId.of(country + "-customs"))
                .orElseGet(caller::administration);
    }

    /** The country of which the type speaks; of transit and the like whoever asks. */
    private static Optional<CountryCode> speaker(JsonNode node) {
        JsonNode route = node.path("route");
        return Optional.ofNullable(node.path("type").textValue())
                .flatMap(CustomsEventType::parse)
                .flatMap(type -> switch (type) {
                    case EXPORT_DECLARED, RE_EXPORT_DECLARED, SHIPMENT_ANNOUNCED, GOODS_RETURNED ->
                        country(route.path("dispatch").textValue());
                    case IMPORT_CONFIRMED, IMPORT_REFUSED, WASTE_RECEIVED, DISPOSAL_COMPLETED ->
                        country(route.path("destination").textValue());
                    case TRANSIT_ENTERED,
                            TRANSIT_LEFT,
                            GOODS_SEIZED,
                            SEIZURE_CLOSED,
                            BOND_ENTERED,
                            BOND_LEFT,
                            TRANSHIPPED,
                            GOODS_LOST,
                            GOODS_DESTROYED,
                            SUSPICION_REPORTED,
                            DECLARATION_AMENDED,
                            DECLARATION_CANCELLED -> Optional.empty();
                });
    }

    private static Optional<CountryCode> country(@Nullable String code) {
        return code == null ? Optional.empty() : CountryCode.parse(code);
    }
}
