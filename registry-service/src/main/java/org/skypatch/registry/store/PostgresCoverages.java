package org.skypatch.registry.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.registry.coverage.Coverages;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.RecordWriting;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.record.Written;

/** Coverage in the table {@code coverage}. */
@ApplicationScoped
class PostgresCoverages implements Coverages, PanacheRepositoryBase<CoverageRecord, String> {

    private final RecordWriting writing;

    PostgresCoverages(RecordWriting writing) {
        this.writing = writing;
    }

    @Override
    @Transactional
    public Optional<Revised<CoverageFact>> find(AdministrationId administration) {
        return findByIdOptional(administration.value()).map(CoverageRecord::revised);
    }

    @Override
    @Transactional
    public Written<CoverageFact> put(CoverageFact coverage, Author author, Precondition precondition) {
        String name = coverage.administration().value();
        return writing.write(
                new RecordWriting.Wish(new RecordKey(RecordKind.COVERAGE, name), author, precondition, null),
                new Row(name),
                present -> new Decision.Become<>(coverage));
    }

    @Override
    @Transactional
    public List<CoverageFact> list(@Nullable AdministrationId after, int limit) {
        return find("administration > ?1 order by administration", after == null ? "" : after.value())
                .page(0, limit)
                .stream()
                .map(row -> row.revised().fact())
                .toList();
    }

    private final class Row implements RecordWriting.Row<CoverageFact> {

        private final String name;

        private Row(String name) {
            this.name = name;
        }

        @Override
        public Optional<Revised<CoverageFact>> find() {
            return findByIdOptional(name).map(CoverageRecord::revised);
        }

        @Override
        public void save(Revised<CoverageFact> coverage) {
            CoverageRecord known = findById(name);
            CoverageRecord row = known == null ? new CoverageRecord() : known;
            row.become(coverage);
            if (known == null) {
                persist(row);
            }
        }
    }
}
