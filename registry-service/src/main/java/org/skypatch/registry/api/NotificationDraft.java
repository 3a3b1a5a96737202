package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.AgreementFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationForm;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.contracts.trade.WasteCode;
import org.skypatch.registry.notification.CodeList;
import org.skypatch.registry.notification.Terms;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Revised;

/** Reads a notification as the State of export writes it. */
@ApplicationScoped
class NotificationDraft {

    private static final int LONGEST_NUMBER = 100;
    private static final int MOST_SHIPMENTS = 9_999;

    private final Records records;

    NotificationDraft(Records records) {
        this.records = records;
    }

    /** A number as typed, in any script. */
    static String number(String text) {
        return Form.notBlank(Texts.plain(text, LONGEST_NUMBER));
    }

    /**
     * A notification as written, a draft.
     *
     * @param inPath its number in the path; none where it is in the body alone
     */
    NotificationFact read(CountryCode exportCountry, @Nullable String inPath, Form form) {
        String number = inPath == null
                ? form.required("number", NotificationDraft::number)
                : form.inPath("number", inPath, NotificationDraft::number);
        if (inPath != null) {
            form.mustEqual("number", number == null ? inPath : number);
        }
        form.mustEqual("exportCountry", exportCountry);
        String kind = form.required("kind", Form.oneOf("general", "single"));
        TraderId exporter = form.required("exporter", TraderId::of);
        TraderId facility = form.required("facility", TraderId::of);
        List<TraderId> generators = form.list("generators", BaselForms.MOST, TraderId::of);
        List<TraderId> carriers = form.list("carriers", BaselForms.MOST, TraderId::of);
        CountryCode importCountry = form.required("importCountry", CountryCode::of);
        List<CountryCode> transit = form.list("transitCountries", BaselForms.MOST, CountryCode::of);
        List<WasteCode> wasteCodes = form.list("wasteCodes", BaselForms.MOST, WasteCode::of);
        String operation = form.required("operation", CodeList.OPERATIONS.reading());
        Mass mass = form.mass("totalMassKg");
        Integer shipments = form.requiredWhole("shipments", 1, MOST_SHIPMENTS);
        LocalDate from = form.required("periodFrom", Form::day);
        LocalDate until = form.required("periodUntil", Form::day);
        boolean isPreConsented = Boolean.TRUE.equals(form.yes("preConsented"));
        String agreement = form.optional("agreement", Form::notBlank);
        String contract = form.optional("contract", Form::notBlank);
        boolean needsGuarantee = Boolean.TRUE.equals(form.yes("guaranteeRequired"));
        String guarantee = form.optional("guarantee", Form::notBlank);
        List<LocationCode> offices = form.list("offices", BaselForms.MOST, LocationCode::of);
        NotificationForm blocks = BaselForms.notification(form);
        form.inOrder(from, "periodUntil", until);
        checkCountries(form, exportCountry, importCountry, transit);
        if (wasteCodes.isEmpty() && form.isGoodSoFar()) {
            form.impossible("wasteCodes", "must name the waste");
        }
        if (mass != null && mass.equals(Mass.ZERO)) {
            form.impossible("totalMassKg", "must be more than nothing");
        }
        if ("single".equals(kind) && shipments != null && shipments > 1) {
            form.impossible("shipments", "must be 1 under a notification of a single shipment");
        }
        AgreementFact binding = agreement(form, agreement);
        if (from != null && until != null) {
            int most = Terms.mostMonths(isPreConsented, binding);
            if (!Terms.isWithin(most, from, until)) {
                form.impossible("periodUntil", "must be within " + most + " months of " + from);
            }
        }
        if (!form.isGoodSoFar()) {
            return form.finish(() -> {
                throw new IllegalStateException("a form that is wrong has been finished");
            });
        }
        NotificationFact draft = new NotificationFact(
                number,
                NotificationState.DRAFT,
                kind,
                exporter,
                facility,
                generators,
                carriers,
                exportCountry,
                importCountry,
                transit,
                wasteCodes,
                operation,
                mass,
                shipments,
                from,
                until,
                isPreConsented,
                agreement,
                contract,
                null,
                needsGuarantee,
                guarantee,
                null,
                offices,
                List.of(),
                List.of(),
                null,
                null,
                null,
                blocks);
        if (binding != null) {
            Terms.uncovered(draft, binding).ifPresent(why -> form.impossible("agreement", why));
        }
        return form.finish(() -> draft);
    }

    private static void checkCountries(
            Form form, CountryCode export, @Nullable CountryCode importing, List<CountryCode> transit) {
        if (export.equals(importing)) {
            form.impossible("importCountry", "must not be the State of export");
        }
        if (CountryCode.EU.equals(importing)) {
            form.impossible("importCountry", "must be a State");
        }
        Set<CountryCode> seen = new HashSet<>();
        seen.add(export);
        if (importing != null) {
            seen.add(importing);
        }
        for (int i = 0; i < transit.size(); i++) {
            if (transit.get(i).equals(CountryCode.EU) || !seen.add(transit.get(i))) {
                form.impossible("transitCountries/" + i, "must be a State that is not named already");
            }
        }
    }

    private @Nullable AgreementFact agreement(Form form, @Nullable String id) {
        if (id == null) {
            return null;
        }
        AgreementFact agreement =
                records.find(RecordKind.AGREEMENT, id).map(Revised::fact).orElse(null);
        if (agreement == null) {
            form.impossible("agreement", "is no agreement of the registry");
        }
        return agreement;
    }
}
