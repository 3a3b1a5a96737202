package org.skypatch.tracking.history;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.tracking.movement.ReferenceKey;

/** What a list of movements is narrowed by; every filter given must hold. */
public final class MovementFilter {

    @QueryParam("country")
    @Parameter(description = "in any role")
    @Nullable
    String country;

    @QueryParam("dispatch")
    @Nullable
    String dispatch;

    @QueryParam("destination")
    @Nullable
    String destination;

    @QueryParam("transit")
    @Nullable
    String transit;

    @QueryParam("commodity")
    @Nullable
    String commodity;

    @QueryParam("group")
    @Parameter(description = "Montreal group such as C-I, or F for both groups of it")
    @Nullable
    String group;

    @QueryParam("status")
    @Nullable
    String status;

    @QueryParam("finding")
    @Parameter(description = "a rule of which a finding is open")
    @Nullable
    String finding;

    @QueryParam("from")
    @Parameter(description = "started then or later: a date (UTC) or a time with offset")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "started before: a date (UTC, included) or a time with offset")
    @Nullable
    String to;

    @QueryParam("trader")
    @Nullable
    String trader;

    @QueryParam("licence")
    @Parameter(description = "written <issuer>/<number>")
    @Nullable
    String licence;

    @QueryParam("container")
    @Nullable
    String container;

    @QueryParam("reference")
    @Parameter(description = "any reference; a shipment of a notification is written PH 0000 000012/3")
    @Nullable
    String reference;

    @QueryParam("text")
    @Parameter(description = "in names of traders and remarks")
    @Nullable
    String text;

    /** The filters given that ask for something that only readers with nominal sight may see, by name. */
    List<String> nominal() {
        Map<String, @Nullable String> given = new LinkedHashMap<>();
        given.put("trader", trader);
        given.put("licence", licence);
        given.put("container", container);
        given.put("reference", reference);
        given.put("text", text);
        given.values().removeIf(Objects::isNull);
        return List.copyOf(given.keySet());
    }

    /** A condition on the table {@code movement m}, with its values. */
    record Condition(String sql, List<Object> values) {}

    /**
     * @param reader what it may not know of, it does not find
     */
    List<Condition> conditions(Sight reader) {
        List<Condition> conditions = new ArrayList<>();
        equal(conditions, "m.dispatch = ?", dispatch);
        equal(conditions, "m.destination = ?", destination);
        equal(conditions, "? = any(m.transit)", transit);
        equal(conditions, "? = any(m.commodities)", commodity);
        equal(conditions, "m.status = ?", status);
        equal(conditions, "? = any(m.traders)", trader);
        equal(
                conditions,
                "exists (select from movement_audience c where c.movement_id = m.id and c.audience = ?"
                        + " and not c.released)",
                country);
        if (finding != null) {
            conditions.add(new Condition(
                    "exists (select from finding f where f.movement_id = m.id and f.rule = ? and f.cleared_at is null"
                            + " and (f.only_for is null or ? = any(string_to_array(f.only_for, ' '))))",
                    List.of(
                            finding,
                            reader instanceof Sight.OfCountry own
                                    ? own.country().value()
                                    : "")));
        }
        if (group != null) {
            conditions.add(new Condition(
                    "exists (select from unnest(m.groups) g where g = ? or starts_with(g, ?))",
                    List.of(group, group + "-")));
        }
        if (from != null) {
            conditions.add(new Condition("m.started_at >= ?", List.of(time("from", from, 0))));
        }
        if (to != null) {
            conditions.add(new Condition("m.started_at < ?", List.of(time("to", to, 1))));
        }
        if (text != null) {
            conditions.add(new Condition(
                    "position(? in m.search_text) > 0", List.of(text.toLowerCase(java.util.Locale.ROOT))));
        }
        byReference(conditions, "r.kind = 'LICENCE' and r.value = ?", licence);
        byReference(conditions, "r.kind = 'CONTAINER' and substr(r.value, 4) = ?", container);
        byReference(
                conditions,
                "r.kind in ('UCR', 'SHIPMENT', 'TRANSPORT_DOCUMENT', 'EXPORT_DECLARATION', 'IMPORT_DECLARATION')"
                        + " and substr(r.value, 4) = ?",
                reference);
        return conditions;
    }

    private static void equal(List<Condition> conditions, String sql, @Nullable String value) {
        if (value != null) {
            conditions.add(new Condition(sql, List.of(value)));
        }
    }

    private static void byReference(List<Condition> conditions, String which, @Nullable String written) {
        if (written != null) {
            conditions.add(new Condition(
                    "m.id in (select e.movement_id from event_reference r"
                            + " join movement_event e on e.event_id = r.event_id where " + which + ")",
                    List.of(ReferenceKey.folded(written))));
        }
    }

    private static OffsetDateTime time(String field, String text, int daysAfterADate) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(daysAfterADate)
                            .atStartOfDay()
                            .atOffset(ZoneOffset.UTC)
                    : Instant.from(OffsetDateTime.parse(text)).atOffset(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    EdgeProblem.MALFORMED,
                    "no such time",
                    List.of(new FieldProblem("/" + field, "must be a date or a time with offset")));
        }
    }
}
