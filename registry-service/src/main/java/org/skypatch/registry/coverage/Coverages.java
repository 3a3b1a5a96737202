package org.skypatch.registry.coverage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.record.Written;

/** What all administrations have said that they report. */
public interface Coverages {

    Optional<Revised<CoverageFact>> find(AdministrationId administration);

    Written<CoverageFact> put(CoverageFact coverage, Author author, Precondition precondition);

    /** By administration, after the last one seen. */
    List<CoverageFact> list(@Nullable AdministrationId after, int limit);
}
