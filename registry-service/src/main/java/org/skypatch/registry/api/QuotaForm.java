package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.Allocation;
import org.skypatch.contracts.registry.GoodsScope;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.Tonnes;
import org.skypatch.contracts.trade.TraderId;

/** Reads a quota from its form, as it is put, and as it comes in sheets. */
@ApplicationScoped
class QuotaForm {

    static final String EXPORT = "export";

    private static final int MOST_ALLOCATIONS = 2_000;

    private final KnownCommodities commodities;

    QuotaForm(KnownCommodities commodities) {
        this.commodities = commodities;
    }

    /** What a quota is of: a Montreal group, or else a commodity. */
    record Subject(@Nullable String group, @Nullable CommodityId commodity) {

        /** As it stands in a path. */
        static Subject of(String text) {
            try {
                return new Subject(KnownCommodities.group(text), null);
            } catch (IllegalArgumentException noGroup) {
                return new Subject(null, CommodityId.of(text));
            }
        }

        @Override
        public String toString() {
            return group == null ? String.valueOf(commodity) : group;
        }
    }

    /** The name of a quota's record: one of export says so at its end. */
    static String name(CountryCode country, int year, Subject subject, String direction) {
        return country + "/" + year + "/" + subject + (direction.equals(EXPORT) ? "/" + EXPORT : "");
    }

    /** The name of the record that keeps this quota. */
    static String name(QuotaFact quota) {
        return name(quota.country(), quota.year(), new Subject(quota.group(), quota.commodity()), quota.direction());
    }

    /** A year of quotas. */
    static int year(String text) {
        if (!text.matches("(19|20|21)[0-9]{2}")) {
            throw new IllegalArgumentException("must be a year such as 2026");
        }
        return Integer.parseInt(text);
    }

    /** Reads a quota the subject and year of which the path says. */
    QuotaFact read(CountryCode country, String yearInPath, String subjectInPath, Form form) {
        Integer year = form.inPath("year", yearInPath, QuotaForm::year);
        Subject subject = form.inPath("group", subjectInPath, Subject::of);
        Integer said = form.whole("year", 1900, 2199);
        if (said != null && !said.equals(year)) {
            form.impossible("year", "must be " + yearInPath + " as in the path, or be left out");
        }
        if (subject != null) {
            form.mustEqual("group", Objects.requireNonNullElse(subject.group(), ""));
            form.mustEqual("commodity", Objects.requireNonNullElse(subject.commodity(), ""));
        }
        return read(country, year, subject, form);
    }

    /** Reads a quota that says all of itself, such as a row of a sheet. */
    QuotaFact read(CountryCode country, Form form) {
        Integer year = form.requiredWhole("year", 1900, 2199);
        String group = form.optional("group", KnownCommodities::group);
        CommodityId commodity = form.optional("commodity", CommodityId::of);
        if ((group == null) == (commodity == null)) {
            form.impossible("group", "must be named, or a commodity: one of the two");
        }
        return read(country, year, new Subject(group, commodity), form);
    }

    private QuotaFact read(CountryCode country, @Nullable Integer year, @Nullable Subject subject, Form form) {
        form.mustEqual("country", country);
        String direction = form.required("direction", Form.oneOf("import", EXPORT));
        Mass massKg = form.optionalMass("massKg");
        Tonnes odpTonnes = form.optional("odpTonnes", Tonnes::of);
        Tonnes co2eTonnes = form.optional("co2eTonnes", Tonnes::of);
        GoodsScope counts = LawRecords.scope(form, "counts");
        String countsAt = form.optional("countsAt", Form.oneOf("licence", EXPORT, "import"));
        List<Allocation> allocations = allocations(form);
        String legalBasis = form.words("legalBasis");
        if (subject != null) {
            commodities.check(form, "commodity", subject.commodity());
        }
        if (amounts(massKg, odpTonnes, co2eTonnes) != 1) {
            form.impossible("massKg", "must be said, or odpTonnes, or co2eTonnes: one of the three");
        }
        checkAllocations(form, allocations, massKg, odpTonnes, co2eTonnes);
        return form.finish(() -> new QuotaFact(
                country,
                Objects.requireNonNull(year),
                Objects.requireNonNull(subject).group(),
                subject.commodity(),
                direction,
                massKg,
                odpTonnes,
                co2eTonnes,
                counts,
                countsAt == null ? direction : countsAt,
                allocations,
                legalBasis));
    }

    private static List<Allocation> allocations(Form form) {
        List<Allocation> allocations = new ArrayList<>();
        for (Form part : form.forms("allocations", MOST_ALLOCATIONS)) {
            TraderId trader = part.required("trader", TraderId::of);
            Mass massKg = part.optionalMass("massKg");
            Tonnes odpTonnes = part.optional("odpTonnes", Tonnes::of);
            Tonnes co2eTonnes = part.optional("co2eTonnes", Tonnes::of);
            allocations.add(new Allocation(trader, massKg, odpTonnes, co2eTonnes));
        }
        return allocations;
    }

    private static void checkAllocations(
            Form form,
            List<Allocation> allocations,
            @Nullable Mass massKg,
            @Nullable Tonnes odpTonnes,
            @Nullable Tonnes co2eTonnes) {
        Set<TraderId> traders = new HashSet<>();
        for (int i = 0; i < allocations.size(); i++) {
            Allocation share = allocations.get(i);
            if ((massKg == null) != (share.massKg() == null)
                    || (odpTonnes == null) != (share.odpTonnes() == null)
                    || (co2eTonnes == null) != (share.co2eTonnes() == null)) {
                form.impossible("allocations/" + i, "must be in the unit of the quota, and in it alone");
            }
            if (share.trader() != null && !traders.add(share.trader())) {
                form.impossible("allocations/" + i + "/trader", "is named twice");
            }
        }
        boolean fits = fits(massKg, Mass::kilograms, allocations, Allocation::massKg)
                && fits(odpTonnes, Tonnes::value, allocations, Allocation::odpTonnes)
                && fits(co2eTonnes, Tonnes::value, allocations, Allocation::co2eTonnes);
        if (!fits) {
            form.impossible("allocations", "must not come to more than the quota");
        }
    }

    private static <T> boolean fits(
            @Nullable T quota,
            Function<T, BigDecimal> number,
            List<Allocation> allocations,
            Function<Allocation, @Nullable T> part) {
        return quota == null
                || allocations.stream()
                                .flatMap(share -> Optional.ofNullable(part.apply(share)).stream())
                                .map(number)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(number.apply(quota))
                        <= 0;
    }

    private static long amounts(@Nullable Object... amounts) {
        return Stream.of(amounts).filter(Objects::nonNull).count();
    }
}
