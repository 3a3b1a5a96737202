package org.skypatch.tracking.movement;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.customs.Route;
import org.skypatch.tracking.movement.ReferenceKey.Kind;

/** What is tied together, or kept apart, by hand: an input of {@link Correlation}. */
public final class ManualLinks {

    /** Nothing was said by hand. */
    public static final ManualLinks NONE = new ManualLinks(List.of());

    private final List<ManualLink> apart;
    private final Map<UUID, Set<ManualLink>> tied = new HashMap<>();

    private ManualLinks(Collection<ManualLink> links) {
        this.apart = links.stream()
                .filter(link -> link.state() == ManualLink.State.REFUSED)
                .toList();
        links.stream().filter(link -> link.state() == ManualLink.State.AGREED).forEach(link -> {
            tied.computeIfAbsent(link.one(), none -> new HashSet<>()).add(link);
            tied.computeIfAbsent(link.other(), none -> new HashSet<>()).add(link);
        });
    }

    /** What these statements come to. */
    public static ManualLinks of(Collection<LinkStatement> statements) {
        return statements.isEmpty()
                ? NONE
                : new ManualLinks(ManualLink.of(statements).values());
    }

    /** The events that are tied to this one. */
    public Set<UUID> tiedTo(UUID event) {
        return tied.getOrDefault(event, Set.of()).stream()
                .flatMap(link -> link.otherEnd(event).stream())
                .collect(Collectors.toSet());
    }

    /** The keys of the event, with one for each tie: that counts first, and as a decisive one. */
    Set<ReferenceKey> keys(RecordedEvent event) {
        return keys(event, "");
    }

    /**
     * The same of a departure: ties make two departures one only if they went the same way, so that nobody's destination is
     * exchanged by hand.
     */
    Set<ReferenceKey> keysOfDeparture(RecordedEvent event) {
        Route route = event.event().route();
        return keys(event, "/" + route.dispatch() + "/" + route.destination());
    }

    private Set<ReferenceKey> keys(RecordedEvent event, String way) {
        Set<ReferenceKey> keys = ReferenceKey.of(event);
        Set<ManualLink> own = tied.get(event.id());
        if (own != null) {
            keys = new TreeSet<>(keys);
            for (ManualLink link : own) {
                keys.add(new ReferenceKey(Kind.LINK, link.one() + "/" + link.other() + way));
            }
        }
        return keys;
    }

    /** Whether one of the sides says that these do not belong together: likeness does not join them then. */
    boolean keepApart(List<RecordedEvent> left, List<RecordedEvent> arrived) {
        return apart.stream()
                .anyMatch(link -> has(left, link.one()) && has(arrived, link.other())
                        || has(left, link.other()) && has(arrived, link.one()));
    }

    private static boolean has(List<RecordedEvent> events, UUID id) {
        return events.stream().anyMatch(event -> event.id().equals(id));
    }
}
