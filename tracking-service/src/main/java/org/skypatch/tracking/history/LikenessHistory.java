package org.skypatch.tracking.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.skypatch.tracking.movement.Likeness;
import org.skypatch.tracking.movement.Likenesses;
import org.skypatch.tracking.movement.OpenEnd;

/** Why a movement was joined by likeness, and what else its open end could belong to. */
@ApplicationScoped
class LikenessHistory {

    private static final String JOINED = """
            select l.likeness from movement_link l where l.departure in
                (select d.event_id from movement_event d join movement_event a on a.movement_id = d.movement_id
                 where d.movement_id = ? and a.event_id = l.arrival)
            """;

    private static final String OWN_END = """
            select o.body from open_end o join movement_event e on e.event_id = o.part where e.movement_id = ?
            """;

    private static final String OTHER_ENDS = """
            select o.body, e.movement_id from open_end o join movement_event e on e.event_id = o.part
            where o.dispatch = ? and o.destination = ? and o.is_departure = ? and e.movement_id <> ?
              and o.mass_kg between ? and ? and o.at between cast(? as timestamptz) and cast(? as timestamptz)
            """;

    private static final int MOST_PROPOSALS = 10;

    private final Rows rows;

    LikenessHistory(Rows rows) {
        this.rows = rows;
    }

    private record Other(OpenEnd end, UUID movement) {}

    /** How alike the two parts of the movement are, if likeness alone joined them. */
    Optional<Likeness> joining(UUID movement) {
        return rows.list(JOINED, List.of(movement), row -> rows.json(row.getBytes(1), Likeness.class)).stream()
                .findFirst();
    }

    /** The movements that its open end could belong to, the likeliest first; those that the reader may see. */
    List<MovementView.Proposal> proposals(UUID movement, Reader reader) {
        List<OpenEnd> own = rows.list(OWN_END, List.of(movement), row -> rows.json(row.getBytes(1), OpenEnd.class));
        List<MovementView.Proposal> proposals = new ArrayList<>();
        if (own.size() == 1) {
            OpenEnd end = own.getFirst();
            List<Other> others = others(end, movement, reader);
            Likenesses.candidates(end, others.stream().map(Other::end).toList()).stream()
                    .limit(MOST_PROPOSALS)
                    .forEach(candidate -> others.stream()
                            .filter(other -> other.end().equals(candidate.end()))
                            .findFirst()
                            .ifPresent(other ->
                                    proposals.add(new MovementView.Proposal(other.movement(), candidate.likeness()))));
        }
        return proposals;
    }

    private List<Other> others(OpenEnd end, UUID movement, Reader reader) {
        List<Object> values = new ArrayList<>(List.of(
                end.dispatch().value(),
                end.destination().value(),
                !end.isDeparture(),
                movement,
                end.leastMass(),
                end.mostMass(),
                end.otherEndFrom().toString(),
                end.otherEndUntil().toString()));
        values.addAll(reader.values());
        return rows.list(
                OTHER_ENDS + reader.mayFind("e.movement_id"),
                values,
                row -> new Other(rows.json(row.getBytes(1), OpenEnd.class), row.getObject(2, UUID.class)));
    }
}
