package org.skypatch.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Written;

/**
 * Records the packaged law, as the compilers of the catalogue. What a person has written since stays: an administration may
 * know better than this package.
 */
@ApplicationScoped
public class LawAtStart {

    private static final Logger LOG = Logger.getLogger(LawAtStart.class);
    private static final Author COMPILERS = new Author(AdministrationId.of("system-catalogue"), null);

    private final Records records;

    LawAtStart(Records records) {
        this.records = records;
    }

    /** Records what is new or differs; says how many records that is. */
    public int record() {
        int written = 0;
        for (LimitFact limit : PackagedLaw.limits()) {
            written += write(RecordKind.LIMIT, limit.scope() + "/" + limit.id() + "/" + limit.from(), limit);
        }
        for (TerritoryFact territory : PackagedLaw.territories()) {
            written += write(RecordKind.TERRITORY, territory.code() + "/" + territory.from(), territory);
        }
        LOG.infof("of the packaged law %d records are new", written);
        return written;
    }

    private <F extends RegistryFact> int write(RecordKind<F> kind, String name, F fact) {
        boolean isOurs = records.history(kind, name).stream()
                .allMatch(version -> version.author().equals(COMPILERS));
        if (!isOurs) {
            return 0;
        }
        Written<F> written = records.write(
                kind, name, COMPILERS, new Precondition.None(), null, present -> new Decision.Become<>(fact));
        return written instanceof Written.Unchanged<F> ? 0 : 1;
    }
}
