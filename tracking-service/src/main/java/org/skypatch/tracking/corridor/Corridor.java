package org.skypatch.tracking.corridor;

import java.util.Optional;
import org.skypatch.contracts.customs.TransportMode;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.Movement;

/** From where to where, and by what. */
public record Corridor(CountryCode from, CountryCode to, TransportMode mode) {

    /** That of a movement whose departure says by what the goods travel. */
    public static Optional<Corridor> of(Movement movement) {
        return movement.departure()
                .flatMap(departure ->
                        Optional.ofNullable(departure.content().transport().mode()))
                .map(mode -> new Corridor(
                        movement.route().dispatch(), movement.route().destination(), mode));
    }
}
