package org.skypatch.registry.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.registry.clock.KeptApart;
import org.skypatch.registry.licence.Licences;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.RecordWriting;
import org.skypatch.registry.record.Revised;
import org.skypatch.registry.record.Written;

/** Licences in the table {@code licence}. */
@ApplicationScoped
class PostgresLicences
        implements Licences, KeptApart<LicenceFact>, PanacheRepositoryBase<LicenceRecord, LicenceRecord.Key> {

    /** Ways to be a reader, each in the order of its own index; together as many as are asked for. */
    private static final String LIST = """
            select * from (
                (select * from licence l where l.issuer = :readBy and %1$s order by issuer, number limit :limit)
                union
                (select * from licence l where l.exporter_country = :readBy and %1$s order by issuer, number limit :limit)
                union
                (select * from licence l where l.importer_country = :readBy and %1$s order by issuer, number limit :limit)
                union
                (select * from licence l where l.exporter_country = cast(:union as text) and %1$s
                 order by issuer, number limit :limit)
                union
                (select * from licence l where l.importer_country = cast(:union as text) and %1$s
                 order by issuer, number limit :limit)
                union
                (select shared.* from unnest(cast(:sharers as text[])) sharer(country) cross join lateral
                    (select * from licence l where l.issuer = sharer.country and %1$s order by issuer, number limit :limit)
                    shared)
            ) seen
            order by issuer, number
            limit :limit
            """.formatted("""
            (l.issuer, l.number) > (:afterIssuer, :afterNumber)
            and (cast(:issuer as text) is null or l.issuer = cast(:issuer as text))
            and (cast(:holder as text) is null or l.holder = cast(:holder as text))
            and (cast(:text as text) is null or folded(l.number) like '%' || folded(:text) || '%'
                 or folded(l.holder) like '%' || folded(:text) || '%'
                 or folded(l.counterpart) like '%' || folded(:text) || '%')
            """.replace("%", "%%"));

    private final LicenceSeeking seeking;
    private final RecordWriting writing;
    private final RunningClockRows clocks;

    PostgresLicences(LicenceSeeking seeking, RecordWriting writing, RunningClockRows clocks) {
        this.seeking = seeking;
        this.writing = writing;
        this.clocks = clocks;
    }

    @Override
    @Transactional
    public Optional<Revised<LicenceFact>> find(LicenceNumber number) {
        return findByIdOptional(key(number)).map(LicenceRecord::revised);
    }

    @Override
    @Transactional
    public Written<LicenceFact> write(
            LicenceNumber number,
            Author author,
            Precondition precondition,
            @Nullable String reason,
            Function<Optional<LicenceFact>, Decision<LicenceFact>> decide) {
        return writing.write(
                new RecordWriting.Wish(
                        new RecordKey(RecordKind.LICENCE, number.toString()), author, precondition, reason),
                new Row(number),
                decide);
    }

    @Override
    @Transactional
    public List<LicenceFact> list(Question question) {
        LicenceNumber after = question.after();
        return getSession()
                .createNativeQuery(LIST, LicenceRecord.class)
                .setParameter("readBy", question.readBy().value())
                .setParameter("union", Columns.text(question.union()))
                .setParameter(
                        "sharers",
                        question.sharers().stream().map(CountryCode::value).toArray(String[]::new))
                .setParameter(
                        "afterIssuer", after == null ? "" : after.issuedBy().value())
                .setParameter("afterNumber", after == null ? "" : after.number())
                .setParameter("issuer", Columns.text(question.issuer()))
                .setParameter("holder", Columns.text(question.holder()))
                .setParameter("text", Columns.literal(question.text()))
                .setParameter("limit", question.limit())
                .getResultStream()
                .map(row -> row.revised().fact())
                .toList();
    }

    @Override
    public RecordKind<LicenceFact> kind() {
        return RecordKind.LICENCE;
    }

    @Override
    public Optional<LicenceFact> fact(String name) {
        return find(number(name)).map(Revised::fact);
    }

    @Override
    public Written<LicenceFact> write(
            String name, Author author, String reason, Function<Optional<LicenceFact>, Decision<LicenceFact>> decide) {
        return write(number(name), author, new Precondition.None(), reason, decide);
    }

    private static LicenceNumber number(String name) {
        int slash = name.indexOf('/');
        return new LicenceNumber(CountryCode.of(name.substring(0, slash)), name.substring(slash + 1));
    }

    @Override
    @Transactional
    public Sought written(Seek seek) {
        return Jdbc.done(() -> seeking.written(seek));
    }

    @Override
    @Transactional
    public List<Found> alike(Seek seek, String folded) {
        return Jdbc.done(() -> seeking.alike(seek, folded));
    }

    private static LicenceRecord.Key key(LicenceNumber number) {
        return new LicenceRecord.Key(number.issuedBy().value(), number.number());
    }

    private final class Row implements RecordWriting.Row<LicenceFact> {

        private final LicenceNumber number;

        private Row(LicenceNumber number) {
            this.number = number;
        }

        @Override
        public Optional<Revised<LicenceFact>> find() {
            return findByIdOptional(key(number)).map(LicenceRecord::revised);
        }

        @Override
        public void save(Revised<LicenceFact> licence) {
            LicenceRecord known = findById(key(number));
            LicenceRecord row = known == null ? new LicenceRecord() : known;
            row.become(licence);
            if (known == null) {
                persist(row);
            }
            clocks.set(new RecordKey(RecordKind.LICENCE, number.toString()), licence.fact());
        }
    }
}
