// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/changecommit.h"

#include "database/transaction.h"
#include "records/blamedcolumn.h"
#include "records/changestatement.h"
#include "records/deleteplan.h"
#include "records/insertorder.h"
#include "records/journalstore.h"
#include "records/originalrow.h"
#include "records/restoredrows.h"
#include "records/rowkey.h"
#include "records/staffscope.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChangeCommit)
};

Value imageOf(const QMap<QString, Value> &values)
{
    QJsonObject object;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        object.insert(it.key(), it->isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(it->text()));
    return Value(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

/// Errors that a value or row is to blame for, so that the person can mend it.
bool isRowsFault(ErrorKind kind)
{
    return kind == ErrorKind::Constraint || kind == ErrorKind::BadInput || kind == ErrorKind::NotFound;
}

class Commit
{
public:
    Commit(Connection &connection, const LiveSchema &live, const QList<StagedRow> &rows, const ChangeHeader &header,
           const std::function<bool(qsizetype)> &progress, const CommitCompanion &companion)
        : m_connection(connection)
        , m_live(live.all())
        , m_rows(rows)
        , m_header(header)
        , m_progress(progress)
        , m_companion(companion)
        , m_restored(connection, m_live, header.madeAt)
    { }

    Result<CommitOutcome> run()
    {
        const Result<std::unique_ptr<JournalStore>> journal = JournalStore::open(m_live);
        if (!journal)
            return journal.error();
        Transaction transaction(m_connection);
        if (const Result<void> begun = transaction.begin(); !begun)
            return begun.error();
        if (const Result<void> ready = prepare(); !ready)
            return ready.error();
        using Stage = Result<void> (Commit::*)();
        for (const Stage stage : {Stage(&Commit::checkStaff), Stage(&Commit::compareAll), Stage(&Commit::keepParents),
                                  Stage(&Commit::insertAll), Stage(&Commit::updateAll), Stage(&Commit::deleteAll),
                                  Stage(&Commit::settleRestored), Stage(&Commit::readBack)}) {
            if (const Result<void> done = (this->*stage)(); !done)
                return done.error();
            if (!m_outcome.problems.isEmpty())
                return m_outcome; // rolled back with the transaction
        }
        if (m_companion) {
            if (const Result<void> joined = m_companion(m_connection, m_outcome); !joined)
                return joined.error();
        }
        if (const Result<void> noted = (*journal)->keep(m_connection, m_header, m_notes); !noted)
            return noted.error();
        if (const Result<void> committed = transaction.commit(); !committed) {
            if (committed.error().kind != ErrorKind::ConnectionLost) {
                (void)(*journal)->settle(m_header.changeId, false);
                return committed.error();
            }
            m_outcome.state = CommitOutcome::State::Unknown;
            return m_outcome;
        }
        // What cannot be marked done now stays open in the file and is found out when the database is opened again.
        (void)(*journal)->settle(m_header.changeId, true);
        m_outcome.state = CommitOutcome::State::Committed;
        return m_outcome;
    }

private:
    Result<void> prepare()
    {
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            const LiveTable *table = m_live.table(m_rows.at(i).table());
            if (!table)
                return Error{ErrorKind::NotFound,
                             Text::tr("The table %1 is not there any more. Nothing was changed; take its edits back.")
                                 .arg(m_rows.at(i).table()),
                             {}};
            m_tables.append(table);
        }
        // In one order for everybody, so that two desks which lock the same rows do not wait for each other.
        for (qsizetype i = 0; i < m_rows.size(); ++i)
            m_sorted.append(i);
        std::stable_sort(m_sorted.begin(), m_sorted.end(), [this](qsizetype a, qsizetype b) {
            return m_tables.at(a) == m_tables.at(b) ? m_rows.at(a).id < m_rows.at(b).id
                                                    : m_tables.at(a) < m_tables.at(b);
        });
        return {};
    }

    /// What the staff member may do, as the database has it at this moment and not as the window remembers it.
    Result<void> checkStaff()
    {
        if (m_header.reason.trimmed().isEmpty()) {
            const QStringList tables = tablesThatNeedReason(m_live, m_rows);
            if (!tables.isEmpty())
                return Error{ErrorKind::Refused,
                             Text::tr("A change of %1 needs a reason. Nothing was changed; say why and commit again.")
                                 .arg(tables.join(u", "_s)),
                             {}};
        }
        if (m_header.staffId.isNull())
            return {};
        const Result<StaffMember> member = readStaffMember(m_connection, m_live, m_header.staffId.text().toLongLong());
        if (!member)
            return member.error();
        const StaffScope scope(*member);
        if (scope.isEverything())
            return {};
        m_seen = scope.narrowed(m_live);
        for (qsizetype index = 0; index < m_rows.size(); ++index) {
            const QString whyNot =
                scope.whyNot(*m_tables.at(index), m_rows.at(index).kind, m_rows.at(index).values.keys());
            if (!whyNot.isEmpty())
                refuse(index, {ErrorKind::Permission, whyNot, {}});
        }
        return {};
    }

    /// Whether the staff member may see the row as it is now.
    Result<bool> isWithinScope(const QString &tableName, const Row &key)
    {
        if (!m_seen)
            return true;
        const LiveTable *table = m_seen->table(tableName);
        if (!table || !table->readable)
            return false;
        const Result<std::optional<OriginalRow>> row = readOriginal(m_connection, *table, key);
        if (!row)
            return row.error();
        return row->has_value();
    }

    /// Marks the row when it is not among those of the staff member; `sentence` says so.
    Result<void> keepWithinScope(qsizetype index, const Row &key, const QString &sentence)
    {
        const Result<bool> within = isWithinScope(m_rows.at(index).table(), key);
        if (!within)
            return within.error();
        if (!*within)
            refuse(index, {ErrorKind::Permission, sentence, {}});
        return {};
    }

    Result<void> step()
    {
        if (m_progress && !m_progress(++m_done))
            return Error{ErrorKind::Cancelled, Text::tr("Stopped. Nothing was changed; all edits are still here."), {}};
        return {};
    }

    void refuse(qsizetype index, const Error &error)
    {
        const StagedRow &row = m_rows.at(index);
        m_outcome.problems.append(
            {CommitProblem::Kind::Refused,
             row.table(),
             row.id,
             columnBlamedBy(*m_tables.at(index), error),
             {},
             row.kind == StagedKind::Delete && error.kind == ErrorKind::Constraint
                 ? Text::tr(
                       "%1 Nothing was changed. Other rows refer to this one; Deletions lists them. Keep the row, or "
                       "delete or change them first.")
                       .arg(error.userText)
                 : Text::tr("%1 Nothing was changed; mend the row and commit again.").arg(error.userText)});
    }

    /// A refusal of the database is the row's problem; everything else ends the commit.
    Result<void> blame(qsizetype index, const Error &error)
    {
        if (!isRowsFault(error.kind))
            return error;
        refuse(index, error);
        return {};
    }

    Result<void> compareAll()
    {
        for (const qsizetype index : std::as_const(m_sorted)) {
            const StagedRow &row = m_rows.at(index);
            if (row.kind == StagedKind::Insert)
                continue;
            const Result<std::optional<OriginalRow>> now =
                readOriginal(m_connection, *m_tables.at(index), row.original.key, RowLock::ForUpdate);
            if (!now)
                return now.error();
            if (!*now)
                m_outcome.problems.append(
                    {CommitProblem::Kind::Gone,
                     row.table(),
                     row.id,
                     {},
                     {},
                     Text::tr("Somebody has deleted %1 %2 meanwhile. Nothing was changed; take your edit back, or make "
                              "the row anew.")
                         .arg(m_tables.at(index)->table.labelOne, row.id.mid(1))});
            else if (isChanged(row.original, **now))
                m_outcome.problems.append({CommitProblem::Kind::Conflict,
                                           row.table(),
                                           row.id,
                                           {},
                                           **now,
                                           Text::tr("Somebody has changed %1 %2 since you read it. Nothing was "
                                                    "changed; keep yours, or take theirs.")
                                               .arg(m_tables.at(index)->table.labelOne, row.id.mid(1))});
            else
                m_before.insert(index, **now);
            if (*now) {
                const Result<void> kept = keepWithinScope(index, row.original.key,
                                                          Text::tr("%1 %2 belongs to none of the users of this agent.")
                                                              .arg(m_tables.at(index)->table.labelOne, row.id.mid(1)));
                if (!kept)
                    return kept;
            }
        }
        return {};
    }

    /// New rows in the order of their tables, but a row that refers to another new one after that one. Rows that refer
    /// to each other in a circle get the reference afterwards.
    Result<void> insertAll()
    {
        QList<qsizetype> waiting;
        for (const LiveTable &table : m_live.tables) {
            for (qsizetype index = 0; index < m_rows.size(); ++index) {
                if (m_tables.at(index) == &table && m_rows.at(index).kind == StagedKind::Insert)
                    waiting.append(index);
            }
        }
        InsertOrder order(m_live, m_rows, waiting);
        QList<std::pair<qsizetype, QStringList>> postponed;
        while (order.hasMore()) {
            const InsertOrder::Next next = order.takeNext();
            StagedRow row = m_rows.at(next.index);
            for (const QString &column : next.postponed)
                row.values[column] = {Value::null(), false};
            if (const Result<void> done = insertOne(next.index, row); !done || !m_outcome.problems.isEmpty())
                return done;
            if (!next.postponed.isEmpty())
                postponed.append({next.index, next.postponed});
        }
        for (const auto &[index, columns] : std::as_const(postponed)) {
            StagedRow rest = m_rows.at(index);
            rest.kind = StagedKind::Update;
            rest.original.key = m_keys.value(index);
            rest.values.removeIf([&names = columns](const auto &value) { return !names.contains(value.key()); });
            const Result<Sql> sql = statementFor(m_connection, *m_tables.at(index), rest, m_header.madeAt);
            if (!sql)
                return blame(index, sql.error());
            if (const Result<qint64> done = m_connection.execute(*sql); !done)
                return blame(index, done.error());
        }
        return {};
    }

    Result<void> insertOne(qsizetype index, const StagedRow &row)
    {
        const LiveTable &table = *m_tables.at(index);
        const Result<Sql> sql = statementFor(m_connection, table, row, m_header.madeAt);
        if (!sql)
            return blame(index, sql.error());
        const Result<std::optional<Row>> key = m_connection.firstRow(*sql);
        if (!key)
            return blame(index, key.error());
        Row decoded;
        for (qsizetype i = 0; i < table.table.primaryKey.size(); ++i)
            decoded.append(
                m_connection.dialect().decode(*table.table.column(table.table.primaryKey.at(i)), (*key)->value(i)));
        m_keys.insert(index, decoded);
        return step();
    }

    Result<void> updateAll()
    {
        for (qsizetype index = 0; index < m_rows.size(); ++index) {
            const StagedRow &row = m_rows.at(index);
            if (row.kind != StagedKind::Update)
                continue;
            const LiveTable &table = *m_tables.at(index);
            const Result<Sql> sql = statementFor(m_connection, table, row, m_header.madeAt);
            if (!sql)
                return blame(index, sql.error());
            const Result<qint64> changed = m_connection.execute(*sql);
            if (!changed)
                return blame(index, changed.error());
            if (*changed != 1) {
                refuse(index,
                       {ErrorKind::Refused,
                        Text::tr("The statement for %1 %2 would have changed %3 rows instead of one.")
                            .arg(table.table.labelOne, row.id.mid(1))
                            .arg(*changed),
                        {}});
                return {};
            }
            Row key;
            for (qsizetype i = 0; i < table.table.primaryKey.size(); ++i) {
                const auto edited = row.values.constFind(table.table.primaryKey.at(i));
                key.append(edited == row.values.cend() ? row.original.key.at(i) : edited->value);
            }
            m_keys.insert(index, key);
            if (const Result<void> stepped = step(); !stepped)
                return stepped;
        }
        return {};
    }

    /// Tables with rows to delete: those first whose rows would refuse the deletion of others, then against the order
    /// of the catalogue. In a circle of such keys the latter alone decides.
    QList<const LiveTable *> deletionOrder() const
    {
        QList<const LiveTable *> waiting;
        for (auto table = m_live.tables.crbegin(); table != m_live.tables.crend(); ++table) {
            for (qsizetype index = 0; index < m_rows.size(); ++index) {
                if (m_tables.at(index) == &*table && m_rows.at(index).kind == StagedKind::Delete) {
                    waiting.append(&*table);
                    break;
                }
            }
        }
        const auto refuses = [](const LiveTable *referring, const LiveTable *referred) {
            return std::any_of(referring->table.foreignKeys.cbegin(), referring->table.foreignKeys.cend(),
                               [referred](const ForeignKey &key) {
                                   return key.refTable == referred->table.name && key.onDelete == DeleteRule::NoAction;
                               });
        };
        QList<const LiveTable *> order;
        while (!waiting.isEmpty()) {
            qsizetype next = 0;
            for (qsizetype i = 0; i < waiting.size(); ++i) {
                const bool isRefused = std::any_of(waiting.cbegin(), waiting.cend(), [&](const LiveTable *other) {
                    return other != waiting.at(i) && refuses(other, waiting.at(i));
                });
                if (!isRefused) {
                    next = i;
                    break;
                }
            }
            order.append(waiting.takeAt(next));
        }
        return order;
    }

    /// Deletions of one table are planned together; the images of everything that they touch are taken first.
    Result<void> deleteAll()
    {
        const QList<const LiveTable *> tables = deletionOrder();
        for (const LiveTable *table : tables) {
            QList<qsizetype> indexes;
            QList<Row> keys;
            for (qsizetype index = 0; index < m_rows.size(); ++index) {
                const StagedRow &row = m_rows.at(index);
                const bool isGone = m_deleted.contains(row.table() + u' ' + row.id.mid(1));
                if (m_tables.at(index) == table && row.kind == StagedKind::Delete && !isGone) {
                    indexes.append(index);
                    keys.append(row.original.key);
                }
            }
            if (keys.isEmpty())
                continue;
            const Result<DeletePlan> plan =
                planDeleteInside(m_connection, m_live, *table, keys, PlanDepth::Rows,
                                 [this](const DeletePlan &) { return !m_progress || m_progress(m_done); });
            if (!plan)
                return plan.error();
            if (const Result<void> kept = keepImages(*plan, indexes.first()); !kept)
                return kept;
            if (!m_outcome.problems.isEmpty())
                return {};
            m_outcome.alsoDeleted += std::count_if(plan->rows.cbegin(), plan->rows.cend(),
                                                   [](const TouchedRow &row) { return row.nulled.isEmpty(); })
                - keys.size();
            for (const qsizetype index : std::as_const(indexes)) {
                const Result<Sql> sql = statementFor(m_connection, *table, m_rows.at(index), m_header.madeAt);
                if (!sql)
                    return blame(index, sql.error());
                const Result<qint64> changed = m_connection.execute(*sql);
                if (!changed)
                    return blame(index, changed.error());
                // A row may have gone with one that was deleted before it.
                if (*changed > 1) {
                    refuse(index, {ErrorKind::Refused, Text::tr("More than one row would have been deleted."), {}});
                    return {};
                }
                if (const Result<void> stepped = step(); !stepped)
                    return stepped;
            }
        }
        return {};
    }

    /// The staged row of this commit that stands for the row of the database; -1 for none. Built when it is first
    /// asked for: all new rows and updates are done by then.
    qsizetype stagedIndexOf(const QString &table, const Row &key, StagedKind kind)
    {
        if (m_stagedAt.isEmpty()) {
            for (auto it = m_keys.cbegin(); it != m_keys.cend(); ++it)
                m_stagedAt.insert(m_rows.at(it.key()).table() + u' ' + rowKeyText(*it), it.key());
        }
        const qsizetype index = m_stagedAt.value(table + u' ' + rowKeyText(key), -1);
        return index >= 0 && m_rows.at(index).kind == kind ? index : -1;
    }

    Result<void> keepImages(const DeletePlan &plan, qsizetype index)
    {
        for (const TouchedRow &touched : plan.rows) {
            const LiveTable *table = m_live.table(touched.table);
            const Result<bool> within = isWithinScope(touched.table, touched.key);
            if (!within)
                return within.error();
            if (!*within) {
                refuse(index,
                       {ErrorKind::Permission,
                        Text::tr("Deleting it would reach %1 %2, which an agent may not change.")
                            .arg(table->table.labelOne, rowKeyText(touched.key)),
                        {}});
                return {};
            }
            // The journal says how the row was before this change and how it is after it, not how it was in between.
            if (stagedIndexOf(touched.table, touched.key, StagedKind::Insert) >= 0) {
                m_deleted.insert(touched.table + u' ' + rowKeyText(touched.key));
                continue;
            }
            const qsizetype updated = stagedIndexOf(touched.table, touched.key, StagedKind::Update);
            if (updated >= 0 && !touched.nulled.isEmpty())
                continue; // is in the entry of its own update
            const Result<std::optional<OriginalRow>> row = readOriginal(m_connection, *table, touched.key);
            if (!row)
                return row.error();
            if (!*row)
                continue;
            const Value key(rowKeyText(touched.key));
            if (touched.nulled.isEmpty()) {
                m_deleted.insert(touched.table + u' ' + key.text());
                const OriginalRow &before = updated >= 0 ? *m_before.constFind(updated) : **row;
                m_notes.append({JournalAction::Delete, touched.table, Value(rowKeyText(before.key)),
                                imageOf(before.values), Value::null()});
                continue;
            }
            QMap<QString, Value> before;
            QMap<QString, Value> after;
            for (const QString &name : touched.nulled) {
                before.insert(name, (*row)->values.value(name));
                after.insert(name, Value::null());
            }
            m_notes.append({JournalAction::Update, touched.table, key, imageOf(before), imageOf(after)});
        }
        return {};
    }

    Result<void> keepParents() { return m_header.reverts.isNull() ? Result<void>() : m_restored.keepParents(m_rows); }

    Result<void> settleRestored()
    {
        if (m_header.reverts.isNull())
            return {};
        for (qsizetype index = 0; index < m_rows.size(); ++index) {
            if (m_rows.at(index).kind != StagedKind::Insert)
                continue;
            if (const Result<void> done = m_restored.settle(m_rows.at(index), m_keys.value(index)); !done)
                return blame(index, done.error());
        }
        return m_restored.settleParents();
    }

    /// What really stands there now, after triggers; the journal keeps that and not what was wished for.
    Result<void> readBack()
    {
        for (qsizetype index = 0; index < m_rows.size(); ++index) {
            const StagedRow &row = m_rows.at(index);
            if (row.kind == StagedKind::Delete)
                continue;
            const LiveTable &table = *m_tables.at(index);
            const Result<std::optional<OriginalRow>> now = readOriginal(m_connection, table, m_keys.value(index));
            if (!now)
                return now.error();
            if (!*now) {
                // Deleted by this very commit, with a row that it belonged to.
                continue;
            }
            const Result<void> kept =
                keepWithinScope(index, m_keys.value(index),
                                Text::tr("After this change %1 %2 would belong to none of the users of this agent.")
                                    .arg(table.table.labelOne, rowKeyText(m_keys.value(index))));
            if (!kept)
                return kept;
            CommittedRow committed{row.id, **now, {}, {}};
            QMap<QString, Value> before;
            QMap<QString, Value> after;
            for (const Column &column : table.table.columns) {
                if (!(*now)->values.contains(column.name))
                    continue;
                const Value value = (*now)->values.value(column.name);
                const auto sent = row.values.constFind(column.name);
                const bool wasSent = sent != row.values.cend() && !sent->isDefault;
                if (wasSent && !isSameValue(column, sent->value, value))
                    committed.differing.append(column.name);
                if (row.kind == StagedKind::Insert) {
                    after.insert(column.name, value);
                    continue;
                }
                const Value old = m_before.value(index).values.value(column.name);
                if (old == value)
                    continue;
                if (sent == row.values.cend())
                    committed.followed.append(column.name);
                before.insert(column.name, old);
                after.insert(column.name, value);
            }
            const bool isInsert = row.kind == StagedKind::Insert;
            // The key by which the history finds the row is that from before, as all entries until now have it.
            m_notes.append({isInsert ? JournalAction::Insert : JournalAction::Update, row.table(),
                            Value(rowKeyText(isInsert ? m_keys.value(index) : row.original.key)),
                            isInsert ? Value::null() : imageOf(before), imageOf(after)});
            m_outcome.rows.append(committed);
        }
        return {};
    }

    Connection &m_connection;
    const LiveSchema &m_live;
    const QList<StagedRow> &m_rows;
    const ChangeHeader &m_header;
    const std::function<bool(qsizetype)> &m_progress;
    const CommitCompanion &m_companion;
    QList<const LiveTable *> m_tables; ///< of each row
    QList<qsizetype> m_sorted;
    QHash<qsizetype, OriginalRow> m_before;
    QHash<qsizetype, Row> m_keys;         ///< as they are after the change
    QSet<QString> m_deleted;              ///< `table key`
    QHash<QString, qsizetype> m_stagedAt; ///< `table key` as it is now -> staged row
    RestoredRows m_restored;
    QList<JournalNote> m_notes;
    std::optional<LiveSchema> m_seen; ///< what an agent sees; nothing for everybody else
    CommitOutcome m_outcome;
    qsizetype m_done = 0;
};

} // namespace

QStringList tablesThatNeedReason(const LiveSchema &live, const QList<StagedRow> &rows)
{
    QStringList labels;
    for (const StagedRow &row : rows) {
        const LiveTable *table = live.table(row.table());
        if (table && table->table.needsReason && !labels.contains(table->table.label))
            labels.append(table->table.label);
    }
    return labels;
}

Result<CommitOutcome> commitChanges(Connection &connection, const LiveSchema &live, const QList<StagedRow> &rows,
                                    const ChangeHeader &header, const std::function<bool(qsizetype)> &progress,
                                    const CommitCompanion &companion)
{
    return Commit(connection, live, rows, header, progress, companion).run();
}

} // namespace Ghar
