package org.skypatch.tracking.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.skypatch.tracking.movement.Movement;

/** What releases come to: a pure function of them and of whom the movement concerns. */
public final class Releases {

    private Releases() {}

    /** Of what each Party said to each audience, the last. */
    public static Collection<Release> last(Collection<Release> releases) {
        Map<UUID, Release> last = new HashMap<>();
        releases.forEach(release -> last.merge(release.id(), release, (a, b) -> a.ordinal() > b.ordinal() ? a : b));
        return last.values();
    }

    /** Who besides may see the movement, and how much: what one of its Parties lets it see, the most if several do. */
    public static SortedMap<String, Extent> of(Movement movement, Collection<Release> releases) {
        SortedMap<String, Extent> seeing = new TreeMap<>();
        for (Release release : last(releases)) {
            boolean isOfIt = movement.audience().contains(release.party())
                    && movement.events().stream().anyMatch(event -> event.id().equals(release.event()));
            if (isOfIt && release.extent() != Extent.NOTHING) {
                seeing.merge(release.to(), release.extent(), (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        }
        return seeing;
    }
}
