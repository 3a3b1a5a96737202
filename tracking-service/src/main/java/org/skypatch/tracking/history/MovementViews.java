package org.skypatch.tracking.history;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.skypatch.tracking.enquiry.EnquiryView;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Likeness;
import org.skypatch.tracking.movement.MovementOutline;
import org.skypatch.tracking.release.Extent;

/** Puts together what a reader may read of a movement: names and numbers are left out for those who may not. */
final class MovementViews {

    private MovementViews() {}

    /** What is shown of a single movement besides. */
    record Whole(
            List<EventView> events,
            List<BalanceView> balances,
            MovementView.Chain chain,
            @Nullable Likeness likeness,
            List<MovementView.Proposal> proposals,
            List<EnquiryView> enquiries,
            List<MovementView.HandLink> links,
            List<MovementView.ReleaseView> releases) {}

    /** The events of a movement, as it happened. */
    static List<EventView> events(List<RecordedEvent> recorded, Caller caller, Sight sight) {
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
                        sight.isNominal() ? event.event() : MaskedReport.of(event.event())))
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
    static boolean maySee(RecordedEvent event, Caller caller) {
        return event.event().type() != CustomsEventType.SUSPICION_REPORTED
                || event.event().handling() == Handling.ALL
                || event.event().reportingCountry().equals(caller.actsFor());
    }

    /**
     * The movement for a reader of this sight.
     *
     * @param seen the events, of those that findings rest on, that the reader may see
     */
    static MovementView view(
            MovementHistory.Row row,
            List<Finding> findings,
            Set<UUID> seen,
            Sight sight,
            @Nullable Whole whole,
            Locale language) {
        boolean nominal = sight.isNominal();
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
                        .filter(finding -> finding.mayBeKnownTo(sight))
                        .map(finding -> FindingView.of(finding, language, sight, seen::contains))
                        .toList(),
                elements(row.verdict()),
                whole == null ? null : whole.balances(),
                whole == null ? null : whole.chain(),
                whole == null ? null : whole.likeness(),
                whole == null ? null : whole.proposals(),
                whole == null ? null : whole.enquiries(),
                whole == null ? null : whole.links(),
                whole == null ? null : whole.releases(),
                row.released() ? (row.nominal() ? Extent.WHOLE : Extent.NON_NOMINAL).label() : null);
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
