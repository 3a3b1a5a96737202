package org.skypatch.tracking.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;
import org.skypatch.tracking.register.Catalogue;
import org.skypatch.tracking.register.Coverage;
import org.skypatch.tracking.register.Quotas;
import org.skypatch.tracking.register.Register;
import org.skypatch.tracking.register.Requirements;
import org.skypatch.tracking.register.Territories;

/** The register as last read; read again when the database says that it has changed. */
@ApplicationScoped
public class RegisterCache implements Registers {

    private static final String COMMON_KINDS =
            "('commodity', 'party', 'coverage', 'requirement', 'quota', 'territory', 'catalogue')";

    private record Cached(long generation, Register register) {}

    private final DataSource database;
    private final Json json;
    private final AtomicReference<Cached> cached = new AtomicReference<>(new Cached(-1, nothing()));

    RegisterCache(DataSource database, Json json) {
        this.database = database;
        this.json = json;
    }

    private static Register nothing() {
        return new Register(
                false,
                Catalogue.EMPTY,
                new Coverage(List.of()),
                new Requirements(List.of()),
                new Quotas(List.of()),
                new Territories(List.of()),
                Map.of());
    }

    @Override
    public Register current() {
        try (Connection connection = database.getConnection()) {
            return current(connection);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** The register that this connection's transaction sees. */
    Register current(Connection connection) throws SQLException {
        long generation;
        try (Statement select = new Statement(connection, "select generation from registry_generation")) {
            generation = select.list(row -> row.getLong(1)).getFirst();
        }
        Cached known = cached.get();
        if (known.generation() == generation) {
            return known.register();
        }
        Register read = read(connection);
        cached.accumulateAndGet(new Cached(generation, read), (a, b) -> a.generation() > b.generation() ? a : b);
        return read;
    }

    private Register read(Connection connection) throws SQLException {
        List<CommodityFact> commodities = new ArrayList<>();
        List<CoverageFact> coverage = new ArrayList<>();
        List<RequirementFact> requirements = new ArrayList<>();
        List<Quotas.Keyed> quotas = new ArrayList<>();
        List<TerritoryFact> territories = new ArrayList<>();
        Map<CountryCode, String> regions = new HashMap<>();
        int parties = 0;
        RegistryEvent.CatalogueRecorded closing = null;
        try (Statement select =
                new Statement(connection, "select payload from registry_record where kind in " + COMMON_KINDS)) {
            for (RegistryEvent event : select.list(row -> json.read(row.getBytes(1), RegistryEvent.class))) {
                switch (event) {
                    case RegistryEvent.CommodityRecorded commodity ->
                        commodities.add(commodity.versions().getLast().fact());
                    case RegistryEvent.PartyRecorded recorded -> {
                        parties++;
                        PartyFact party = recorded.versions().getLast().fact();
                        if (party.region() != null) {
                            regions.put(party.country(), party.region());
                        }
                    }
                    case RegistryEvent.CoverageRecorded recorded ->
                        recorded.versions().forEach(version -> coverage.add(version.fact()));
                    case RegistryEvent.RequirementRecorded recorded ->
                        requirements.add(recorded.versions().getLast().fact());
                    case RegistryEvent.QuotaRecorded recorded ->
                        quotas.add(new Quotas.Keyed(
                                recorded.key(), recorded.versions().getLast().fact()));
                    case RegistryEvent.TerritoryRecorded recorded ->
                        territories.add(recorded.versions().getLast().fact());
                    case RegistryEvent.CatalogueRecorded marker -> closing = marker;
                    default -> {}
                }
            }
        }
        boolean isComplete =
                closing != null && commodities.size() >= closing.commodities() && parties >= closing.parties();
        return new Register(
                isComplete,
                new Catalogue(commodities),
                new Coverage(coverage),
                new Requirements(requirements),
                new Quotas(quotas),
                new Territories(territories),
                regions);
    }
}
