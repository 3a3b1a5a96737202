package org.skypatch.registry.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Version;

/**
 * Who made what of a record, when and why; of every kind of record, whichever table keeps it. A version is shown to those
 * who may read that version: who has become a reader of the record does not learn what it said before.
 */
@ApplicationScoped
class History {

    private final Records records;
    private final Writer writer;

    History(Records records, Writer writer) {
        this.records = records;
        this.writer = writer;
    }

    /**
     * One change of a record.
     *
     * @param revision rises with every change, from 1
     * @param recordedAt by the business clock
     * @param by the administration that made it
     * @param person the account that made it; shown to its own Party only
     * @param reason in the author's words, where one was asked for
     * @param old what the record said before; missing at first
     * @param now what it said from then on; {@code new} in JSON
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            long revision,
            Instant recordedAt,
            AdministrationId by,
            @Nullable String person,
            @Nullable String reason,
            @Nullable RegistryFact old,
            @JsonProperty("new") RegistryFact now) {}

    /** The changes of a record whose readers are those of its kind, oldest first; 404 for everybody else. */
    <F extends RegistryFact> Page<Entry> of(
            RecordKind<F> kind, String name, @Nullable Integer limit, @Nullable String cursor) {
        return of(kind, name, fact -> mayRead(kind, fact), limit, cursor);
    }

    /**
     * The changes of a record, oldest first; 404 unless the caller may read the record as it stands.
     *
     * @param mayRead whether the caller may read a record that says this
     */
    <F extends RegistryFact> Page<Entry> of(
            RecordKind<F> kind, String name, Predicate<F> mayRead, @Nullable Integer limit, @Nullable String cursor) {
        int most = Limit.of(limit);
        long after = cursor == null ? 0 : revision(Cursor.read(cursor, 1).getFirst());
        List<Version<F>> versions = records.history(kind, name);
        if (versions.isEmpty() || !mayRead.test(versions.getLast().after())) {
            throw Answers.notFound();
        }
        List<Entry> entries = versions.stream()
                .filter(version -> version.revision() > after && mayRead.test(version.after()))
                .map(version -> entry(version, mayRead))
                .toList();
        return Pages.of(entries, most, entry -> Cursor.write(entry.revision()));
    }

    private <F extends RegistryFact> boolean mayRead(RecordKind<F> kind, F fact) {
        Set<String> readers = kind.readers().apply(fact);
        return readers.contains(RecordKind.EVERYONE)
                || writer.caller()
                        .actsFor()
                        .map(CountryCode::value)
                        .filter(readers::contains)
                        .isPresent();
    }

    private <F extends RegistryFact> Entry entry(Version<F> version, Predicate<F> mayRead) {
        Author author = version.author();
        return new Entry(
                version.revision(),
                version.recordedAt(),
                author.administration(),
                isOfTheCallersParty(author) ? author.person() : null,
                version.reason(),
                version.before().filter(mayRead).orElse(null),
                version.after());
    }

    private boolean isOfTheCallersParty(Author author) {
        Caller caller = writer.caller();
        return caller.administration().equals(author.administration())
                || caller.actsFor().isPresent()
                        && caller.actsFor().equals(author.administration().country());
    }

    private static long revision(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Cursor.refused();
        }
        return Long.parseLong(text);
    }
}
