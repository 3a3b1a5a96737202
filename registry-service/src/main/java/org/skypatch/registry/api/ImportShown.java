package org.skypatch.registry.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.sheet.CheckedRow;
import org.skypatch.registry.sheet.ImportJob;
import org.skypatch.registry.sheet.RowProblem;

/**
 * An import of a country sheet as its Party sees it.
 *
 * @param state received, checking, checked, failed, applying, applied or refused
 * @param allowed the moves that can be made from here
 * @param reason why it failed or was refused
 * @param kind traders, licences or quotas, if it was said
 * @param progress how many rows the file has, how many are checked, how many written
 * @param counts how many rows have which outcome
 * @param rows the rows asked for; missing in lists
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ImportShown(
        UUID id,
        String state,
        List<String> allowed,
        @Nullable String reason,
        @Nullable String fileName,
        String format,
        @Nullable String kind,
        AdministrationId sentBy,
        Instant receivedAt,
        @Nullable Instant finishedAt,
        ImportJob.Progress progress,
        ImportJob.Counts counts,
        @Nullable Page<Row> rows) {

    /**
     * What becomes of a row.
     *
     * @param line counted from 1, the header's included
     * @param record the name of the record, such as {@code TH/TH-HCFC-2026-00017}; missing if it cannot be told
     * @param outcome insert, edit, skip or error
     * @param problems what is wrong, by column
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Row(String sheet, int line, String record, String outcome, List<RowProblem> problems) {
        static Row of(CheckedRow row) {
            return new Row(
                    row.kind().label(), row.line(), row.name(), row.outcome().label(), row.problems());
        }
    }

    static ImportShown of(ImportJob job) {
        return of(job, null);
    }

    static ImportShown of(ImportJob job, @Nullable Page<Row> rows) {
        return new ImportShown(
                job.id(),
                job.state().label(),
                job.state().allowed(),
                job.reason(),
                job.fileName(),
                job.format().label(),
                job.kind() == null ? null : job.kind().label(),
                job.sender().administration(),
                job.receivedAt(),
                job.finishedAt(),
                job.progress(),
                job.counts(),
                rows);
    }
}
