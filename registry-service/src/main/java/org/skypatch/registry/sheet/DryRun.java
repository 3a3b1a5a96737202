package org.skypatch.registry.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordTables;
import org.skypatch.registry.record.Refusal;
import org.skypatch.registry.record.Revised;

/** One run over a file that writes nothing: every row gets the outcome that applying it would have now. */
final class DryRun {

    private static final int AT_ONCE = 1_000;

    private final Imports imports;
    private final RecordTables tables;
    private final Imports.Claim claim;
    private final RowReading.RowReader reader;
    private final int rows;
    private final List<SheetRow> waiting = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private ImportJob.Counts counts = ImportJob.Counts.NONE;
    private int checked;

    DryRun(Imports imports, RecordTables tables, Imports.Claim claim, RowReading.RowReader reader, int rows) {
        this.imports = imports;
        this.tables = tables;
        this.claim = claim;
        this.reader = reader;
        this.rows = rows;
    }

    void take(SheetRow row) throws Imports.ClaimLost {
        if (!waiting.isEmpty()
                && (waiting.size() == AT_ONCE || waiting.getFirst().kind() != row.kind())) {
            finish();
        }
        waiting.add(row);
    }

    /** Judges the rows that still wait. */
    void finish() throws Imports.ClaimLost {
        if (waiting.isEmpty()) {
            return;
        }
        List<CheckedRow> judged =
                judged(waiting, waiting.stream().map(reader::read).toList());
        for (CheckedRow row : judged) {
            counts = counts.plus(row.outcome());
        }
        checked += judged.size();
        imports.keep(claim, judged, new ImportJob.Progress(rows, checked, 0), counts);
        waiting.clear();
    }

    private List<CheckedRow> judged(List<SheetRow> sheet, List<Draft> drafts) {
        List<String> names = drafts.stream()
                .flatMap(draft -> draft instanceof Draft.Made<?> made ? Stream.of(made.name()) : Stream.empty())
                .distinct()
                .toList();
        Map<String, ? extends Revised<? extends RegistryFact>> present =
                tables.of(sheet.getFirst().kind().records()).find(names);
        List<CheckedRow> judged = new ArrayList<>();
        for (int i = 0; i < sheet.size(); i++) {
            SheetRow row = sheet.get(i);
            judged.add(
                    switch (drafts.get(i)) {
                        case Draft.Wrong(List<Draft.Field> wrongs) ->
                            CheckedRow.wrong(row, "", RowProblems.of(row.kind(), wrongs));
                        case Draft.Made<?> made -> judged(row, made, present.get(made.name()));
                    });
        }
        return judged;
    }

    private <F extends RegistryFact> CheckedRow judged(
            SheetRow row, Draft.Made<F> made, @Nullable Revised<? extends RegistryFact> standing) {
        Integer earlier = lines.putIfAbsent(row.kind() + ":" + made.name(), row.line());
        if (earlier != null) {
            return CheckedRow.wrong(
                    row, made.name(), List.of(new RowProblem("", "is the same record as line " + earlier)));
        }
        Optional<F> fact =
                Optional.ofNullable(standing).map(Revised::fact).map(made.kind().fact()::cast);
        long revision = standing == null ? 0 : standing.revision();
        return switch (made.decide().apply(fact)) {
            case Decision.Refuse<F>(Refusal refusal) ->
                CheckedRow.wrong(row, made.name(), List.of(RowProblems.of(row.kind(), refusal)));
            case Decision.Become<F>(F next) -> {
                RowOutcome outcome = fact.isEmpty()
                        ? RowOutcome.INSERT
                        : fact.filter(next::equals).isPresent() ? RowOutcome.SKIP : RowOutcome.EDIT;
                yield new CheckedRow(
                        row.kind(),
                        row.line(),
                        made.name(),
                        outcome,
                        revision,
                        outcome == RowOutcome.SKIP ? null : next,
                        List.of());
            }
        };
    }
}
