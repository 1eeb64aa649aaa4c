// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stagedchanges.h"

#include "core/logging.h"
#include "database/databasesession.h"
#include "records/changeauthor.h"
#include "records/changestatement.h"
#include "records/danglingclean.h"
#include "records/journalstore.h"
#include "support/indianformat.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Ghar {

// Milliseconds after the last edit before the rows are checked.
static constexpr int checkRest = 150;
// Statements that the review shows; nobody reads more, and one text of millions of lines would hold up the window.
static constexpr qsizetype shownStatements = 500;
static constexpr qsizetype shownDifferences = 6; ///< sentences of a toast

namespace {

/// What tells this database from others for the file of staged edits; no password is in it.
QString identityOf(const Profile &profile)
{
    return profile.kind == Profile::Kind::Sqlite ? u"sqlite "_s + QFileInfo(profile.file).absoluteFilePath()
                                                 : u"postgres "_s + profile.connInfo;
}

QList<RowProblem> refusalsOf(const QList<CommitProblem> &problems)
{
    QList<RowProblem> refusals;
    for (const CommitProblem &problem : problems)
        refusals.append({problem.table, problem.id, problem.column, problem.sentence});
    return refusals;
}

} // namespace

StagedChanges::StagedChanges(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_review.setLabels(&m_labels);
    connect(&m_set, &ChangeSet::changed, this, &StagedChanges::refresh);
    connect(&m_set, &ChangeSet::problemsChanged, this, [this] {
        showReview();
        emit findingsChanged();
    });
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(checkRest);
    connect(&m_checkTimer, &QTimer::timeout, this, &StagedChanges::checkRows);
    connect(&m_set, &ChangeSet::savingFailed, this, &StagedChanges::remarked);
}

StagedChanges::~StagedChanges() = default;

void StagedChanges::setSession(DatabaseSession *session, const QString &whyNot)
{
    ++m_generation;
    cancelCheck();
    if (m_clean && m_session)
        m_session->counter().cancel(m_clean);
    m_clean.reset();
    m_plan.setSession(session);
    m_labels.setSession(session);
    m_session = session;
    m_whyNot = whyNot;
    m_problems.clear();
    m_undoReasons.clear();
    m_errorText.clear();
    m_committing = false;
    m_set.leaveFile();
    if (isWritable()) {
        m_session->allowWriting();
        const Result<QString> kept = m_set.keepIn(stagingPath(identityOf(session->profile())));
        if (!kept)
            emit remarked(kept.error().userText);
        else if (!kept->isEmpty())
            emit remarked(*kept);
        if (!m_set.openCommit().isEmpty())
            resolveOpenCommit();
    }
    emit sessionChanged();
    refresh();
}

void StagedChanges::setStaff(const std::optional<StaffMember> &staff, bool needed)
{
    m_staff = staff;
    m_staffNeeded = needed;
    emit sessionChanged();
}

QString StagedChanges::reasonTables() const
{
    if (!m_session || !m_session->schema())
        return {};
    return tablesThatNeedReason(*m_session->schema(), m_set.rows()).join(u", "_s);
}

void StagedChanges::refresh()
{
    // What was wrong with a row is not known any more once it is another one.
    m_problems.removeIf([this](const CommitProblem &problem) { return !m_set.find(problem.table, problem.id); });
    m_statements.clear();
    showReview();
    emit changed();
    if (isWritable())
        m_checkTimer.start();
}

void StagedChanges::showReview()
{
    const QList<StagedRow> rows = m_set.rows();
    m_deletionCount = int(
        std::count_if(rows.cbegin(), rows.cend(), [](const StagedRow &row) { return row.kind == StagedKind::Delete; }));
    m_review.setRows(m_session ? m_session->schema() : nullptr, rows, m_problems, m_set.problems());
}

void StagedChanges::cancelCheck()
{
    m_checkTimer.stop();
    if (m_check && m_session)
        m_session->counter().cancel(m_check);
    m_check.reset();
}

void StagedChanges::checkRows()
{
    cancelCheck();
    if (!isWritable() || m_set.isEmpty()) {
        m_set.setProblems({});
        return;
    }
    m_check = std::make_shared<WorkToken>();
    m_session->counter()
        .run(
            [live = m_session->schema(), rows = m_set.rows(), work = m_check](Connection &connection) {
                return checkStagedRows(connection, *live, rows, [&work] { return !work->isCancelled(); });
            },
            m_check)
        .then(this, [this, work = m_check](const Result<QList<RowProblem>> &problems) {
            if (work != m_check)
                return; // the rows are others by now
            m_check.reset();
            if (problems)
                m_set.setProblems(*problems);
            else // The database has the last word anyway, so that nothing is held up by a check that failed.
                qCWarning(lcRecords) << "staged rows were not checked:" << problems.error().detail;
            emit findingsChanged();
        });
}

QString StagedChanges::countText() const
{
    return tr("%n change(s)", nullptr, count());
}

void StagedChanges::stageUndo(const QString &label, const QList<StagedRow> &rows, const QString &changeId,
                              const QString &reason)
{
    m_undoReasons.insert(changeId, reason);
    m_set.stageUndo(label, rows, changeId);
}

void StagedChanges::undo()
{
    if (canUndo())
        m_set.undo();
}

void StagedChanges::redo()
{
    if (canRedo())
        m_set.redo();
}

void StagedChanges::discard()
{
    m_set.discard(tr("Discard everything"));
}

void StagedChanges::revert(int entry)
{
    if (const StagedRow *row = m_review.rowAt(entry))
        m_set.revert(tr("Take back"), QString(row->table()), QString(row->id));
}

void StagedChanges::revertValue(int entry)
{
    const StagedRow *row = m_review.rowAt(entry);
    const QString column = m_review.columnAt(entry);
    if (!row || column.isEmpty() || row->kind != StagedKind::Update)
        return;
    const OriginalRow original = row->original;
    m_set.setValues(tr("Take back"), {original}, {{column, {original.values.value(column), false}}});
}

void StagedChanges::keepMine(int entry)
{
    const CommitProblem *problem = m_review.problemAt(entry);
    if (!problem || problem->kind != CommitProblem::Kind::Conflict)
        return;
    const CommitProblem solved = *problem;
    m_problems.removeIf(
        [&solved](const CommitProblem &other) { return other.table == solved.table && other.id == solved.id; });
    m_set.rebase(tr("Keep mine"), solved.id, solved.now);
}

void StagedChanges::setPrivacy(Privacy privacy)
{
    m_review.setPrivacy(privacy);
    m_plan.setPrivacy(privacy);
}

void StagedChanges::readPlan()
{
    m_plan.read(isWritable() ? m_set.rows() : QList<StagedRow>());
}

void StagedChanges::cleanReferences()
{
    if (!isWritable() || m_clean)
        return;
    m_clean = std::make_shared<WorkToken>();
    emit findingsChanged();
    m_session->counter()
        .run(
            [live = m_session->schema(), rows = m_set.rows(), work = m_clean](Connection &connection) {
                return cleanDangling(connection, *live, rows, [&work] { return !work->isCancelled(); });
            },
            m_clean)
        .then(this, [this, work = m_clean](const Result<QList<RowEdit>> &edits) {
            if (work != m_clean)
                return;
            m_clean.reset();
            if (!edits)
                emit remarked(edits.error().userText);
            else if (edits->isEmpty())
                emit remarked(tr("None of the references can be emptied without a loss; they stay as they are."));
            else
                m_set.stage(tr("Clean %n reference(s)", nullptr, int(edits->size())), *edits);
            emit findingsChanged();
        });
}

void StagedChanges::readStatements()
{
    if (!isWritable())
        return;
    m_session->details()
        .run([live = m_session->schema(), rows = m_set.rows(),
              now = m_clock.now()](Connection &connection) -> Result<QString> {
            QStringList lines;
            // A server's rows have a version of their own in the statement.
            if (!connection.dialect().isPostgres())
                lines.append(tr("-- Before each: the row is compared, value by value, with how it was read; when it "
                                "differs, nothing runs."));
            for (const StagedRow &row : rows) {
                if (lines.size() == shownStatements) {
                    lines.append(tr("-- and %1 more").arg(rows.size() - lines.size()));
                    break;
                }
                const LiveTable *table = live->table(row.table());
                if (!table)
                    continue;
                const Result<Sql> sql = statementFor(connection, *table, row, now);
                if (!sql)
                    return sql.error();
                lines.append(readableStatement(*sql) + u';');
            }
            return lines.join(u"\n\n"_s);
        })
        .then(this, [this, generation = m_generation](const Result<QString> &statements) {
            if (generation != m_generation)
                return;
            m_statements = statements ? *statements : statements.error().userText;
            emit changed();
        });
}

void StagedChanges::commit(const QString &reason)
{
    if (!isWritable() || m_committing || m_set.isEmpty())
        return;
    m_errorText.clear();
    m_problems.clear();
    m_set.setRefusals({});
    if (isStaffMissing()) {
        m_errorText = tr("On a server a change names who makes it. Choose who you are and commit again.");
        emit changed();
        return;
    }
    Result<ChangeHeader> begun = beginChange(m_staff, m_clock.now(), u"records"_s, reason);
    const Result<void> noted = begun ? m_set.beginCommit(begun->changeId) : Result<void>(begun.error());
    if (!noted) {
        m_errorText = noted.error().userText;
        emit changed();
        return;
    }
    m_committing = true;
    emit changed();
    ChangeHeader header = *begun;
    header.reverts = m_set.reverts();
    m_session->writer()
        ->run([live = m_session->schema(), rows = m_set.rows(), header,
               file = m_set.file()](Connection &connection) mutable -> Result<CommitOutcome> {
            if (const Result<void> safe = syncStagedEdits(file); !safe)
                return safe.error();
            const Result<QString> role = databaseRole(connection);
            if (!role)
                return role.error();
            header.role = *role;
            return commitChanges(connection, *live, rows, header);
        })
        .then(this, [this, generation = m_generation](const Result<CommitOutcome> &outcome) {
            if (generation == m_generation)
                takeOutcome(outcome);
        });
}

void StagedChanges::takeOutcome(const Result<CommitOutcome> &outcome)
{
    m_committing = false;
    if (!outcome) {
        m_errorText = outcome.error().userText;
        m_set.abandonCommit();
        return;
    }
    switch (outcome->state) {
    case CommitOutcome::State::Committed: {
        const QString sentence = describe(*outcome, *m_session->schema(), m_set.rows());
        m_labels.clear();
        m_set.finishCommit();
        emit committed(sentence);
        return;
    }
    case CommitOutcome::State::Problems:
        m_problems = outcome->problems;
        m_set.abandonCommit();
        m_set.setRefusals(refusalsOf(m_problems));
        return;
    case CommitOutcome::State::Unknown:
        resolveOpenCommit();
        return;
    }
}

void StagedChanges::resolveOpenCommit()
{
    m_committing = true;
    emit changed();
    m_session->details()
        .run([changeId = m_set.openCommit(), live = m_session->schema()](Connection &connection) -> Result<bool> {
            const Result<std::unique_ptr<JournalStore>> journal = JournalStore::open(*live);
            if (!journal)
                return journal.error();
            return (*journal)->wasCommitted(connection, *live, changeId);
        })
        .then(this, [this, generation = m_generation](const Result<bool> &happened) {
            if (generation != m_generation)
                return;
            m_committing = false;
            if (!happened) {
                m_errorText = tr("The connection was lost while the changes were committed, and the database does not "
                                 "answer: %1 Nothing is sent again before it is known what happened. Reload to ask "
                                 "once more.")
                                  .arg(happened.error().userText);
                emit changed();
            } else if (*happened) {
                m_set.finishCommit();
                emit committed(tr("The changes were committed before the connection was lost."));
            } else {
                m_errorText = tr("The connection was lost before the changes were committed. Nothing was changed, and "
                                 "all of them are still here; commit again.");
                m_set.abandonCommit();
            }
        });
}

QString StagedChanges::describe(const CommitOutcome &outcome, const LiveSchema &live, const QList<StagedRow> &rows)
{
    QStringList sentences{tr("%n change(s) committed.", nullptr, int(rows.size()))};
    if (outcome.alsoDeleted > 0)
        sentences.append(tr("%n row(s) went with them.", nullptr, int(outcome.alsoDeleted)));
    qsizetype left = 0;
    for (const CommittedRow &row : outcome.rows) {
        const LiveTable *table = live.table(row.now.table);
        for (const QString &name : row.differing + row.followed) {
            const Column *column = table ? table->table.column(name) : nullptr;
            // That a row was changed just now says nothing new.
            if (column && column->setOnUpdate)
                continue;
            if (sentences.size() > shownDifferences) {
                ++left;
                continue;
            }
            sentences.append(tr("%1 is now “%2”: the database made it so.")
                                 .arg(column ? column->label : name, row.now.values.value(name).text().left(80)));
        }
    }
    if (left > 0)
        sentences.append(tr("And %n more; the History has them.", nullptr, int(left)));
    return sentences.join(u' ');
}

} // namespace Ghar
