package org.skypatch.tracking.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.validator.routines.checkdigit.CASNumberCheckDigit;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.EventWarning;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.trade.ContainerNumber;
import org.skypatch.tracking.register.Catalogue;

/** What looks odd in a report at the door; recorded all the same. */
final class Warnings {

    private Warnings() {}

    static List<EventWarning> of(CustomsEvent event, Catalogue catalogue) {
        List<EventWarning> warnings = new ArrayList<>();
        event.unknownFields().keySet().stream()
                .sorted()
                .forEach(pointer -> warnings.add(new EventWarning(
                        pointer, "unknown-field", "is not a field of a customs event; kept as it came")));
        List<ContainerNumber> containers = event.transport().containers();
        for (int i = 0; i < containers.size(); i++) {
            if (!Iso6346CheckDigit.CHECK.isValid(containers.get(i).value())) {
                warnings.add(new EventWarning(
                        "/transport/containers/" + i,
                        "check-digit",
                        "is not a container number with a right check digit (ISO 6346)"));
            }
        }
        for (int i = 0; i < event.goods().size(); i++) {
            goods(event.goods().get(i), event.occurredAt().toLocalDate(), "/goods/" + i, catalogue, warnings);
        }
        return warnings;
    }

    private static void goods(
            Goods goods, LocalDate day, String pointer, Catalogue catalogue, List<EventWarning> warnings) {
        if (goods.casNumber() != null
                && !CASNumberCheckDigit.getInstance().isValid(goods.casNumber().value())) {
            warnings.add(new EventWarning(
                    pointer + "/casNumber", "check-digit", "is not a CAS number with a right check digit"));
        }
        if (goods.commodity() != null && catalogue.commodity(goods.commodity()).isEmpty()) {
            warnings.add(new EventWarning(
                    pointer + "/commodity", "unknown-commodity", "is not in the catalogue; kept as it came"));
        }
        if (catalogue.resolve(goods, day).isEmpty()) {
            warnings.add(new EventWarning(
                    pointer, "unresolved-commodity", "no code given names exactly one commodity of the catalogue"));
        }
    }
}
