package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.registry.GoodsScope;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.authority.Competences;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Refusal;

/** What the resources of dated law have alike: how it is read, listed and written, and what goods it is about. */
@ApplicationScoped
class LawRecords {

    private static final int MOST_VALUES = 50;

    private final Records records;
    private final KnownCommodities commodities;
    private final Writer writer;

    LawRecords(Records records, KnownCommodities commodities, Writer writer) {
        this.records = records;
        this.commodities = commodities;
        this.writer = writer;
    }

    /** What a law is about: exactly one of the three. */
    record Subject(
            @Nullable CommodityId commodity,
            @Nullable String group,
            @Nullable Convention convention) {}

    /** A record as it stands, to those who may read it; 404 to everybody else. */
    <F extends RegistryFact> Response read(RecordKind<F> kind, Optional<String> name, HttpHeaders headers) {
        return name.flatMap(known -> records.find(kind, known, writer.caller().actsFor()))
                .map(record -> Answers.read(record, headers))
                .orElseThrow(Answers::notFound);
    }

    /** Which records are listed; what is null does not matter. */
    record Asked(
            String prefix,
            Map<String, Object> saying,
            @Nullable String on,
            @Nullable Integer limit,
            @Nullable String cursor) {

        static Asked of(String prefix, @Nullable String on, @Nullable Integer limit, @Nullable String cursor) {
            return new Asked(prefix, Map.of(), on, limit, cursor);
        }

        /** The same, of records that say this; nothing is asked of what is null. */
        Asked saying(String field, @Nullable Object value) {
            if (value == null) {
                return this;
            }
            Map<String, Object> all = new LinkedHashMap<>(saying);
            all.put(field, value);
            return new Asked(prefix, all, on, limit, cursor);
        }
    }

    /** The records that the caller may read, by name. */
    <F extends RegistryFact> Page<F> list(RecordKind<F> kind, Asked asked) {
        return list(kind, asked, writer.caller().actsFor());
    }

    /** The records that a country may read, by name. */
    <F extends RegistryFact> Page<F> list(RecordKind<F> kind, Asked asked, Optional<CountryCode> reader) {
        int most = Limit.of(asked.limit());
        LocalDate on = Texts.inQuery("on", asked.on(), LawRecords::day);
        Records.Question question = Records.Question.of(reader, Pages.after(asked.cursor()), most + 1)
                .beginning(asked.prefix())
                .saying(asked.saying());
        return Pages.ofRecords(records.list(kind, on == null ? question : question.inForce(on)), most);
    }

    /** A day, as a query says it. */
    static LocalDate day(String text) {
        try {
            return Form.day(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a date such as 2026-12-31", e);
        }
    }

    /**
     * Writes a record: an admin any, an authority within its competence for what the record says and is to say.
     *
     * @param needed the competences of which one is needed
     */
    <F extends RegistryFact> Response write(
            RecordKind<F> kind, String name, HttpHeaders headers, F fact, Function<F, Set<Competence>> needed) {
        Caller caller = writer.caller();
        return Answers.written(records.write(
                kind,
                name,
                writer.author(),
                Answers.precondition(headers),
                null,
                present -> decide(caller, present, fact, needed)));
    }

    private static <F> Decision<F> decide(
            Caller caller, Optional<F> present, F fact, Function<F, Set<Competence>> needed) {
        return Stream.concat(present.stream(), Stream.of(fact))
                .map(needed)
                .filter(competences -> !caller.has(Role.ADMIN) && !Competences.suffice(caller, competences))
                .findFirst()
                .<Decision<F>>map(competences -> new Decision.Refuse<>(new Refusal.OtherCompetence(competences)))
                .orElseGet(() -> new Decision.Become<>(fact));
    }

    /** The caller, an admin, or an authority of this country. */
    Caller adminOrAuthorityOf(String country) {
        Caller caller = writer.caller();
        return caller.has(Role.ADMIN) ? caller : writer.authorityOf(country);
    }

    /** The competences that decide about a subject. */
    Set<Competence> competences(
            @Nullable CommodityId commodity, @Nullable String group, @Nullable Convention convention) {
        if (commodity != null) {
            return commodities.competences(commodity);
        }
        return Set.of(Competences.of(convention == null ? Convention.MONTREAL : convention));
    }

    /** Reads what a law is about from its form. */
    Subject subject(Form form) {
        CommodityId commodity = form.optional("commodity", CommodityId::of);
        String group = form.optional("group", KnownCommodities::group);
        Convention convention = form.optional("convention", Convention::of);
        commodities.check(form, "commodity", commodity);
        if (Stream.of(commodity != null, group != null, convention != null)
                        .filter(named -> named)
                        .count()
                != 1) {
            form.impossible("commodity", "must be named, or a group, or a convention: one of the three");
        }
        return new Subject(commodity, group, convention);
    }

    /** Reads which goods of a commodity are meant; null if all. */
    static @Nullable GoodsScope scope(Form form, String name) {
        if (!form.has(name)) {
            form.optional(name, Form::notBlank);
            return null;
        }
        Form scope = form.object(name);
        if (scope == null) {
            return null;
        }
        List<String> intendedUses = scope.list("intendedUses", MOST_VALUES, LawRecords::word);
        List<String> exceptUses = scope.list("exceptUses", MOST_VALUES, LawRecords::word);
        List<String> conditions = scope.list(
                "conditions",
                MOST_VALUES,
                Form.oneOf("virgin", "recovered", "recycled", "reclaimed", "waste", "not-stated"));
        List<String> forms = scope.list(
                "forms",
                MOST_VALUES,
                Form.oneOf(
                        "bulk",
                        "product",
                        "precharged-equipment",
                        "relying-equipment",
                        "article",
                        "waste",
                        "empty-container"));
        List<String> packageKinds = scope.list("packageKinds", MOST_VALUES, LawRecords::word);
        return new GoodsScope(intendedUses, exceptUses, conditions, forms, packageKinds);
    }

    /** A word of a vocabulary such as {@code quarantine-and-pre-shipment}. */
    static String word(String text) {
        if (!text.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("must be in lower case, with hyphens between words");
        }
        return text;
    }

    /** A name within a State, as it is used in paths. */
    static String id(String text) {
        return Form.notBlank(Texts.plain(text, 100));
    }

    /** The name of a record of a State; empty if there can be none. */
    static Optional<String> name(String state, String id) {
        return Texts.inPath(state, CountryCode::of)
                .flatMap(country -> Texts.inPath(id, LawRecords::id).map(text -> country + "/" + text));
    }
}
