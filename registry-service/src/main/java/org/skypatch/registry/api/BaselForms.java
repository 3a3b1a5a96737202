package org.skypatch.registry.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.FormCarrier;
import org.skypatch.contracts.registry.FormContact;
import org.skypatch.contracts.registry.FormCountry;
import org.skypatch.contracts.registry.FormDeclaration;
import org.skypatch.contracts.registry.FormGenerator;
import org.skypatch.contracts.registry.NotificationForm;
import org.skypatch.contracts.registry.WasteIdentification;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.contracts.trade.Volume;
import org.skypatch.registry.notification.CodeList;

/** Reads the blocks of the Basel forms that no rule rests on. What is wrong is noted, and answered by the whole form. */
final class BaselForms {

    static final int MOST = 50;
    private static final int MOST_ANNEXES = 9_999;

    private BaselForms() {}

    /** The blocks of a notification beside its fields; null if none are sent. */
    static @Nullable NotificationForm notification(Form whole) {
        Form form = part(whole, "form");
        if (form == null) {
            return null;
        }
        return new NotificationForm(
                contact(form, "exporter"),
                contact(form, "importer"),
                form.optional("volumeM3", Volume::of),
                form.list("packaging", MOST, CodeList.PACKAGING.reading()),
                form.words("packagingWords"),
                form.words("specialHandling"),
                carriers(form, "carriers"),
                generators(form),
                contact(form, "facility"),
                form.words("actualSite"),
                form.list("furtherOperations", MOST, CodeList.OPERATIONS.reading()),
                form.words("technology"),
                form.words("reasonForExport"),
                form.words("designation"),
                form.words("composition"),
                form.list("physical", MOST, CodeList.PHYSICAL.reading()),
                form.words("physicalWords"),
                identification(form),
                countries(form),
                form.words("entryOffice"),
                form.words("exitOffice"),
                form.words("exportOffice"),
                form.forms("declarations", MOST).stream()
                        .map(BaselForms::declaration)
                        .filter(Objects::nonNull)
                        .toList(),
                form.whole("annexes", 0, MOST_ANNEXES));
    }

    /** The carriers of block 8. */
    static List<FormCarrier> carriers(Form form, String name) {
        return form.forms(name, MOST).stream()
                .map(BaselForms::carrier)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable FormCarrier carrier(Form form) {
        FormContact contact = required(form, "contact");
        List<String> means = form.list("means", MOST, CodeList.TRANSPORT.reading());
        LocalDate takenOverOn = form.optional("takenOverOn", Form::day);
        return contact == null ? null : new FormCarrier(contact, means, takenOverOn);
    }

    private static List<FormGenerator> generators(Form form) {
        return form.forms("generators", MOST).stream()
                .map(BaselForms::generator)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable FormGenerator generator(Form form) {
        FormContact contact = required(form, "contact");
        String site = form.words("site");
        String process = form.words("process");
        return contact == null ? null : new FormGenerator(contact, site, process);
    }

    private static List<FormCountry> countries(Form form) {
        return form.forms("countries", MOST).stream()
                .map(BaselForms::country)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable FormCountry country(Form form) {
        CountryCode country = form.required("country", CountryCode::of);
        String code = form.optional("authorityCode", Form::notBlank);
        String entry = form.optional("entry", Form::notBlank);
        String exit = form.optional("exit", Form::notBlank);
        return country == null ? null : new FormCountry(country, code, entry, exit);
    }

    private static @Nullable WasteIdentification identification(Form whole) {
        Form form = part(whole, "identification");
        return form == null
                ? null
                : new WasteIdentification(
                        form.optional("oecd", Form::notBlank),
                        form.optional("europeanList", Form::notBlank),
                        form.optional("nationalOfExport", Form::notBlank),
                        form.optional("nationalOfImport", Form::notBlank),
                        form.optional("other", Form::notBlank),
                        form.list("hazards", MOST, CodeList.HAZARDS.reading()),
                        form.list("unClasses", MOST, Form::notBlank),
                        form.list("unNumbers", MOST, UnNumber::of),
                        form.list("shippingNames", MOST, Form::notBlank),
                        form.list("hsCodes", MOST, HsCode::of));
    }

    /** Who signed what and when; null if it is not sent. */
    static @Nullable FormDeclaration declaration(Form whole, String name) {
        Form form = part(whole, name);
        return form == null ? null : declaration(form);
    }

    private static @Nullable FormDeclaration declaration(Form form) {
        String capacity = form.optional(
                "capacity", Form.oneOf("exporter-notifier", "generator-producer", "importer-consignee", "facility"));
        String name = form.required("name", Form::notBlank);
        LocalDate on = form.required("on", Form::day);
        return name == null || on == null ? null : new FormDeclaration(capacity, name, on);
    }

    private static @Nullable FormContact contact(Form whole, String name) {
        return whole.has(name) ? required(whole, name) : null;
    }

    private static @Nullable FormContact required(Form whole, String name) {
        Form form = whole.object(name);
        if (form == null) {
            return null;
        }
        String registration = form.optional("registration", Form::notBlank);
        String called = form.required("name", Form::notBlank);
        String address = form.words("address");
        String person = form.optional("person", Form::notBlank);
        String telephone = form.optional("telephone", Form::notBlank);
        String email = form.optional("email", Form::notBlank);
        return called == null ? null : new FormContact(registration, called, address, person, telephone, email);
    }

    private static @Nullable Form part(Form whole, String name) {
        return whole.has(name) ? whole.object(name) : null;
    }
}
