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
import org.skypatch.contracts.customs.Route;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.enquiry.Enquiry;
import org.skypatch.tracking.enquiry.EnquiryState;
import org.skypatch.tracking.enquiry.EnquiryView;
import org.skypatch.tracking.process.Enquiring;

/** Enquiries about movements, for who asked, who was asked, and the countries of dispatch and destination. */
@ApplicationScoped
public class EnquiryHistory {

    private final Rows rows;

    EnquiryHistory(Rows rows) {
        this.rows = rows;
    }

    /** Those about the movement that the reader may see, oldest first. */
    List<EnquiryView> about(UUID movement, Route route, Reader reader, Sight sight) {
        Map<UUID, List<Enquiry.Answer>> answers = new HashMap<>();
        rows.list(
                "select a.enquiry_id, a.answer, a.answered_by, a.answered_at, a.words from movement_event m"
                        + " join enquiry e on e.event_id = m.event_id join enquiry_answer a on a.enquiry_id = e.id"
                        + " where m.movement_id = ? order by a.enquiry_id, a.ordinal",
                List.of(movement),
                row -> answers.computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>())
                        .add(new Enquiry.Answer(
                                EnquiryState.of(row.getString(2)),
                                AdministrationId.of(row.getString(3)),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getString(5))));
        return rows
                .list(
                        "select e.id, e.event_id, e.asked_by, e.asked_from, e.asked_to, e.asked_at, e.due_at, e.words"
                                + " from movement_event m join enquiry e on e.event_id = m.event_id"
                                + " where m.movement_id = ? order by e.asked_at, e.id",
                        List.of(movement),
                        row -> new Enquiry(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3) == null ? null : AdministrationId.of(row.getString(3)),
                                row.getString(4),
                                CountryCode.of(row.getString(5)),
                                row.getObject(6, OffsetDateTime.class).toInstant(),
                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                row.getString(8),
                                answers.getOrDefault(row.getObject(1, UUID.class), List.of())))
                .stream()
                .filter(enquiry -> Enquiring.isSeenBy(enquiry, route.dispatch(), route.destination(), reader.caller()))
                .map(enquiry -> EnquiryView.of(enquiry, sight.isNominal()))
                .toList();
    }
}
