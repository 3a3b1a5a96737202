package org.skypatch.registry.notification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.FormCarrier;
import org.skypatch.contracts.registry.FormContact;
import org.skypatch.contracts.registry.FormDeclaration;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.contracts.trade.Volume;
import org.skypatch.registry.paper.Paper;

/** How the blocks of the Basel forms are worded. */
final class FormTexts {

    private static final int DECIMALS_OF_A_TONNE = 3;

    private FormTexts() {}

    static String contact(FormContact contact) {
        return lines(
                labelled("Registration No.", contact.registration()),
                contact.name(),
                orBlank(contact.address()),
                labelled("Contact", contact.person()),
                labelled("Tel.", contact.telephone()),
                labelled("E-mail", contact.email()));
    }

    /** A trader of which the form says nothing but its id. */
    static String trader(CountryCode country, TraderId trader, Names names) {
        return lines(labelled("Registration No.", trader), names.of(country, trader));
    }

    static String quantity(Mass mass, @Nullable Volume volume) {
        return lines(
                "Tonnes (Mg): "
                        + mass.kilograms()
                                .movePointLeft(DECIMALS_OF_A_TONNE)
                                .stripTrailingZeros()
                                .toPlainString(),
                labelled("m³", volume));
    }

    static List<Paper.Box> boxes(CodeList list, List<String> ticked) {
        return list.entries().keySet().stream()
                .map(code -> new Paper.Box(list.say(code), ticked.contains(code)))
                .toList();
    }

    static String specified(Optional<String> words) {
        return words.map(what -> " (9: " + what + ")").orElse("");
    }

    static Paper.Table carriers(
            String number,
            String label,
            List<FormCarrier> onForm,
            List<TraderId> carriers,
            CountryCode country,
            Names names) {
        List<List<String>> rows = onForm.isEmpty()
                ? carriers.stream()
                        .map(carrier -> List.of(trader(country, carrier, names), "", ""))
                        .toList()
                : onForm.stream()
                        .map(carrier -> List.of(
                                contact(carrier.contact()),
                                carrier.means().stream()
                                        .map(CodeList.TRANSPORT::say)
                                        .collect(Collectors.joining("\n")),
                                orBlank(carrier.takenOverOn())))
                        .toList();
        return new Paper.Table(number, label, List.of("Carrier", "Means of transport", "Date of transfer"), rows);
    }

    static String declaration(FormDeclaration signed) {
        return (signed.capacity() == null ? "" : signed.capacity() + ": ") + signed.name() + ", " + signed.on();
    }

    static String labelled(String label, @Nullable Object value) {
        return value == null ? "" : label + ": " + value;
    }

    static String labelled(String label, Optional<String> value) {
        return labelled(label, value.orElse(null));
    }

    static String orBlank(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** The lines that say something. */
    static String lines(String... lines) {
        return Stream.of(lines).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }
}
