package org.skypatch.tracking.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.Handling;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.Judgement;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Page;
import org.skypatch.tracking.enquiry.EnquiryView;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Likeness;
import org.skypatch.tracking.movement.MovementOutline;

/** Movements as callers may see them: visibility leads every query. */
@ApplicationScoped
public class MovementHistory {

    private static final String COLUMNS = "select m.id, m.status, m.outline, m.verdict, m.started_at from movement m";

    private final Rows rows;
    private final BalanceSheet balances;
    private final ChainHistory chains;
    private final LikenessHistory likenesses;
    private final EnquiryHistory enquiries;

    MovementHistory(
            Rows rows,
            BalanceSheet balances,
            ChainHistory chains,
            LikenessHistory likenesses,
            EnquiryHistory enquiries) {
        this.rows = rows;
        this.balances = balances;
        this.chains = chains;
        this.likenesses = likenesses;
        this.enquiries = enquiries;
    }

    private record Row(
            UUID id, String status, MovementOutline outline, Map<String, Object> verdict, OffsetDateTime at) {}

    /** The audience under which movements are found; empty for all, missing for none. */
    private static @Nullable Optional<String> audience(Sight sight) {
        return switch (sight) {
            case Sight.OfCountry(var country) -> Optional.of(country.value());
            case Sight.OfRegion(var region) -> Optional.of("region:" + region);
            case Sight.NonNominal() -> Optional.empty();
            case Sight.Nothing() -> null;
        };
    }

    /** A page of movements, newest first unless the oldest are asked for. */
    Page<MovementView> list(
            Caller caller,
            MovementFilter filter,
            boolean oldestFirst,
            int limit,
            @Nullable String cursor,
            Locale language) {
        Optional<String> audience = audience(caller.sight());
        if (audience == null) {
            return new Page<>(List.of(), null);
        }
        StringBuilder sql = new StringBuilder(COLUMNS);
        List<Object> values = new ArrayList<>();
        String at = "m.started_at";
        String id = "m.id";
        if (audience.isPresent()) {
            sql.append(" join movement_audience a on a.movement_id = m.id and a.audience = ?");
            values.add(audience.get());
            at = "a.started_at";
            id = "a.movement_id";
        }
        sql.append(" where true");
        for (MovementFilter.Condition condition : filter.conditions(caller.sight())) {
            sql.append(" and (").append(condition.sql()).append(')');
            values.addAll(condition.values());
        }
        if (cursor != null) {
            sql.append(" and (").append(at).append(", ").append(id).append(oldestFirst ? ") > (?, ?)" : ") < (?, ?)");
            values.addAll(position(cursor));
        }
        String direction = oldestFirst ? " asc" : " desc";
        sql.append(" order by ")
                .append(at)
                .append(direction)
                .append(", ")
                .append(id)
                .append(direction);
        sql.append(" limit ?");
        values.add(limit + 1);
        List<Row> found = rows.list(sql.toString(), values, this::row);
        List<Row> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? Cursor.write(page.getLast().at(), page.getLast().id())
                : null;
        Map<UUID, List<Finding>> findings = findings(page.stream().map(Row::id).toList());
        return new Page<>(
                page.stream()
                        .map(row -> view(row, findings.getOrDefault(row.id(), List.of()), caller, null, language))
                        .toList(),
                next);
    }

    private static List<Object> position(String cursor) {
        List<String> parts = Cursor.read(cursor, 2);
        try {
            return List.of(OffsetDateTime.parse(parts.get(0)), UUID.fromString(parts.get(1)));
        } catch (RuntimeException e) {
            throw Cursor.refused();
        }
    }

    private Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        @SuppressWarnings("unchecked")
        Map<String, Object> verdict = rows.json(row.getBytes(4), Map.class);
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                rows.json(row.getBytes(3), MovementOutline.class),
                verdict,
                row.getObject(5, OffsetDateTime.class));
    }

    /** The movement, if the caller may see it. */
    Optional<MovementView> find(UUID id, Caller caller, Locale language) {
        Optional<String> audience = audience(caller.sight());
        if (audience == null) {
            return Optional.empty();
        }
        String visible = audience.isPresent()
                ? " and exists (select from movement_audience a where a.movement_id = m.id and a.audience = ?)"
                : "";
        List<Object> values = new ArrayList<>(List.of(id));
        audience.ifPresent(values::add);
        return rows.list(COLUMNS + " where m.id = ?" + visible, values, this::row).stream()
                .findFirst()
                .map(row -> view(
                        row,
                        findings(List.of(id)).getOrDefault(id, List.of()),
                        caller,
                        new Whole(
                                events(id, caller),
                                balances.drawnOnBy(id, caller),
                                chains.of(id, audience),
                                likenesses.joining(id).orElse(null),
                                likenesses.proposals(id, audience),
                                enquiries.about(id, row.outline().route(), caller)),
                        language));
    }

    /** The movement that this one went into, if the caller may see that: its first event belongs there now. */
    Optional<UUID> mergedInto(UUID id, Caller caller) {
        Optional<String> audience = audience(caller.sight());
        if (audience == null) {
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>(List.of(id));
        audience.ifPresent(values::add);
        String visible = audience.isPresent()
                ? " and exists (select from movement_audience a where a.movement_id = e.movement_id and a.audience = ?)"
                : "";
        return rows
                .list(
                        "select e.movement_id from movement_event e where e.event_id = ?" + visible,
                        values,
                        row -> row.getObject(1, UUID.class))
                .stream()
                .filter(movement -> !movement.equals(id))
                .findFirst();
    }

    private Map<UUID, List<Finding>> findings(Collection<UUID> movements) {
        Map<UUID, List<Finding>> findings = new HashMap<>();
        if (!movements.isEmpty()) {
            rows.list(
                    "select movement_id, body from finding where movement_id = any(?) order by raised_at, id",
                    List.of(movements),
                    row -> findings.computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>())
                            .add(rows.json(row.getBytes(2), Finding.class)));
        }
        return findings;
    }

    private List<EventView> events(UUID movement, Caller caller) {
        List<RecordedEvent> recorded = rows.list(
                "select c.payload from movement_event e join event_key k on k.id = e.event_id"
                        + " join customs_event c on c.id = k.id and c.recorded_at = k.recorded_at"
                        + " where e.movement_id = ?",
                List.of(movement),
                row -> rows.json(row.getBytes(1), RecordedEvent.class));
        Map<UUID, Fact> facts = Fact.of(recorded).stream().collect(Collectors.toMap(Fact::id, fact -> fact));
        Set<UUID> amended = new HashSet<>();
        facts.values().stream()
                .filter(fact -> fact.content().type().isCorrection())
                .forEach(fact -> amended.add(fact.id()));
        return recorded.stream()
                .filter(event -> maySee(event, caller))
                .sorted(Comparator.comparing((RecordedEvent event) ->
                                event.event().occurredAt().toInstant())
                        .thenComparing(RecordedEvent::recordedAt)
                        .thenComparing(RecordedEvent::id))
                .map(event -> new EventView(
                        event.id(),
                        event.event().type().label(),
                        state(event, facts, amended),
                        event.event().occurredAt(),
                        event.recordedAt(),
                        event.event().reportedBy().value(),
                        caller.sight().isNominal() ? event.event() : null))
                .toList();
    }

    private static String state(RecordedEvent event, Map<UUID, Fact> facts, Set<UUID> amended) {
        if (event.event().type().isCorrection()) {
            return "applied";
        }
        if (!facts.containsKey(event.id())) {
            return "cancelled";
        }
        return amended.contains(event.id()) ? "superseded" : "applied";
    }

    /** A suspicion is seen by its reporter's country, unless it is handled openly. */
    private static boolean maySee(RecordedEvent event, Caller caller) {
        return event.event().type() != CustomsEventType.SUSPICION_REPORTED
                || event.event().handling() == Handling.ALL
                || event.event().reportingCountry().equals(caller.actsFor());
    }

    /** What is shown of a single movement besides. */
    private record Whole(
            List<EventView> events,
            List<BalanceView> balances,
            MovementView.Chain chain,
            @Nullable Likeness likeness,
            List<MovementView.Proposal> proposals,
            List<EnquiryView> enquiries) {}

    private static MovementView view(
            Row row, List<Finding> findings, Caller caller, @Nullable Whole whole, Locale language) {
        boolean nominal = caller.sight().isNominal();
        MovementOutline outline = row.outline();
        return new MovementView(
                row.id(),
                row.status(),
                outline.joined(),
                nominal ? outline.references() : null,
                outline.route(),
                outline.legs(),
                outline.commodities(),
                outline.groups(),
                outline.massKg(),
                nominal ? outline.traders() : null,
                nominal ? orNone(outline.licences()) : null,
                nominal ? orNone(outline.containers()) : null,
                outline.departedAt(),
                outline.arrivedAt(),
                whole == null ? null : whole.events(),
                findings.stream()
                        .filter(finding -> finding.mayBeKnownTo(caller.sight()))
                        .map(finding -> FindingView.of(finding, language, caller.sight()))
                        .toList(),
                elements(row.verdict()),
                whole == null ? null : whole.balances(),
                whole == null ? null : whole.chain(),
                whole == null ? null : whole.likeness(),
                whole == null ? null : whole.proposals(),
                whole == null ? null : whole.enquiries());
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** The six elements, each with its reasons, also where there are none. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> elements(Map<String, Object> verdict) {
        Map<String, Object> elements = new LinkedHashMap<>();
        Map<String, Map<String, Object>> kept =
                (Map<String, Map<String, Object>>) verdict.getOrDefault("elements", Map.of());
        for (TradeElement element : TradeElement.values()) {
            Map<String, Object> one = kept.getOrDefault(element.label(), Map.of());
            elements.put(
                    element.label(),
                    Map.of(
                            "judgement", one.getOrDefault("judgement", Judgement.UNKNOWN.label()),
                            "because", one.getOrDefault("because", List.of())));
        }
        return elements;
    }
}
