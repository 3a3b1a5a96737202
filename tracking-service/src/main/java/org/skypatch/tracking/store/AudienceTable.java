package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.Audience;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.process.TrackingRecords.Judgement;
import org.skypatch.tracking.register.Register;
import org.skypatch.tracking.release.Extent;
import org.skypatch.tracking.release.Release;
import org.skypatch.tracking.release.Releases;

/** Who sees movements: whom they concern, and whom their Parties let see them. */
final class AudienceTable {

    private static final String REGION = "region:";

    private final Connection connection;
    private final Register register;

    AudienceTable(Connection connection, Register register) {
        this.connection = connection;
        this.register = register;
    }

    /** One audience of one movement. */
    private record Seeing(String audience, Movement movement, boolean nominal, boolean released) {}

    void save(List<Judgement> judged) throws SQLException {
        Set<UUID> events = judged.stream()
                .flatMap(row -> row.movement().events().stream())
                .map(RecordedEvent::id)
                .collect(Collectors.toSet());
        List<Release> releases = new ReleaseTable(connection).about(events);
        List<Seeing> seeing = new ArrayList<>();
        judged.forEach(row -> seeing.addAll(seeing(row.movement(), releases)));
        try (Statement delete = new Statement(
                        connection,
                        "delete from movement_audience a where movement_id = any(?::uuid[]) and not exists"
                                + " (select from unnest(?::text[], ?::timestamptz[], ?::uuid[]) kept(audience, at, id)"
                                + " where kept.audience = a.audience and kept.at = a.started_at"
                                + " and kept.id = a.movement_id)")
                .column("uuid", judged, row -> row.movement().id())
                .column("text", seeing, Seeing::audience)
                .column("timestamptz", seeing, row -> timestamp(row.movement().startedAt()))
                .column("uuid", seeing, row -> row.movement().id())) {
            delete.update();
        }
        try (Statement insert = new Statement(
                        connection,
                        "insert into movement_audience as known (audience, started_at, movement_id, nominal, released)"
                                + " select * from unnest(?::text[], ?::timestamptz[], ?::uuid[], ?::boolean[], ?::boolean[])"
                                + " on conflict (audience, started_at, movement_id) do update"
                                + " set nominal = excluded.nominal, released = excluded.released"
                                + " where (known.nominal, known.released) <> (excluded.nominal, excluded.released)")
                .column("text", seeing, Seeing::audience)
                .column("timestamptz", seeing, row -> timestamp(row.movement().startedAt()))
                .column("uuid", seeing, row -> row.movement().id())
                .column("boolean", seeing, Seeing::nominal)
                .column("boolean", seeing, Seeing::released)) {
            insert.update();
        }
    }

    private Collection<Seeing> seeing(Movement movement, List<Release> releases) {
        Audience audience = register.audienceOf(movement.audience(), movement.lawfulDay());
        SortedMap<String, Seeing> seeing = new TreeMap<>();
        audience.countries()
                .forEach(country -> seeing.put(country.value(), new Seeing(country.value(), movement, true, false)));
        audience.regions()
                .forEach(region -> seeing.put(REGION + region, new Seeing(REGION + region, movement, false, false)));
        Releases.of(movement, releases).forEach((to, extent) -> {
            boolean isWhole = extent == Extent.WHOLE;
            Seeing known = seeing.get(to);
            if (known == null) {
                seeing.put(to, new Seeing(to, movement, isWhole, true));
            } else if (isWhole && !known.nominal()) {
                seeing.put(to, new Seeing(to, movement, true, false));
            }
        });
        return seeing.values();
    }
}
