package org.skypatch.tracking.movement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.customs.Traders;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.tracking.movement.Correlation.Consignment;
import org.skypatch.tracking.register.Catalogue;

/**
 * One end of a movement whose other end is not known: goods that left and were not seen again, or goods that arrived and
 * were not seen to leave. What is needed to tell whether two ends are alike, and nothing more.
 *
 * @param part the lowest id of the events that references tie together
 * @param isDeparture whether the goods left; else they arrived
 * @param at when they left or arrived
 * @param mass what left, or what was found
 * @param references the values of decisive references, by kind
 */
public record OpenEnd(
        UUID part,
        boolean isDeparture,
        CountryCode dispatch,
        CountryCode destination,
        Instant at,
        Mass mass,
        Set<CommodityId> commodities,
        Set<Convention> families,
        @Nullable NamedTrader exporter,
        @Nullable NamedTrader importer,
        @Nullable String mode,
        Map<String, Set<String>> references) {

    public OpenEnd {
        commodities = commodities == null ? Set.of() : Set.copyOf(commodities);
        families = families == null ? Set.of() : Set.copyOf(families);
        references = references == null ? Map.of() : Map.copyOf(references);
    }

    /** The open end that the events of one part make; none if both ends are known, or neither. */
    public static Optional<OpenEnd> of(List<RecordedEvent> part, Catalogue catalogue) {
        return MovementFolding.fold(new Consignment(part, Joined.DECISIVE, Set.of())).stream()
                .findFirst()
                .flatMap(movement -> of(part, movement, catalogue));
    }

    /** The open end that the movement of one part makes. */
    private static Optional<OpenEnd> of(List<RecordedEvent> part, Movement movement, Catalogue catalogue) {
        boolean isDeparture =
                switch (movement.status()) {
                    case UNDER_WAY, IN_TRANSIT, IN_BOND -> movement.departure().isPresent();
                    default -> false;
                };
        boolean isArrival = movement.status() == MovementStatus.ARRIVED_UNMATCHED;
        Set<Convention> families = movement.commodities(catalogue).stream()
                .flatMap(commodity -> catalogue.conventions(commodity).stream())
                .collect(Collectors.toSet());
        if (!isDeparture && !isArrival || families.isEmpty()) {
            return Optional.empty();
        }
        Collection<Mass> masses = (isDeparture ? movement.exported(catalogue) : movement.found(catalogue)).values();
        Fact telling = isDeparture
                ? movement.departure().orElseThrow()
                : movement.arrivals().getFirst();
        return Optional.of(new OpenEnd(
                lowest(part),
                isDeparture,
                movement.route().dispatch(),
                movement.route().destination(),
                telling.occurredAt(),
                masses.stream().reduce(Mass.ZERO, Mass::plus),
                new TreeSet<>(movement.commodities(catalogue)),
                families,
                trader(movement, Traders::exporter),
                trader(movement, Traders::importer),
                movement.first(fact -> fact.content().transport().mode())
                        .map(Object::toString)
                        .orElse(null),
                references(part)));
    }

    private static @Nullable NamedTrader trader(Movement movement, Function<Traders, @Nullable NamedTrader> which) {
        return movement.first(fact -> which.apply(fact.content().traders())).orElse(null);
    }

    private static Map<String, Set<String>> references(List<RecordedEvent> part) {
        Map<String, Set<String>> values = new HashMap<>();
        for (RecordedEvent event : part) {
            for (ReferenceKey key : ReferenceKey.of(event)) {
                if (key.kind().isDecisive() && key.kind() != ReferenceKey.Kind.CORRECTS) {
                    values.computeIfAbsent(key.kind().name(), none -> new TreeSet<>())
                            .add(key.value());
                }
            }
        }
        return values;
    }

    /** The open ends of a consignment: of each of its parts. */
    public static List<OpenEnd> of(Consignment consignment, List<Movement> folded, Catalogue catalogue) {
        if (consignment.parts().size() == 1) {
            return folded.stream()
                    .limit(1)
                    .flatMap(movement -> of(consignment.events(), movement, catalogue).stream())
                    .toList();
        }
        return consignment.parts().stream()
                .flatMap(part -> of(part, catalogue).stream())
                .toList();
    }

    /** The id by which a part is known. */
    static UUID lowest(List<RecordedEvent> part) {
        return part.stream().map(RecordedEvent::id).min(UUID::compareTo).orElseThrow();
    }

    /** The least mass that the other end may have; kilograms. */
    public BigDecimal leastMass() {
        return mass.kilograms().multiply(BigDecimal.ONE.subtract(Likenesses.MASS_TOLERANCE));
    }

    /** The most mass that the other end may have; kilograms. */
    public BigDecimal mostMass() {
        return mass.kilograms().divide(BigDecimal.ONE.subtract(Likenesses.MASS_TOLERANCE), MathContext.DECIMAL64);
    }

    /** From when on the other end may have been seen. */
    public Instant otherEndFrom() {
        return at.minus(isDeparture ? Correlation.BEFORE_DEPARTURE : Correlation.AFTER_DEPARTURE);
    }

    /** Until when the other end may have been seen. */
    public Instant otherEndUntil() {
        return at.plus(isDeparture ? Correlation.AFTER_DEPARTURE : Correlation.BEFORE_DEPARTURE);
    }

    /** Whether decisive references of one kind have different values at the two ends. */
    boolean contradicts(OpenEnd other) {
        return references.entrySet().stream().anyMatch(own -> {
            Set<String> theirs = other.references.get(own.getKey());
            return theirs != null && !theirs.equals(own.getValue());
        });
    }
}
