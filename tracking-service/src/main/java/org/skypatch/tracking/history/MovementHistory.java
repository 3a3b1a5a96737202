package org.skypatch.tracking.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Page;
import org.skypatch.tracking.movement.MovementOutline;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.register.Register;

/** Movements as callers may see them: visibility leads every query. */
@ApplicationScoped
public class MovementHistory {

    private static final String COLUMNS = "select m.id, m.status, m.outline, m.verdict, m.started_at";

    /** Leads every question: how the audience sees the movement, or that nothing is chosen by one. */
    private static final String AUDIENCE =
            ", a.nominal, a.released from movement m join movement_audience a on a.movement_id = m.id and a.audience = ?";

    private static final String NO_AUDIENCE = ", false, false from movement m";

    private static final String EVENTS = "select c.payload from movement_event e join event_key k on k.id = e.event_id"
            + " join customs_event c on c.id = k.id and c.recorded_at = k.recorded_at";

    private final Rows rows;
    private final Registers registers;
    private final BalanceSheet balances;
    private final ChainHistory chains;
    private final LikenessHistory likenesses;
    private final EnquiryHistory enquiries;
    private final LinkHistory links;
    private final ReleaseHistory releases;

    MovementHistory(
            Rows rows,
            Registers registers,
            BalanceSheet balances,
            ChainHistory chains,
            LikenessHistory likenesses,
            EnquiryHistory enquiries,
            LinkHistory links,
            ReleaseHistory releases) {
        this.rows = rows;
        this.registers = registers;
        this.balances = balances;
        this.chains = chains;
        this.likenesses = likenesses;
        this.enquiries = enquiries;
        this.links = links;
        this.releases = releases;
    }

    /** A movement as it is put down. */
    record Row(
            UUID id,
            String status,
            MovementOutline outline,
            Map<String, Object> verdict,
            OffsetDateTime at,
            boolean nominal,
            boolean released) {}

    /** A query with its values. */
    record Query(String sql, List<Object> values) {}

    /** A page of movements, newest first unless the oldest are asked for. */
    Page<MovementView> list(
            Reader reader,
            MovementFilter filter,
            boolean oldestFirst,
            int limit,
            @Nullable String cursor,
            Locale language) {
        Query query = query(reader, filter, oldestFirst, limit + 1, cursor);
        return rows.as(reader, () -> {
            List<Row> found = rows.list(query.sql(), query.values(), this::row);
            List<Row> page = found.subList(0, Math.min(limit, found.size()));
            String next = found.size() > limit
                    ? Cursor.write(page.getLast().at(), page.getLast().id())
                    : null;
            Map<UUID, List<Finding>> findings =
                    findings(page.stream().map(Row::id).toList());
            Set<UUID> seen = seenEvidence(findings, reader);
            return new Page<>(
                    page.stream()
                            .map(row -> MovementViews.view(
                                    row,
                                    findings.getOrDefault(row.id(), List.of()),
                                    seen,
                                    reader.sightOf(row.nominal()),
                                    null,
                                    language))
                            .toList(),
                    next);
        });
    }

    /** How a page is found: the audience leads. */
    static Query query(Reader reader, MovementFilter filter, boolean oldestFirst, int most, @Nullable String cursor) {
        StringBuilder sql = new StringBuilder(chosen(reader));
        List<Object> values = new ArrayList<>(reader.values());
        String at = "m.started_at";
        String id = "m.id";
        if (reader.chosenBy().isPresent()) {
            at = "a.started_at";
            id = "a.movement_id";
        }
        sql.append(" where true");
        if (reader.chosenBy().isPresent() && !filter.nominal().isEmpty()) {
            sql.append(" and a.nominal");
        }
        for (MovementFilter.Condition condition : filter.conditions(reader.sight())) {
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
        values.add(most);
        return new Query(sql.toString(), values);
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
                row.getObject(5, OffsetDateTime.class),
                row.getBoolean(6),
                row.getBoolean(7));
    }

    /** The movement, if the reader may see it. */
    Optional<MovementView> find(UUID id, Reader reader, Locale language) {
        Register register = registers.current();
        return rows.as(reader, () -> rows
                .list(
                        chosen(reader) + " where m.id = ?",
                        Stream.concat(reader.values().stream(), Stream.of(id)).toList(),
                        this::row)
                .stream()
                .findFirst()
                .map(row -> whole(row, reader, register, language)));
    }

    private MovementView whole(Row row, Reader reader, Register register, Locale language) {
        UUID id = row.id();
        Sight sight = reader.sightOf(row.nominal());
        Map<UUID, List<Finding>> findings = findings(List.of(id));
        return MovementViews.view(
                row,
                findings.getOrDefault(id, List.of()),
                seenEvidence(findings, reader),
                sight,
                new MovementViews.Whole(
                        events(id, reader, sight),
                        balances.drawnOnBy(id, reader.caller(), register),
                        chains.of(id, reader),
                        likenesses.joining(id).orElse(null),
                        likenesses.proposals(id, reader),
                        enquiries.about(id, row.outline().route(), reader, sight),
                        links.about(id, reader, sight),
                        releases.of(id, reader)),
                language);
    }

    private static String chosen(Reader reader) {
        return COLUMNS + (reader.chosenBy().isPresent() ? AUDIENCE : NO_AUDIENCE);
    }

    /** The movement that this one went into, if the reader may see that: its first event belongs there now. */
    Optional<UUID> mergedInto(UUID id, Reader reader) {
        return rows
                .as(
                        reader,
                        () -> rows.list(
                                "select e.movement_id from movement_event e where e.event_id = ?"
                                        + reader.mayFind("e.movement_id"),
                                of(id, reader),
                                row -> row.getObject(1, UUID.class)))
                .stream()
                .filter(movement -> !movement.equals(id))
                .findFirst();
    }

    private static List<Object> of(UUID id, Reader reader) {
        List<Object> values = new ArrayList<>(List.of(id));
        values.addAll(reader.values());
        return values;
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

    /** Which of the events that the findings rest on belong to their movements and may be seen. */
    private Set<UUID> seenEvidence(Map<UUID, List<Finding>> findings, Reader reader) {
        Set<UUID> evidence = findings.values().stream()
                .flatMap(List::stream)
                .flatMap(finding -> finding.evidence().stream())
                .collect(Collectors.toSet());
        if (evidence.isEmpty()) {
            return Set.of();
        }
        return rows
                .list(
                        EVENTS + " where e.event_id = any(?) and e.movement_id = any(?)",
                        List.of(evidence, findings.keySet()),
                        row -> rows.json(row.getBytes(1), RecordedEvent.class))
                .stream()
                .filter(event -> MovementViews.maySee(event, reader.caller()))
                .map(RecordedEvent::id)
                .collect(Collectors.toSet());
    }

    private List<EventView> events(UUID movement, Reader reader, Sight sight) {
        List<RecordedEvent> recorded = rows.list(
                EVENTS + " where e.movement_id = ?",
                List.of(movement),
                row -> rows.json(row.getBytes(1), RecordedEvent.class));
        return MovementViews.events(recorded, reader.caller(), sight);
    }
}
