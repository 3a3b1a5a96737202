package org.skypatch.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.sheet.CheckedRow;
import org.skypatch.registry.sheet.ImportJob;
import org.skypatch.registry.sheet.ImportState;
import org.skypatch.registry.sheet.Imports;

/**
 * Imports of country sheets in the tables {@code sheet_import}, {@code sheet_import_part} and {@code sheet_import_row}. Each
 * step of the work is a transaction of its own and holds only while the lease does. Leases go by the database's clock.
 */
@ApplicationScoped
class PostgresImports implements Imports {

    private static final int PART = 256 * 1024;
    private static final String LEASE = "interval '60 seconds'";
    private static final String PAUSE = "interval '5 seconds'";
    private static final int MOST_ATTEMPTS = 5;

    private static final String RECEIVE = """
            insert into sheet_import(party, administration, person, roles, competences, file_name, format, kind, state, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'received', ?)
            returning *
            """;
    private static final String GIVE_UP = """
            update sheet_import
            set state = case state when 'applying' then 'refused' else 'failed' end,
                reason = 'the work on it failed time and again', worker = null, finished_at = ?
            where state in ('checking', 'applying') and leased_until < now() and attempts >= %d
            """.formatted(MOST_ATTEMPTS);
    private static final String CLAIM = """
            update sheet_import
            set state = case state when 'applying' then 'applying' else 'checking' end,
                worker = uuidv7(), leased_until = now() + %s, attempts = attempts + 1
            where id = (
                select id from sheet_import
                where state in ('received', 'checking', 'applying') and coalesce(leased_until < now(), true)
                order by id limit 1
                for update skip locked)
            returning *
            """.formatted(LEASE);
    private static final String PROGRESS = """
            update sheet_import
            set rows_read = ?, rows_checked = ?, rows_applied = ?, leased_until = now() + %s
            where id = ? and worker = ?
            """.formatted(LEASE);
    private static final String COUNTS = """
            update sheet_import set inserts = ?, edits = ?, skips = ?, errors = ? where id = ?
            """;
    private static final String RECOUNT = """
            update sheet_import i
            set inserts = c.inserts, edits = c.edits, skips = c.skips, errors = c.errors, rows_applied = 0
            from (select count(*) filter (where outcome = 'insert') as inserts, count(*) filter (where outcome = 'edit') as edits,
                         count(*) filter (where outcome = 'skip') as skips, count(*) filter (where outcome = 'error') as errors,
                         import
                  from sheet_import_row group by import) c
            where i.id = ? and c.import = i.id
            """;
    private static final String END = """
            update sheet_import
            set state = ?, reason = ?, worker = null, leased_until = null, finished_at = ?
            where id = ? and worker = ?
            """;

    private final DataSource database;
    private final ImportRows rows;
    private final Clock clock;

    PostgresImports(DataSource database, ImportRows rows, BusinessClock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    @Transactional(rollbackOn = IOException.class)
    public ImportJob receive(Sent sent) throws IOException {
        try (Connection connection = database.getConnection()) {
            ImportJob job = insert(connection, sent);
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into sheet_import_part(import, part, bytes) values (?, ?, ?)")) {
                int part = 0;
                for (byte[] bytes = sent.content().readNBytes(PART);
                        bytes.length > 0;
                        bytes = sent.content().readNBytes(PART)) {
                    statement.setObject(1, job.id());
                    statement.setInt(2, part++);
                    statement.setBytes(3, bytes);
                    statement.executeUpdate();
                }
            }
            return job;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private ImportJob insert(Connection connection, Sent sent) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECEIVE)) {
            statement.setString(1, sent.party().value());
            statement.setString(2, sent.sender().administration().value());
            statement.setString(3, sent.person());
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            sent.sender().roles().stream()
                                    .map(role -> role.label())
                                    .toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "text",
                            sent.sender().competences().stream()
                                    .map(competence -> competence.label())
                                    .toArray()));
            statement.setString(6, sent.fileName());
            statement.setString(7, sent.format().label());
            statement.setString(8, Columns.text(sent.kind()));
            statement.setObject(9, clock.instant().atOffset(ZoneOffset.UTC));
            return ImportJobs.only(statement).orElseThrow();
        }
    }

    @Override
    @Transactional
    public Optional<ImportJob> find(CountryCode party, UUID id) {
        return query("select * from sheet_import where id = ? and party = ?", id, party.value()).stream()
                .findFirst();
    }

    @Override
    @Transactional
    public List<ImportJob> list(CountryCode party, @Nullable UUID before, int limit) {
        return before == null
                ? query("select * from sheet_import where party = ? order by id desc limit ?", party.value(), limit)
                : query(
                        "select * from sheet_import where party = ? and id < ? order by id desc limit ?",
                        party.value(),
                        before,
                        limit);
    }

    @Override
    @Transactional
    public List<CheckedRow> rows(UUID id, RowQuestion question) {
        return rows.list(id, question);
    }

    @Override
    @Transactional
    public List<CheckedRow> overtaken(ImportJob job, int limit) {
        return rows.overtaken(job.id(), limit);
    }

    @Override
    @Transactional
    public boolean apply(UUID id) {
        return update(
                        "update sheet_import set state = 'applying', leased_until = null, attempts = 0, finished_at = null"
                                + " where id = ? and state = 'checked'",
                        id)
                == 1;
    }

    @Override
    @Transactional
    public Optional<Claim> claim() {
        update(GIVE_UP, clock.instant().atOffset(ZoneOffset.UTC));
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIM);
                var found = statement.executeQuery()) {
            return found.next()
                    ? Optional.of(new Claim(ImportJobs.read(found), found.getObject("worker", UUID.class)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public InputStream content(UUID id) {
        return new ImportContent(database, id);
    }

    @Override
    @Transactional(rollbackOn = ClaimLost.class)
    public void begin(Claim claim, int rowsOfFile) throws ClaimLost {
        hold(claim, new ImportJob.Progress(rowsOfFile, 0, 0));
        update("delete from sheet_import_row where import = ?", claim.job().id());
        count(claim, ImportJob.Counts.NONE);
    }

    @Override
    @Transactional(rollbackOn = ClaimLost.class)
    public void keep(Claim claim, List<CheckedRow> checked, ImportJob.Progress progress, ImportJob.Counts counts)
            throws ClaimLost {
        hold(claim, progress);
        rows.add(claim.job().id(), checked);
        count(claim, counts);
    }

    @Override
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = ClaimLost.class)
    public void progress(Claim claim, ImportJob.Progress progress) throws ClaimLost {
        hold(claim, progress);
    }

    @Override
    @Transactional(rollbackOn = ClaimLost.class)
    public void checked(Claim claim) throws ClaimLost {
        end(claim, ImportState.CHECKED, null);
        forgetFile(claim);
    }

    @Override
    @Transactional(rollbackOn = ClaimLost.class)
    public void fail(Claim claim, String reason) throws ClaimLost {
        if (claim.job().state() == ImportState.APPLYING) {
            end(claim, ImportState.REFUSED, reason);
            update(
                    "update sheet_import set rows_applied = 0 where id = ?",
                    claim.job().id());
        } else {
            end(claim, ImportState.FAILED, reason);
            forgetFile(claim);
            update("delete from sheet_import_row where import = ?", claim.job().id());
            count(claim, ImportJob.Counts.NONE);
        }
    }

    @Override
    @Transactional
    public void release(Claim claim) {
        update(
                "update sheet_import set leased_until = now() + " + PAUSE + " where id = ? and worker = ?",
                claim.job().id(),
                claim.worker());
    }

    @Override
    @Transactional
    public int forgetEndedBefore(Instant instant) {
        return update(
                "delete from sheet_import where finished_at < ? and state in ('checked', 'failed', 'applied', 'refused')",
                instant.atOffset(ZoneOffset.UTC));
    }

    /** Ends the work within the caller's transaction. */
    void end(Claim claim, ImportState state, @Nullable String reason) throws ClaimLost {
        if (update(
                        END,
                        state.label(),
                        reason,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        claim.job().id(),
                        claim.worker())
                != 1) {
            throw new ClaimLost();
        }
    }

    /** Counts the outcomes anew, within the caller's transaction. */
    void recount(Claim claim) {
        update(RECOUNT, claim.job().id());
    }

    private void forgetFile(Claim claim) {
        update("delete from sheet_import_part where import = ?", claim.job().id());
    }

    private void hold(Claim claim, ImportJob.Progress progress) throws ClaimLost {
        if (update(
                        PROGRESS,
                        progress.read(),
                        progress.checked(),
                        progress.applied(),
                        claim.job().id(),
                        claim.worker())
                != 1) {
            throw new ClaimLost();
        }
    }

    private void count(Claim claim, ImportJob.Counts counts) {
        update(
                COUNTS,
                counts.insert(),
                counts.edit(),
                counts.skip(),
                counts.error(),
                claim.job().id());
    }

    private List<ImportJob> query(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            List<ImportJob> jobs = new ArrayList<>();
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    jobs.add(ImportJobs.read(found));
                }
            }
            return jobs;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("the imports of sheets cannot be reached", e);
    }
}
