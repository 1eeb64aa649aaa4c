// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importer.h"

#include "database/transaction.h"
#include "records/journalstore.h"
#include "records/staffscope.h"
#include "transfer/importnote.h"
#include "transfer/importreader.h"
#include "transfer/importwriter.h"

#include <QCoreApplication>
#include <QSet>

#include <future>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Importer)
};

/// Rows that are read, written and journalled together.
constexpr qsizetype batchSize = 1000;
/// Entries that are kept before the journal gets them.
constexpr qsizetype notesAtOnce = 50;

/// SQLite keeps two megabytes of pages by itself; indexes that rows are scattered over want more than that.
class LargerCache
{
public:
    explicit LargerCache(Connection &connection) : m_connection(connection)
    {
        if (!connection.dialect().isPostgres())
            (void)connection.run(u"PRAGMA cache_size = -131072"_s);
    }
    ~LargerCache()
    {
        if (!m_connection.dialect().isPostgres())
            (void)m_connection.run(u"PRAGMA cache_size = -2000"_s);
    }
    Q_DISABLE_COPY_MOVE(LargerCache)

private:
    Connection &m_connection;
};

class Import
{
public:
    Import(Connection &connection, const LiveSchema &live, const ImportPlan &plan, const RowSourceFactory &factory,
           const ChangeHeader &header, const ImportProgressFunction &progress, const ImportRowSink &rowSink)
        : m_connection(connection)
        , m_live(live)
        , m_plan(plan)
        , m_factory(factory)
        , m_header(header)
        , m_progress(progress)
        , m_rowSink(rowSink)
    { }

    Result<ImportReport> run()
    {
        if (!m_plan.keepsGood)
            return runOnce();
        // What is bad is found out by trying; then the rest is written, or nothing.
        const bool isDryRun = std::exchange(m_plan.isDryRun, true);
        Result<ImportReport> tried = runOnce();
        if (!tried || isDryRun || tried->refused == tried->rows)
            return tried;
        m_plan.isDryRun = false;
        const ImportReport first = *tried;
        m_report = {};
        m_isSecond = true;
        Result<ImportReport> done = runOnce();
        if (!done)
            return done;
        done->problems = first.problems + done->problems;
        done->rows = first.rows;
        done->refused += first.refused;
        return done;
    }

private:
    Result<ImportReport> runOnce()
    {
        const LiveTable *table = m_live.all().table(m_plan.table);
        const LiveTable *seen = m_live.table(m_plan.table);
        if (!table || !seen)
            return Error{ErrorKind::NotFound, Text::tr("The database has no table %1.").arg(m_plan.table), {}};
        if (!seen->readable)
            return Error{ErrorKind::Permission,
                         seen->hiddenBecause.isEmpty()
                             ? Text::tr("You may not read %1, so nothing can be imported into it.").arg(m_plan.table)
                             : seen->hiddenBecause,
                         {}};
        const Result<std::unique_ptr<JournalStore>> journal = JournalStore::open(m_live.all());
        if (!journal)
            return journal.error();
        const LargerCache cache(m_connection);
        Transaction transaction(m_connection);
        if (const Result<void> begun = transaction.begin(); !begun)
            return begun.error();
        if (const Result<void> allowed = checkStaff(*table); !allowed)
            return allowed.error();
        // The rows that the member sees at this moment, not those of when the window was opened.
        if (m_seen) {
            seen = m_seen->table(m_plan.table);
            if (!seen->readable)
                return Error{ErrorKind::Permission, seen->hiddenBecause, {}};
        }
        const LiveSchema &visible = m_seen ? *m_seen : m_live;
        ImportReader reader(m_connection, visible, *table, m_plan, m_factory);
        if (const Result<void> begun = reader.begin(); !begun)
            return begun.error();
        ImportWriter writer(m_connection, *table, *seen, m_plan, reader.columns(), m_header.madeAt);
        if (const Result<void> begun = writer.begin(); !begun)
            return begun.error();
        if (const Result<void> done = writeAll(reader, writer, **journal); !done)
            return done.error().kind == ErrorKind::Cancelled ? stopped() : done.error();
        const bool mayCommit = m_report.refused == 0;
        if (m_plan.isDryRun || !mayCommit) {
            transaction.rollback();
            m_report.state = m_plan.isDryRun ? ImportReport::State::DryRun : ImportReport::State::Problems;
            return m_report;
        }
        const Result<QString> finished = writer.finish();
        if (!finished)
            return finished.error();
        if (!finished->isEmpty())
            m_report.notices.append(*finished);
        return commit(transaction, **journal);
    }

    static Error stopped() { return {ErrorKind::Cancelled, Text::tr("Stopped. Nothing was written."), {}}; }

    Result<void> checkStaff(const LiveTable &table)
    {
        if (m_header.reason.trimmed().isEmpty() && table.table.needsReason && !m_plan.isDryRun)
            return Error{ErrorKind::Refused,
                         Text::tr("A change of %1 needs a reason. Nothing was written; say why and import again.")
                             .arg(table.table.label),
                         {}};
        if (m_header.staffId.isNull())
            return {};
        const LiveSchema &whole = m_live.all();
        const Result<StaffMember> member = readStaffMember(m_connection, whole, m_header.staffId.text().toLongLong());
        if (!member)
            return member.error();
        const StaffScope scope(*member);
        if (scope.isEverything())
            return {};
        m_seen = scope.narrowed(whole);
        QStringList columns;
        for (const MappedColumn &mapped : m_plan.mapping) {
            // Rows are found by the key; it is not changed.
            if (!mapped.column.isEmpty() && !table.table.primaryKey.contains(mapped.column))
                columns.append(mapped.column);
        }
        QString whyNot;
        if (m_plan.mode != ImportMode::Insert)
            whyNot = scope.whyNot(table, StagedKind::Update, columns);
        if (whyNot.isEmpty() && m_plan.mode != ImportMode::Update)
            whyNot = scope.whyNot(table, StagedKind::Insert, columns);
        if (!whyNot.isEmpty())
            return Error{ErrorKind::Permission, whyNot, {}};
        return {};
    }

    /// While one batch is written, the next one is read and the one before is turned into its journal entry.
    Result<void> writeAll(ImportReader &reader, ImportWriter &writer, JournalStore &journal)
    {
        ImportReader::Batch batch;
        ImportReader::Batch following;
        ImportReader::Batch written;
        std::future<std::optional<JournalNote>> noting;
        if (const Result<void> read = reader.read(batch, batchSize); !read)
            return read;
        while (!batch.rows.isEmpty()) {
            std::future<Result<void>> reading =
                std::async(std::launch::async, [&reader, &following] { return reader.read(following, batchSize); });
            const Result<void> done = writeBatch(reader, writer, batch);
            const Result<void> read = reading.get();
            const std::optional<JournalNote> note = noting.valid() ? noting.get() : std::nullopt;
            if (!done)
                return done;
            if (!read)
                return read;
            if (const Result<void> kept = keepNote(note, journal); !kept)
                return kept;
            std::swap(written, batch);
            std::swap(batch, following);
            // With the first problem nothing will be written, and so nothing be journalled.
            if (m_plan.isDryRun || m_report.refused > 0)
                continue;
            noting = std::async(std::launch::async, [this, &reader, &written, changes = writer.takeChanges()] {
                return importNote(m_plan.table, reader.columns(), written.rows, changes);
            });
        }
        return keepNote(noting.valid() ? noting.get() : std::nullopt, journal);
    }

    Result<void> writeBatch(ImportReader &reader, ImportWriter &writer, ImportReader::Batch &batch)
    {
        QList<ImportRow> &rows = batch.rows;
        if (const Result<void> resolved = reader.resolve(batch); !resolved)
            return resolved;
        if (m_isSecond)
            rows.removeIf([this](const ImportRow &row) { return m_bad.contains(row.number); });
        if (const Result<void> written = writer.write(rows); !written)
            return written;
        if (const Result<void> counted = countRows(rows); !counted)
            return counted;
        if (m_progress && !m_progress({m_report.rows, batch.position, reader.size()}))
            return stopped();
        return {};
    }

    Result<void> countRows(const QList<ImportRow> &rows)
    {
        for (const ImportRow &row : rows) {
            ++m_report.rows;
            switch (row.outcome) {
            case ImportOutcome::Inserted:
                ++m_report.inserted;
                break;
            case ImportOutcome::Updated:
                ++m_report.updated;
                break;
            case ImportOutcome::Unchanged:
                ++m_report.unchanged;
                break;
            case ImportOutcome::Refused:
                ++m_report.refused;
                if (m_plan.keepsGood)
                    m_bad.insert(row.number);
                if (m_report.problems.size() < ImportReport::mostProblems)
                    m_report.problems.append({row.number, row.line, row.column, row.sentence});
                break;
            }
            if (m_rowSink && !m_isSecond) {
                if (const Result<void> told = m_rowSink(row); !told)
                    return told;
            }
        }
        return {};
    }

    Result<void> keepNote(const std::optional<JournalNote> &note, JournalStore &journal)
    {
        if (note)
            m_notes.append(*note);
        if (m_notes.size() < notesAtOnce || !journal.takesPortions())
            return {};
        return journal.keep(m_connection, m_header, std::exchange(m_notes, {}));
    }

    Result<ImportReport> commit(Transaction &transaction, JournalStore &journal)
    {
        if (!m_notes.isEmpty()) {
            if (const Result<void> kept = journal.keep(m_connection, m_header, m_notes); !kept)
                return kept.error();
        }
        if (const Result<void> committed = transaction.commit(); !committed) {
            if (committed.error().kind != ErrorKind::ConnectionLost) {
                (void)journal.settle(m_header.changeId, false);
                return committed.error();
            }
            m_report.state = ImportReport::State::Unknown;
            return m_report;
        }
        // What cannot be marked done now stays open in the file and is found out when the database is opened again.
        (void)journal.settle(m_header.changeId, true);
        m_report.state = ImportReport::State::Written;
        return m_report;
    }

    Connection &m_connection;
    const LiveSchema &m_live;
    ImportPlan m_plan;
    const RowSourceFactory &m_factory;
    const ChangeHeader &m_header;
    const ImportProgressFunction &m_progress;
    const ImportRowSink &m_rowSink;
    std::optional<LiveSchema> m_seen; ///< what an agent sees; nothing for everybody else
    QList<JournalNote> m_notes;
    QSet<qint64> m_bad; ///< numbers of the rows that were refused, where the good ones are kept
    bool m_isSecond = false;
    ImportReport m_report;
};

} // namespace

Result<ImportReport> importRows(Connection &connection, const LiveSchema &live, const ImportPlan &plan,
                                const RowSourceFactory &factory, const ChangeHeader &header,
                                const ImportProgressFunction &progress, const ImportRowSink &rowSink)
{
    return Import(connection, live, plan, factory, header, progress, rowSink).run();
}

} // namespace Ghar
