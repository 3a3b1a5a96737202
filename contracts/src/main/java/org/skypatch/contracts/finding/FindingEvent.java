package org.skypatch.contracts.finding;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/**
 * What tracking tells on {@code findings}; the record key of the topic is the movement, so that what is said of one
 * movement keeps its order. {@code id} is the same at every repetition of the same news.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FindingEvent.FindingRaised.class, name = "finding-raised"),
    @JsonSubTypes.Type(value = FindingEvent.FindingChanged.class, name = "finding-changed"),
    @JsonSubTypes.Type(value = FindingEvent.FindingCleared.class, name = "finding-cleared"),
    @JsonSubTypes.Type(value = FindingEvent.DepartureNotified.class, name = "departure-notice")
})
public sealed interface FindingEvent {

    /** Name-based: a repetition carries the same id. */
    UUID id();

    /** When it came about, by the business clock. */
    Instant at();

    MovementSummary movement();

    NominalDetail nominal();

    Audience audience();

    /** A finding opened. */
    record FindingRaised(
            UUID id, Instant at, Finding finding, MovementSummary movement, NominalDetail nominal, Audience audience)
            implements FindingEvent {}

    /** An open finding changed: its severity rose from amber to red, its values or its audience moved. */
    record FindingChanged(
            UUID id, Instant at, Finding finding, MovementSummary movement, NominalDetail nominal, Audience audience)
            implements FindingEvent {}

    /** A finding no longer stands; whoever was told is told. */
    record FindingCleared(
            UUID id, Instant at, Finding finding, MovementSummary movement, NominalDetail nominal, Audience audience)
            implements FindingEvent {}

    /**
     * A controlled commodity left for the audience, which is destination and transit; not a finding. The core of Project
     * Sky-Hole-Patching: the administration that sees a consignment leave tells the next one.
     */
    record DepartureNotified(UUID id, Instant at, MovementSummary movement, NominalDetail nominal, Audience audience)
            implements FindingEvent {}
}
