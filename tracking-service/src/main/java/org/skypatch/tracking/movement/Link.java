package org.skypatch.tracking.movement;

import java.util.UUID;

/**
 * What ties two consignments together beyond their references: that they are alike, with nothing else as like.
 *
 * @param departure the part that left, by the lowest id of its events
 * @param arrival the part that arrived, by the lowest id of its events
 * @param likeness how alike they are, and why
 */
public record Link(UUID departure, UUID arrival, Likeness likeness) implements Comparable<Link> {

    @Override
    public int compareTo(Link other) {
        int byDeparture = departure.compareTo(other.departure);
        return byDeparture != 0 ? byDeparture : arrival.compareTo(other.arrival);
    }
}
