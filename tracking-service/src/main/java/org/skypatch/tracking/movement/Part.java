package org.skypatch.tracking.movement;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.customs.Route;
import org.skypatch.contracts.customs.Traders;
import org.skypatch.contracts.trade.CountryCode;

/** What part a trader has in a consignment. */
public enum Part {
    EXPORTER("exporter", Traders::exporter, Route::dispatch),
    IMPORTER("importer", Traders::importer, Route::destination),
    CARRIER("carrier", Traders::carrier, route -> null),
    GENERATOR("generator", Traders::generator, Route::dispatch),
    FACILITY("facility", Traders::facility, Route::destination);

    private final String label;
    private final Function<Traders, @Nullable NamedTrader> named;
    private final Function<Route, @Nullable CountryCode> home;

    Part(String label, Function<Traders, @Nullable NamedTrader> named, Function<Route, @Nullable CountryCode> home) {
        this.label = label;
        this.named = named;
        this.home = home;
    }

    /** How the registry writes it as a role. */
    public String label() {
        return label;
    }

    /** Who has this part, if a report names it. */
    public Optional<NamedTrader> in(Traders traders) {
        return Optional.ofNullable(named.apply(traders));
    }

    /** In whose register the trader is looked for: its declared country, else the end of the route where the part is played. */
    public Optional<CountryCode> country(NamedTrader trader, Route route) {
        return Optional.ofNullable(trader.country() == null ? home.apply(route) : trader.country());
    }
}
