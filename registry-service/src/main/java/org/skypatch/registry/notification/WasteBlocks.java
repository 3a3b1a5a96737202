package org.skypatch.registry.notification;

import static org.skypatch.registry.paper.Paper.Words.half;
import static org.skypatch.registry.paper.Paper.Words.wide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationForm;
import org.skypatch.contracts.registry.WasteIdentification;
import org.skypatch.contracts.trade.WasteCode;
import org.skypatch.registry.paper.Paper;

/** What both documents say of the waste: blocks 11 to 14. */
final class WasteBlocks {

    private WasteBlocks() {}

    static List<Paper.Block> of(NotificationFact notification) {
        Optional<NotificationForm> form = Optional.ofNullable(notification.form());
        List<Paper.Block> blocks = new ArrayList<>();
        blocks.add(half(
                "11",
                "Disposal/recovery operation(s): D-code / R-code",
                Stream.concat(
                                Stream.of(notification.operation()),
                                form.map(NotificationForm::furtherOperations).orElse(List.of()).stream())
                        .map(CodeList.OPERATIONS::say)
                        .collect(Collectors.joining("\n"))));
        blocks.add(half(
                "11",
                "Technology employed; reason for export",
                FormTexts.lines(
                        FormTexts.labelled("Technology", form.map(NotificationForm::technology)),
                        FormTexts.labelled("Reason for export", form.map(NotificationForm::reasonForExport)))));
        blocks.add(wide(
                "12",
                "Designation and composition of the waste",
                FormTexts.lines(
                        FormTexts.orBlank(
                                form.map(NotificationForm::designation).orElse(null)),
                        FormTexts.orBlank(
                                form.map(NotificationForm::composition).orElse(null)))));
        blocks.add(new Paper.Boxes(
                "13",
                "Physical characteristics"
                        + form.map(NotificationForm::physicalWords)
                                .map(what -> " (7: " + what + ")")
                                .orElse(""),
                FormTexts.boxes(
                        CodeList.PHYSICAL, form.map(NotificationForm::physical).orElse(List.of())),
                Paper.Width.FULL));
        blocks.addAll(identification(notification, form.map(NotificationForm::identification)));
        return blocks;
    }

    /** Of the Convention's own codes those of Annex I belong under (vii), the others under (i). */
    private static List<Paper.Block> identification(
            NotificationFact notification, Optional<WasteIdentification> codes) {
        List<Paper.Block> blocks = new ArrayList<>();
        blocks.add(half("14(i)", "Basel Annex VIII (or IX if applicable)", codes(notification, false)));
        blocks.add(half(
                "14(ii)",
                "OECD code (if different from (i))",
                codes.map(WasteIdentification::oecd).orElse(null)));
        blocks.add(half(
                "14(iii)",
                "European list of wastes",
                codes.map(WasteIdentification::europeanList).orElse(null)));
        blocks.add(half(
                "14(iv)",
                "National code in country of export",
                codes.map(WasteIdentification::nationalOfExport).orElse(null)));
        blocks.add(half(
                "14(v)",
                "National code in country of import",
                codes.map(WasteIdentification::nationalOfImport).orElse(null)));
        blocks.add(half(
                "14(vi)",
                "Other (specify)",
                codes.map(WasteIdentification::other).orElse(null)));
        blocks.add(half("14(vii)", "Y-code", codes(notification, true)));
        blocks.add(half(
                "14(viii)",
                "H-code",
                codes.map(WasteIdentification::hazards).orElse(List.of()).stream()
                        .map(CodeList.HAZARDS::say)
                        .collect(Collectors.joining("\n"))));
        blocks.add(half(
                "14(ix)",
                "UN class",
                joined(codes.map(WasteIdentification::unClasses).orElse(List.of()))));
        blocks.add(half(
                "14(x)",
                "UN number",
                joined(codes.map(WasteIdentification::unNumbers).orElse(List.of()))));
        blocks.add(half(
                "14(xi)",
                "UN shipping name",
                joined(codes.map(WasteIdentification::shippingNames).orElse(List.of()))));
        blocks.add(half(
                "14(xii)",
                "Customs code(s) (HS)",
                joined(codes.map(WasteIdentification::hsCodes).orElse(List.of()))));
        return blocks;
    }

    private static String codes(NotificationFact notification, boolean ofAnnexI) {
        return joined(notification.wasteCodes().stream()
                .map(WasteCode::value)
                .filter(code -> code.startsWith("Y") == ofAnnexI)
                .toList());
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
