package org.skypatch.registry.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.party.Parties;
import org.skypatch.registry.party.PartyEntry;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Change;
import org.skypatch.registry.record.RecordJournal;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Revised;

/**
 * Records editions of the reference data: each once, however many instances start at the same time. A record that an
 * edition does not change gets no version; one that an edition does not name stays.
 */
@ApplicationScoped
public class CatalogueEditions {

    private static final long ONE_EDITION_AT_A_TIME = 0x534b_5950_0101L;
    private static final Author COMPILERS = new Author(AdministrationId.of("SKYPATCH-catalogue"), null);

    private final RecordJournal journal;
    private final Catalogue.Rows commodities;
    private final Parties parties;
    private final EntityManager database;
    private final BusinessClock clock;
    private final EditionRows rows;

    CatalogueEditions(
            RecordJournal journal,
            Catalogue.Rows commodities,
            Parties parties,
            EntityManager database,
            BusinessClock clock,
            EditionRows rows) {
        this.journal = journal;
        this.commodities = commodities;
        this.parties = parties;
        this.database = database;
        this.clock = clock;
        this.rows = rows;
    }

    /** Whether an edition is recorded already. */
    @Transactional
    public boolean isRecorded(String version) {
        return has(version);
    }

    /**
     * Records an edition and sends out what it changes, closed by a marker with the number of all records.
     *
     * @return false if it was recorded already
     */
    @Transactional
    public boolean record(CatalogueEdition edition) {
        database.createNativeQuery("select pg_advisory_xact_lock(:one)", Object.class)
                .setParameter("one", ONE_EDITION_AT_A_TIME)
                .getSingleResult();
        if (has(edition.version())) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Change<?>> changes = new ArrayList<>();
        recordCommodities(edition, now, changes);
        recordParties(edition, now, changes);
        if (!journal.append(changes)) {
            throw new IllegalStateException("a record of the catalogue is too large to be sent");
        }
        close(edition, now);
        rows.saveLists(edition);
        return true;
    }

    private boolean has(String version) {
        return !database.createNativeQuery(
                        "select version from catalogue_edition where version = :version", String.class)
                .setParameter("version", version)
                .getResultList()
                .isEmpty();
    }

    private void recordCommodities(CatalogueEdition edition, Instant now, List<Change<?>> changes) {
        Map<String, CommodityRecord> known = commodities
                .streamAll()
                .collect(Collectors.toMap(row -> row.revised().fact().id().value(), Function.identity()));
        List<EditionRows.Described> described = new ArrayList<>();
        for (CatalogueEntry entry : edition.entries()) {
            CommodityFact fact = entry.commodity();
            String id = fact.id().value();
            CommodityRecord row = known.get(id);
            Revised<CommodityFact> next = next(
                    new RecordKey(RecordKind.COMMODITY, id),
                    Optional.ofNullable(row).map(CommodityRecord::revised),
                    fact,
                    now,
                    changes);
            described.add(new EditionRows.Described(id, next.revision(), fact, entry.detail()));
            if (row == null) {
                row = new CommodityRecord();
                become(row, entry, next);
                commodities.persist(row);
            } else {
                become(row, entry, next);
            }
        }
        database.flush();
        rows.saveEntries(RecordKind.COMMODITY, edition.effectiveFrom(), described);
        rows.saveTerms(edition.entries());
    }

    private void recordParties(CatalogueEdition edition, Instant now, List<Change<?>> changes) {
        var known = parties.all();
        List<EditionRows.Described> described = new ArrayList<>();
        for (PartyEntry entry : edition.parties()) {
            PartyFact fact = entry.party();
            String country = fact.country().value();
            Optional<Revised<PartyFact>> present = Optional.ofNullable(known.get(fact.country()));
            Revised<PartyFact> next = next(new RecordKey(RecordKind.PARTY, country), present, fact, now, changes);
            described.add(new EditionRows.Described(country, next.revision(), fact, entry.detail()));
            if (present.filter(next::equals).isEmpty()) {
                parties.save(next);
            }
        }
        database.flush();
        rows.saveEntries(RecordKind.PARTY, edition.effectiveFrom(), described);
        rows.savePartyTerms(edition.parties());
    }

    private static <F> Revised<F> next(
            RecordKey key, Optional<Revised<F>> present, F fact, Instant now, List<Change<?>> changes) {
        if (present.filter(record -> record.fact().equals(fact)).isPresent()) {
            return present.get();
        }
        Revised<F> next = new Revised<>(fact, present.map(Revised::revision).orElse(0L) + 1);
        changes.add(new Change<>(key, next.revision(), now, COMPILERS, null, present.map(Revised::fact), fact));
        return next;
    }

    private static void become(CommodityRecord row, CatalogueEntry entry, Revised<CommodityFact> next) {
        CommodityFact fact = next.fact();
        row.id = fact.id().value();
        row.revision = next.revision();
        row.name = fact.name();
        row.kind = fact.kind();
        row.hsDigits = texts(Stream.concat(fact.hsCodes().stream(), entry.detail().hsHints().stream())
                .map(HsCode::digits));
        row.casNumbers = texts(fact.casNumbers().stream().map(Object::toString));
        row.unNumbers = texts(fact.unNumbers().stream().map(Object::toString));
        row.wasteCodes = texts(fact.wasteCodes().stream().map(Object::toString));
        row.fact = fact;
    }

    private static String[] texts(Stream<String> values) {
        return values.filter(value -> !value.isBlank()).distinct().toArray(String[]::new);
    }

    private void close(CatalogueEdition edition, Instant now) {
        long number = count("catalogue_edition") + 1;
        int commodityCount = (int) count("commodity");
        int partyCount = (int) count("party");
        database.createNativeQuery("""
                        insert into catalogue_edition(version, number, effective_from, commodities, parties, recorded_at)
                        values (:version, :number, :effectiveFrom, :commodities, :parties, :now)
                        """)
                .setParameter("version", edition.version())
                .setParameter("number", number)
                .setParameter("effectiveFrom", edition.effectiveFrom())
                .setParameter("commodities", commodityCount)
                .setParameter("parties", partyCount)
                .setParameter("now", now)
                .executeUpdate();
        journal.close(new RegistryEvent.CatalogueRecorded(
                "catalogue", number, edition.version(), commodityCount, partyCount, now));
    }

    private long count(String table) {
        return (Long) database.createNativeQuery("select count(*) from " + table, Long.class)
                .getSingleResult();
    }
}
