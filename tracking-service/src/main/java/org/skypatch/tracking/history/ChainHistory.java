package org.skypatch.tracking.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What brought the goods in, and where they went on: a re-export names the movement, or the import declaration, that it
 * rests on. Only movements that the reader may see are shown, and nothing behind one that is not.
 */
@ApplicationScoped
class ChainHistory {

    /** Longer chains are cut: no lawful trade hands goods on so often. */
    private static final int MOST_STEPS = 20;

    /** A re-export speaks of its own country's import declarations and movements only: the value begins with it. */
    private static final String UPSTREAM = """
            with cited as (
                select distinct r.value from movement_event e
                join event_reference r on r.event_id = e.event_id and r.kind = 'PREVIOUS_MOVEMENT'
                where e.movement_id = any(?))
            select e.movement_id from cited c
            join event_reference i on i.kind = 'IMPORT_DECLARATION' and i.value = c.value
            join movement_event e on e.event_id = i.event_id
            union
            select e.movement_id from cited c
            join movement_event e on e.event_id = case
                when substr(c.value, 4) ~ '^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$' then cast(substr(c.value, 4) as uuid) end
            join movement m on m.id = e.movement_id and m.destination = substr(c.value, 1, 2)
            """;

    private static final String DOWNSTREAM = """
            select r2.movement_id from (
                select i.value from movement_event e
                join event_reference i on i.event_id = e.event_id and i.kind = 'IMPORT_DECLARATION'
                where e.movement_id = any(?)
                union
                select m.destination || '/' || upper(cast(e.event_id as text)) from movement_event e
                join movement m on m.id = e.movement_id where e.movement_id = any(?)) cited
            join event_reference r on r.kind = 'PREVIOUS_MOVEMENT' and r.value = cited.value
            join movement_event r2 on r2.event_id = r.event_id
            """;

    private final Rows rows;

    ChainHistory(Rows rows) {
        this.rows = rows;
    }

    /** The movements before and after one, the nearest first. */
    MovementView.Chain of(UUID movement, Reader reader) {
        return new MovementView.Chain(steps(movement, reader, UPSTREAM, 1), steps(movement, reader, DOWNSTREAM, 2));
    }

    private List<UUID> steps(UUID movement, Reader reader, String sql, int times) {
        Set<UUID> found = new LinkedHashSet<>(List.of(movement));
        List<UUID> frontier = List.of(movement);
        for (int step = 0; step < MOST_STEPS && !frontier.isEmpty(); step++) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                values.add(frontier);
            }
            List<UUID> next = rows.list(sql, values, row -> row.getObject(1, UUID.class));
            frontier = visible(next, reader).stream().filter(found::add).toList();
        }
        found.remove(movement);
        return List.copyOf(found);
    }

    private List<UUID> visible(Collection<UUID> movements, Reader reader) {
        if (movements.isEmpty() || reader.chosenBy().isEmpty()) {
            return movements.stream().distinct().sorted().toList();
        }
        return rows.list(
                "select distinct movement_id from movement_audience where movement_id = any(?) and audience = ?"
                        + " order by movement_id",
                List.of(movements, reader.audience()),
                row -> row.getObject(1, UUID.class));
    }
}
