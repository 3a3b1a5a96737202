package org.skypatch.registry.sheet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Refusal;

/** What is wrong with a record, told of the columns of its sheet. */
final class RowProblems {

    private static final Pattern ENTRY = Pattern.compile("/(\\d+)(?:/(.*))?");

    private RowProblems() {}

    static List<RowProblem> of(SheetKind kind, List<Draft.Field> wrongs) {
        return wrongs.stream()
                .map(wrong -> of(kind, wrong.pointer(), wrong.reason()))
                .toList();
    }

    /** {@code /registrations/1/until} is the column {@code registrations}, its second entry. */
    static RowProblem of(SheetKind kind, String pointer, String reason) {
        Optional<Column> column = kind.columnOf(pointer);
        if (column.isEmpty()) {
            return new RowProblem("", pointer.isEmpty() ? reason : pointer.substring(1) + " " + reason);
        }
        Matcher entry = ENTRY.matcher(pointer.substring(column.get().field().length() + 1));
        if (!entry.matches()) {
            return new RowProblem(column.get().header(), reason);
        }
        String part = entry.group(2) == null ? "" : ", " + entry.group(2).replaceAll("/\\d+$", "");
        return new RowProblem(
                column.get().header(), "entry " + (Integer.parseInt(entry.group(1)) + 1) + part + ": " + reason);
    }

    static RowProblem of(SheetKind kind, Refusal refusal) {
        return switch (refusal) {
            case Refusal.FixedField(String pointer, String detail) -> of(kind, pointer, detail);
            case Refusal.OtherCompetence(Set<Competence> needed) ->
                new RowProblem(
                        "",
                        "needs the competence "
                                + needed.stream()
                                        .map(Competence::label)
                                        .sorted()
                                        .collect(Collectors.joining(" or ")));
            case Refusal.NotFromThisState(String present, List<String> allowed) ->
                new RowProblem(
                        "state",
                        "the record is " + present + "; "
                                + (allowed.isEmpty()
                                        ? "it cannot be changed any more"
                                        : "allowed: " + String.join(", ", allowed)));
            case Refusal.OtherParty(CountryCode party) -> new RowProblem("", "only " + party + " may write it");
            case Refusal.NotYours(String whose) -> new RowProblem("", "only " + whose + " may write it");
            case Refusal.Beyond(String left) -> new RowProblem("", "more than was consented to; left: " + left);
            case Refusal.OtherRequest() -> new RowProblem("", "the key has been used for another request");
            case Refusal.Missing() -> new RowProblem("", "there is no such record");
            case Refusal.Outdated() -> new RowProblem("", "the record has changed meanwhile");
            case Refusal.Full() -> new RowProblem("", "the record has as many versions as it can hold");
        };
    }
}
