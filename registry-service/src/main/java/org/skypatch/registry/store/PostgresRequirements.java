package org.skypatch.registry.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.RecordWriting;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.record.Written;
import org.skypatch.registry.requirement.Requirements;

/** Requirements in the table {@code requirement}. */
@ApplicationScoped
class PostgresRequirements implements Requirements, PanacheRepositoryBase<RequirementRecord, RequirementRecord.Key> {

    private final RecordWriting writing;

    PostgresRequirements(RecordWriting writing) {
        this.writing = writing;
    }

    @Override
    @Transactional
    public Optional<Revised<RequirementFact>> find(Name name) {
        return findByIdOptional(key(name)).map(RequirementRecord::revised);
    }

    @Override
    @Transactional
    public Written<RequirementFact> write(
            Name name,
            Author author,
            Precondition precondition,
            Function<Optional<RequirementFact>, Decision<RequirementFact>> decide) {
        return writing.write(
                new RecordWriting.Wish(
                        new RecordKey(RecordKind.REQUIREMENT, name.toString()), author, precondition, null),
                new Row(name),
                decide);
    }

    @Override
    @Transactional
    public List<RequirementFact> list(@Nullable CountryCode state, @Nullable Name after, int limit) {
        return getSession()
                .createNativeQuery("""
                        select * from requirement
                        where (cast(:state as text) is null or state = cast(:state as text))
                          and (state, id) > (:afterState, :afterId)
                        order by state, id limit :limit
                        """, RequirementRecord.class)
                .setParameter("state", Columns.text(state))
                .setParameter("afterState", after == null ? "" : after.state().value())
                .setParameter("afterId", after == null ? "" : after.id())
                .setParameter("limit", limit)
                .getResultStream()
                .map(row -> row.revised().fact())
                .toList();
    }

    private static RequirementRecord.Key key(Name name) {
        return new RequirementRecord.Key(name.state().value(), name.id());
    }

    private final class Row implements RecordWriting.Row<RequirementFact> {

        private final Name name;

        private Row(Name name) {
            this.name = name;
        }

        @Override
        public Optional<Revised<RequirementFact>> find() {
            return findByIdOptional(key(name)).map(RequirementRecord::revised);
        }

        @Override
        public void save(Revised<RequirementFact> requirement) {
            RequirementRecord known = findById(key(name));
            RequirementRecord row = known == null ? new RequirementRecord() : known;
            row.become(requirement);
            if (known == null) {
                persist(row);
            }
        }
    }
}
