package org.skypatch.tracking.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.DeclaredAs;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.customs.Handling;
import org.skypatch.contracts.customs.Illegality;
import org.skypatch.contracts.customs.MonetaryValue;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.customs.Packages;
import org.skypatch.contracts.customs.References;
import org.skypatch.contracts.customs.Route;
import org.skypatch.contracts.customs.Seizure;
import org.skypatch.contracts.customs.Traders;
import org.skypatch.contracts.customs.Transport;
import org.skypatch.contracts.customs.TransportMode;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.ContainerNumber;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.contracts.trade.WasteCode;

/**
 * Reads a customs event out of JSON. Refused is only what cannot be read or attributed; everything odd besides is kept and
 * becomes a warning or a finding.
 */
final class EventReader {

    private static final int NUMBER = 200;
    private static final int NAME = 500;
    private static final int PROSE = 10_000;
    private static final Duration AHEAD = Duration.ofHours(24);

    private final AdministrationId reporter;
    private final Instant now;
    private final Duration ahead;

    /**
     * @param caller who reports
     * @param now the business time: nothing may have happened more than 24 hours after it
     */
    EventReader(Caller caller, Instant now) {
        this(caller.administration(), now, AHEAD);
    }

    /**
     * Reads what may be planned.
     *
     * @param reporter who would report
     * @param ahead how far in the future it may happen, in whole hours
     */
    EventReader(AdministrationId reporter, Instant now, Duration ahead) {
        this.reporter = reporter;
        this.now = now;
        this.ahead = ahead;
    }

    /**
     * What was read.
     *
     * @param eventId as far as it could be read
     * @param event none if there are problems
     */
    record Reading(@Nullable String eventId, @Nullable CustomsEvent event, List<FieldProblem> problems) {}

    Reading read(JsonNode node) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!node.isObject()) {
            return new Reading(null, null, List.of(new FieldProblem("", "must be a customs event: an object")));
        }
        UnwritableText.find(node, "", problems);
        Fields fields = Fields.of(node, problems);
        String eventId = fields.required("eventId", NUMBER, EventReader::nonBlank);
        CustomsEvent event = event(fields, eventId);
        return new Reading(eventId, problems.isEmpty() ? event : null, problems);
    }

    private static String nonBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
        return text;
    }

    private @Nullable CustomsEvent event(Fields fields, @Nullable String eventId) {
        CustomsEventType type = fields.required("type", 64, CustomsEventType::of);
        OffsetDateTime occurredAt = occurredAt(fields);
        AdministrationId reportedBy = reportedBy(fields);
        References references = references(fields.object("references"));
        if (type != null && type.isCorrection() && references.corrects() == null) {
            fields.problem("references", "must name in corrects the event that is amended or cancelled");
        }
        Route route = route(fields);
        Instant filingLimit = now.plus(AHEAD);
        OffsetDateTime filedAt = fields.time("filedAt");
        if (filedAt != null && filedAt.toInstant().isAfter(filingLimit)) {
            fields.problem("filedAt", "must not be more than 24 hours in the future");
        }
        List<LicenceNumber> licences = fields.objects("licences", EventReader::licence);
        Traders traders = traders(fields.object("traders"));
        if (!fields.has("goods")) {
            fields.problem("goods", "is required");
        }
        List<Goods> goods = fields.objects("goods", EventReader::goods);
        Boolean isFinal = fields.bool("final");
        String reason = fields.text("reason", PROSE);
        Illegality illegality = illegality(fields.object("illegality"));
        Seizure seizure = seizure(fields.object("seizure"));
        Transport transport = transport(fields.object("transport"), route);
        Handling handling = fields.text("handling", 16, Handling::of);
        String remarks = fields.text("remarks", PROSE);
        fields.rememberUnknown();
        if (eventId == null || type == null || occurredAt == null || reportedBy == null || route == null) {
            return null;
        }
        return new CustomsEvent(
                eventId,
                type,
                occurredAt,
                reportedBy,
                references,
                filedAt,
                licences,
                route,
                traders,
                goods,
                isFinal,
                reason,
                illegality,
                seizure,
                transport,
                handling,
                remarks,
                fields.unknown());
    }

    private @Nullable OffsetDateTime occurredAt(Fields fields) {
        if (!fields.has("occurredAt")) {
            fields.problem("occurredAt", "is required");
            return null;
        }
        OffsetDateTime occurredAt = fields.time("occurredAt");
        if (occurredAt != null && occurredAt.toInstant().isAfter(now.plus(ahead))) {
            fields.problem("occurredAt", "must not be more than " + ahead.toHours() + " hours in the future");
        }
        return occurredAt;
    }

    private AdministrationId reportedBy(Fields fields) {
        String sent = fields.text("reportedBy", NUMBER);
        if (sent != null && !sent.equals(reporter.value())) {
            fields.problem("reportedBy", "must be the caller's own administration, " + reporter);
        }
        return reporter;
    }

    private static References references(Fields fields) {
        References references = new References(
                reference(fields, "ucr"),
                reference(fields, "exportDeclaration"),
                reference(fields, "importDeclaration"),
                reference(fields, "transportDocument"),
                reference(fields, "notification"),
                fields.integer("shipmentSerial", 0),
                reference(fields, "previousMovement"),
                reference(fields, "corrects"));
        fields.rememberUnknown();
        return references;
    }

    /** A blank reference is none. */
    private static @Nullable String reference(Fields fields, String field) {
        String text = fields.text(field, NUMBER);
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable LicenceNumber licence(Fields fields) {
        String number = fields.required("number", NUMBER, EventReader::nonBlank);
        CountryCode issuedBy = fields.required("issuedBy", 8, CountryCode::of);
        return number == null || issuedBy == null ? null : new LicenceNumber(issuedBy, number);
    }

    private static @Nullable Route route(Fields event) {
        if (!event.has("route")) {
            event.problem("route", "is required");
            return null;
        }
        Fields fields = event.object("route");
        if (!fields.isPresent()) {
            return null;
        }
        CountryCode origin = fields.text("origin", 8, CountryCode::of);
        CountryCode dispatch = fields.required("dispatch", 8, CountryCode::of);
        CountryCode destination = fields.required("destination", 8, CountryCode::of);
        List<CountryCode> transit = fields.texts("transit", CountryCode::of);
        LocationCode exitOffice = fields.text("exitOffice", NUMBER, LocationCode::of);
        LocationCode entryOffice = fields.text("entryOffice", NUMBER, LocationCode::of);
        fields.rememberUnknown();
        return dispatch == null || destination == null
                ? null
                : new Route(origin, dispatch, transit, destination, exitOffice, entryOffice);
    }

    private static Traders traders(Fields fields) {
        Traders traders = new Traders(
                trader(fields.object("exporter")),
                trader(fields.object("importer")),
                trader(fields.object("carrier")),
                trader(fields.object("generator")),
                trader(fields.object("facility")));
        fields.rememberUnknown();
        return traders;
    }

    private static @Nullable NamedTrader trader(Fields fields) {
        if (!fields.isPresent()) {
            return null;
        }
        NamedTrader trader = new NamedTrader(
                fields.text("id", NUMBER, TraderId::of),
                fields.text("name", NAME),
                fields.text("country", 8, CountryCode::of));
        fields.rememberUnknown();
        return trader;
    }

    private static @Nullable Goods goods(Fields fields) {
        if (!fields.has("netMassKg")) {
            fields.problem("netMassKg", "is required");
        }
        CommodityId commodity = fields.text("commodity", NUMBER, CommodityId::of);
        HsCode hsCode = fields.text("hsCode", NUMBER, HsCode::of);
        CasNumber casNumber = fields.text("casNumber", NUMBER, CasNumber::of);
        UnNumber unNumber = fields.text("unNumber", NUMBER, UnNumber::of);
        String description = fields.text("description", PROSE);
        String intendedUse = fields.text("intendedUse", NUMBER);
        String condition = fields.text("condition", NUMBER);
        String form = fields.text("form", NUMBER);
        List<WasteCode> wasteCodes = fields.texts("wasteCodes", WasteCode::of);
        String hazardousBy = fields.text("hazardousBy", NUMBER);
        String operation = fields.text("operation", NUMBER);
        Mass netMass = fields.mass("netMassKg");
        Mass accepted = fields.mass("acceptedMassKg");
        Mass rejected = fields.mass("rejectedMassKg");
        Packages packages = packages(fields.object("packages"));
        MonetaryValue value = value(fields.object("value"));
        DeclaredAs declaredAs = declaredAs(fields.object("declaredAs"));
        return netMass == null
                ? null
                : new Goods(
                        commodity,
                        hsCode,
                        casNumber,
                        unNumber,
                        description,
                        intendedUse,
                        condition,
                        form,
                        wasteCodes,
                        hazardousBy,
                        operation,
                        netMass,
                        accepted,
                        rejected,
                        packages,
                        value,
                        declaredAs);
    }

    private static @Nullable Packages packages(Fields fields) {
        return ifPresent(
                fields,
                present -> new Packages(
                        present.integer("count", 0),
                        present.text("kind", NUMBER),
                        present.mass("netMassEachKg"),
                        present.mass("grossMassKg")));
    }

    private static @Nullable MonetaryValue value(Fields fields) {
        if (!fields.isPresent()) {
            return null;
        }
        var amount = fields.decimal("amount");
        String currency = fields.required("currency", 3, EventReader::nonBlank);
        if (!fields.has("amount")) {
            fields.problem("amount", "is required");
        }
        fields.rememberUnknown();
        return amount == null || currency == null ? null : new MonetaryValue(amount, currency);
    }

    private static @Nullable DeclaredAs declaredAs(Fields fields) {
        return ifPresent(
                fields,
                present -> new DeclaredAs(
                        present.text("commodity", NUMBER, CommodityId::of),
                        present.text("hsCode", NUMBER, HsCode::of),
                        present.text("casNumber", NUMBER, CasNumber::of),
                        present.text("unNumber", NUMBER, UnNumber::of),
                        present.text("description", PROSE),
                        present.mass("netMassKg")));
    }

    private static @Nullable Illegality illegality(Fields fields) {
        return ifPresent(
                fields,
                present -> new Illegality(
                        present.text("conduct", NUMBER),
                        present.time("exportStateInformedAt"),
                        present.time("importStateAwareAt"),
                        present.time("secretariatInformedAt"),
                        present.text("agreedPeriod", NUMBER)));
    }

    private static @Nullable Seizure seizure(Fields fields) {
        return ifPresent(
                fields,
                present -> new Seizure(
                        present.text("legalBasis", PROSE),
                        present.text("concealment", PROSE),
                        present.text("action", PROSE)));
    }

    private static Transport transport(Fields fields, @Nullable Route route) {
        Transport transport = new Transport(
                fields.text("mode", 32, TransportMode::of),
                fields.texts("containers", ContainerNumber::of),
                fields.texts("seals", Function.identity()),
                fields.text("vesselImo", NUMBER),
                fields.text("voyage", NUMBER),
                fields.text("vehicle", NUMBER),
                fields.text("procedure", NUMBER),
                fields.text("expectedArrival", 64, text -> ExpectedArrival.read(text, route)));
        fields.rememberUnknown();
        return transport;
    }

    private static <T> @Nullable T ifPresent(Fields fields, Function<Fields, T> read) {
        if (!fields.isPresent()) {
            return null;
        }
        T value = read.apply(fields);
        fields.rememberUnknown();
        return value;
    }
}
