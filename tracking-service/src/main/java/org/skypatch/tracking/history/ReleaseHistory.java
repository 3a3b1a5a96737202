package org.skypatch.tracking.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** To whom a movement was released, for its Parties. */
@ApplicationScoped
class ReleaseHistory {

    private final Rows rows;

    ReleaseHistory(Rows rows) {
        this.rows = rows;
    }

    /** Everything that was said of it, in order. */
    List<MovementView.ReleaseView> of(UUID movement, Reader reader) {
        return rows.list(
                "select r.id, r.released_to, r.extent, r.said_by, r.said_at, r.reason from movement_event e"
                        + " join release r on r.event_id = e.event_id join movement_audience a"
                        + " on a.movement_id = e.movement_id and a.audience = ? and not a.released"
                        + " where e.movement_id = ? and a.audience not like 'region:%'"
                        + " order by r.said_at, r.party, r.released_to, r.ordinal",
                List.of(reader.audience(), movement),
                row -> new MovementView.ReleaseView(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getString(6)));
    }
}
