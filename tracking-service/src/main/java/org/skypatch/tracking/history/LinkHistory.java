package org.skypatch.tracking.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.LinkStatement;
import org.skypatch.tracking.movement.ManualLink;

/** What was said by hand of a movement and others, for those who see both ends. */
@ApplicationScoped
class LinkHistory {

    private static final String STATEMENTS = """
            select s.one, s.one_side, s.other, s.other_side, s.ordinal, s.together, s.voice, s.said_by, s.said_at, s.reason,
                far.movement_id
            from movement_event own
            join link_statement s on own.event_id in (s.one, s.other)
            join movement_event far
                on far.event_id = case when own.event_id = s.one then s.other else s.one end
            where own.movement_id = ?
            """;

    private final Rows rows;

    LinkHistory(Rows rows) {
        this.rows = rows;
    }

    private record Said(LinkStatement statement, UUID movement) {}

    /** The links of the movement, by their ids. */
    List<MovementView.HandLink> about(UUID movement, Reader reader, Sight sight) {
        List<Object> values = new ArrayList<>(List.of(movement));
        values.addAll(reader.values());
        List<Said> said = rows.list(
                STATEMENTS + reader.mayFind("far.movement_id"),
                values,
                row -> new Said(
                        new LinkStatement(
                                row.getObject(1, UUID.class),
                                CountryCode.of(row.getString(2)),
                                row.getObject(3, UUID.class),
                                CountryCode.of(row.getString(4)),
                                row.getInt(5),
                                row.getBoolean(6),
                                row.getString(7).equals("operator") ? null : CountryCode.of(row.getString(7)),
                                AdministrationId.of(row.getString(8)),
                                row.getObject(9, OffsetDateTime.class).toInstant(),
                                row.getString(10)),
                        row.getObject(11, UUID.class)));
        Map<UUID, UUID> movements = new HashMap<>();
        said.forEach(one -> movements.put(one.statement().link(), one.movement()));
        return ManualLink.of(said.stream().map(Said::statement).distinct().toList()).values().stream()
                .map(link -> new MovementView.HandLink(
                        link.id(),
                        movements.get(link.id()),
                        link.state().label(),
                        link.statements().stream()
                                .map(statement -> new MovementView.HandLink.Saying(
                                        statement.by().value(),
                                        statement.together(),
                                        statement.at(),
                                        sight.isNominal() ? statement.reason() : null))
                                .toList()))
                .toList();
    }
}
