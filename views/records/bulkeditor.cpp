// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkeditor.h"

#include "core/clock.h"
#include "database/databasesession.h"
#include "recordgridmodel.h"
#include "records/changeset.h"
#include "records/changestatement.h"
#include "records/originalrow.h"
#include "records/pasteblock.h"
#include "records/recordtablemodel.h"
#include "records/writecheck.h"
#include "support/indianformat.h"
#include "support/workprogress.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Ghar {

// Sentences about single values that are told at once; the rest is a number.
static constexpr qsizetype toldProblems = 4;

BulkEditor::BulkEditor(const Clock &clock, RecordTableModel *records, RecordGridModel *grid, QObject *parent)
    : QObject(parent), m_clock(clock), m_records(records), m_grid(grid)
{ }

BulkEditor::~BulkEditor() = default;

void BulkEditor::setSession(DatabaseSession *session)
{
    cancel();
    ++m_generation;
    m_session = session;
    m_edit.end();
    m_replacements.clear();
}

const LiveTable *BulkEditor::table() const
{
    return m_records->source() ? &m_records->source()->table : nullptr;
}

bool BulkEditor::isEditable()
{
    if (!m_session || !m_changes || !table() || isRunning())
        return false;
    if (!table()->isView && !table()->table.primaryKey.isEmpty())
        return true;
    emit refused(
        tr("Rows of %1 have no key, so none can be changed safely. Nothing was changed.").arg(table()->table.label));
    return false;
}

QString BulkEditor::rowsText(qsizetype count) const
{
    return tr("%1 of %2").arg(tr("%n row(s)", nullptr, int(count)), table()->table.label);
}

void BulkEditor::begin(const WorkTokenPtr &work)
{
    m_work = work;
    m_progress = 0;
    emit runningChanged();
}

void BulkEditor::end()
{
    m_work.reset();
    emit runningChanged();
}

void BulkEditor::cancel()
{
    if (!m_work || !m_session)
        return;
    m_session->counter().cancel(m_work);
    ++m_generation;
    end();
}

QString BulkEditor::progressText() const
{
    return m_progress > 0 ? tr("%1 rows so far").arg(rowCountText(m_progress, true)) : QString();
}

void BulkEditor::withRows(const QList<GridRange> &ranges, const std::function<void(const Rows &)> &then)
{
    if (!isEditable())
        return;
    Rows rows;
    QList<std::pair<qint64, qint64>> records;
    for (const GridRange &range : ranges) {
        const qint64 last = std::min<qint64>(range.lastRow, m_grid->rowCount() - 1);
        for (qint64 row = range.firstRow; row <= last && row < m_grid->newRowCount(); ++row) {
            if (!rows.newIds.contains(m_grid->newIdAt(int(row))))
                rows.newIds.append(m_grid->newIdAt(int(row)));
        }
        const qint64 first = std::max<qint64>(range.firstRow, m_grid->newRowCount());
        if (first <= last)
            records.append({first - m_grid->newRowCount(), last - m_grid->newRowCount()});
    }
    std::sort(records.begin(), records.end());
    qint64 wanted = rows.newIds.size();
    qint64 next = 0;
    for (const auto &[first, last] : std::as_const(records)) {
        wanted += std::max<qint64>(0, last - std::max(first, next) + 1);
        next = std::max(next, last + 1);
    }
    if (wanted > mostStagedAtOnce) {
        emit refused(tr("These are %1 rows; at most %2 can be staged at once. Select fewer, or import a file. Nothing "
                        "was staged.")
                         .arg(rowCountText(wanted, true), rowCountText(mostStagedAtOnce, true)));
        return;
    }
    if (records.isEmpty()) {
        then(rows);
        return;
    }
    const auto work = std::make_shared<WorkToken>();
    begin(work);
    const auto failed = [this, generation = m_generation](const Error &error) {
        if (generation != m_generation)
            return;
        end();
        if (error.kind != ErrorKind::Cancelled)
            emit refused(error.userText);
    };
    m_records->readRows(records, table()->table.primaryKey)
        .then(this, [this, work, rows, then, failed, generation = m_generation](const Result<QList<Row>> &keys) {
            if (!keys) {
                failed(keys.error());
                return;
            }
            if (generation != m_generation || !table())
                return;
            m_session->counter()
                .run(
                    [live = m_session->schema(), table = table(), keys = *keys, work](Connection &connection) {
                        return readOriginals(connection, *table, keys,
                                             [&work](qsizetype) { return !work->isCancelled(); });
                    },
                    work)
                .then(this, [this, rows, then, failed, generation](const Result<QList<OriginalRow>> &originals) {
                    if (!originals) {
                        failed(originals.error());
                        return;
                    }
                    if (generation != m_generation || !table())
                        return;
                    end();
                    Rows whole = rows;
                    whole.originals = *originals;
                    then(whole);
                });
        });
}

QList<RowEdit> BulkEditor::editsOf(const Rows &rows, const QMap<QString, StagedValue> &values) const
{
    QList<RowEdit> edits;
    for (const QString &id : rows.newIds)
        edits.append({{table()->table.name, {}, {}, {}}, id, values});
    for (const OriginalRow &original : rows.originals)
        edits.append({original, {}, values});
    return edits;
}

int BulkEditor::firstColumnToFill(const QList<int> &columns) const
{
    return m_grid->firstColumnToFill(columns);
}

void BulkEditor::addRow()
{
    if (!isEditable())
        return;
    const QString id = m_changes->insert(tr("New row of %1").arg(table()->table.label), table()->table.name,
                                         startOfRow(*table(), m_clock.now()));
    emit rowsAdded(m_grid->rowOfNew(id));
}

void BulkEditor::duplicate(const QList<GridRange> &ranges)
{
    withRows(ranges, [this](const Rows &rows) {
        QList<RowEdit> edits;
        for (const OriginalRow &original : rows.originals) {
            // As it is seen, with what is staged for it.
            OriginalRow like = original;
            if (const StagedRow *staged = m_changes->find(table()->table.name, stagedIdOf(original.key))) {
                for (auto it = staged->values.cbegin(); it != staged->values.cend(); ++it) {
                    if (!it->isDefault)
                        like.values.insert(it.key(), it->value);
                }
            }
            edits.append({{table()->table.name, {}, {}, {}}, {}, duplicateOf(*table(), like, m_clock.now())});
        }
        for (const QString &id : rows.newIds) {
            const StagedRow *row = m_changes->find(table()->table.name, id);
            if (!row)
                continue;
            OriginalRow like{table()->table.name, {}, {}, {}};
            for (auto it = row->values.cbegin(); it != row->values.cend(); ++it) {
                if (!it->isDefault)
                    like.values.insert(it.key(), it->value);
            }
            edits.append({{table()->table.name, {}, {}, {}}, {}, duplicateOf(*table(), like, m_clock.now())});
        }
        const QStringList ids = m_changes->stage(tr("Duplicate %1").arg(rowsText(rows.count())), edits);
        if (!ids.isEmpty())
            emit rowsAdded(m_grid->rowOfNew(ids.constFirst()));
    });
}

void BulkEditor::removeRows(const QList<GridRange> &ranges)
{
    withRows(ranges, [this](const Rows &rows) {
        m_changes->remove(tr("Delete %1").arg(rowsText(rows.count())), rows.originals, rows.newIds);
        if (rows.count() > 1)
            emit staged(tr("%1 are to be deleted. Review and commit, or undo.").arg(rowsText(rows.count())));
    });
}

void BulkEditor::beginFill(const QList<GridRange> &ranges, int modelColumn)
{
    const Column *column = m_records->columnAt(modelColumn);
    if (!column)
        return;
    withRows(ranges, [this, name = column->name](const Rows &rows) {
        const Column *known = table()->table.column(name);
        // One value for all of them is where the editor begins; several are told apart by an empty one.
        StagedValue common;
        for (qsizetype i = 0; i < rows.originals.size(); ++i) {
            const Value &value = rows.originals.at(i).values.value(name);
            if (i > 0 && value != common.value) {
                common = {};
                break;
            }
            common.value = value;
        }
        if (formatCell(*known, common.value, Privacy::Masked).kind == CellKind::Masked)
            common = {};
        const auto stage = [this, rows, name](const StagedValue &value) {
            const QString label = table()->table.column(name)->label;
            m_changes->stage(tr("%1 of %2").arg(label, rowsText(rows.count())), editsOf(rows, {{name, value}}));
            emit staged(tr("%1 changed in %2.").arg(label, rowsText(rows.count())));
        };
        const auto takeBack = [this, rows, name] {
            QList<RowEdit> edits;
            for (const OriginalRow &original : rows.originals)
                edits.append({original, {}, {{name, {original.values.value(name), false}}}});
            m_changes->stage(tr("Take back"), edits);
        };
        if (m_edit.begin(
                {m_session->schema(), table(), name, common, Value::null(), false, int(rows.count()), stage, takeBack}))
            emit fillReady();
        else
            emit refused(tr("%1 cannot be edited here.").arg(known->label));
    });
}

void BulkEditor::pasteClipboard(int row, int modelColumn, const QList<int> &columnOrder, const QList<GridRange> &ranges)
{
    paste(QGuiApplication::clipboard()->text(), row, modelColumn, columnOrder, ranges);
}

void BulkEditor::paste(const QString &block, int row, int modelColumn, const QList<int> &columnOrder,
                       const QList<GridRange> &ranges)
{
    if (!isEditable())
        return;
    QList<int> order = columnOrder;
    if (order.isEmpty()) {
        order.resize(m_records->columnCount());
        std::iota(order.begin(), order.end(), 0);
    }
    const qsizetype place = order.indexOf(modelColumn);
    QList<QStringList> cells = cellsOfBlock(block);
    if (cells.isEmpty() || place < 0 || row < 0)
        return;
    QStringList names;
    for (qsizetype i = place; i < order.size(); ++i)
        names.append(m_records->columnAt(order.at(i))->name);
    cells = withoutHeading(cells, names);
    qsizetype width = cells.constFirst().size();
    if (width > names.size()) {
        emit refused(tr("The block is %1 columns wide, and from the chosen cell on there are %2. Nothing was pasted.")
                         .arg(width)
                         .arg(names.size()));
        return;
    }
    QList<GridRange> targets;
    // One cell for all that is selected, as spreadsheets do.
    const bool isFill = cells.size() == 1 && width == 1 && !ranges.isEmpty();
    if (isFill) {
        targets = ranges;
        const GridRange &first = ranges.constFirst();
        const int visualEnd = std::min(first.lastColumn, int(order.size()) - 1);
        names.clear();
        for (int visual = first.firstColumn; visual <= visualEnd; ++visual)
            names.append(m_records->columnAt(order.at(visual))->name);
        width = names.size();
        cells = {QStringList(width, cells.constFirst().constFirst())};
    } else {
        GridRange range;
        range.firstRow = row;
        range.lastRow = row + cells.size() - 1;
        if (range.lastRow >= m_grid->rowCount() && !m_records->isExact()) {
            emit refused(tr("The rows are still being counted, so it is not known where they end. Paste again in a "
                            "moment. Nothing was pasted."));
            return;
        }
        targets = {range};
    }
    QList<const Column *> columns;
    for (qsizetype i = 0; i < width; ++i) {
        const Column *column = table()->table.column(names.at(i));
        if (FieldEdit::editorOf(*m_session->schema(), *table(), *column) == FieldEdit::Editor::NoEditor) {
            emit refused(tr("%1 cannot be edited here. Nothing was pasted.").arg(column->label));
            return;
        }
        columns.append(column);
    }
    if (cells.size() > mostStagedAtOnce) {
        emit refused(tr("The block has %1 rows; at most %2 can be staged at once. Import it as a file instead. Nothing "
                        "was pasted.")
                         .arg(rowCountText(cells.size(), true), rowCountText(mostStagedAtOnce, true)));
        return;
    }
    withRows(targets, [this, cells, columns](const Rows &rows) { pasteOnto(rows, cells, columns); });
}

void BulkEditor::pasteOnto(const Rows &rows, const QList<QStringList> &cells, const QList<const Column *> &columns)
{
    QList<RowEdit> edits = editsOf(rows, {});
    const bool isFill = cells.size() == 1;
    // What reaches beyond the last row becomes new rows.
    while (!isFill && edits.size() < cells.size())
        edits.append({{table()->table.name, {}, {}, {}}, {}, startOfRow(*table(), m_clock.now())});
    QStringList problems;
    qsizetype refusedValues = 0;
    for (qsizetype line = 0; line < edits.size(); ++line) {
        const QStringList &texts = cells.at(isFill ? 0 : line);
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const Column &column = *columns.at(i);
            // A blank cell is no value where there may be none.
            const bool isNothing = texts.at(i).isEmpty() && column.nullable;
            const Result<Value> value = isNothing
                ? Result<Value>(Value::null())
                : valueToWrite(column, m_session->schema()->enumLabels(column), texts.at(i));
            if (value) {
                const Value &before = edits.at(line).original.values.value(column.name);
                edits[line].values.insert(column.name, {isSameValue(column, *value, before) ? before : *value, false});
                continue;
            }
            if (++refusedValues <= toldProblems)
                problems.append(tr("Row %1: %2").arg(line + 1).arg(value.error().userText));
        }
    }
    if (refusedValues > 0) {
        emit refused(tr("%n value(s) do(es) not fit, so nothing was pasted.", nullptr, int(refusedValues)) + u'\n'
                     + problems.join(u'\n'));
        return;
    }
    const QString what = rowsText(edits.size());
    m_changes->stage(tr("Paste into %1").arg(what), edits);
    emit staged(tr("Pasted into %1.").arg(what));
}

void BulkEditor::search(const QString &column, const QString &find, const QString &replace, bool matchCase,
                        bool wholeValue, bool isPattern)
{
    cancel();
    const Column *known = table() ? table()->table.column(column) : nullptr;
    if (!known || !m_session)
        return;
    const ReplaceRule rule{column, find, replace, matchCase, wholeValue, isPattern};
    const auto work = std::make_shared<WorkToken>();
    begin(work);
    const auto progress = progressFor<qint64>(this, work, [this, work](qint64 searched) {
        if (work != m_work)
            return;
        m_progress = searched;
        emit runningChanged();
    });
    m_session->counter()
        .run(
            [live = m_session->schema(), table = table(), query = m_records->source()->query, rule,
             progress](Connection &connection) {
                return findReplacements(connection, live, *table, query, rule, mostStagedAtOnce, progress);
            },
            work)
        .then(this, [this, column = *known, rule, generation = m_generation](const Result<ReplacementList> &list) {
            if (generation != m_generation)
                return;
            end();
            if (list)
                m_replacements.setList(column, withStaged(*list, column, rule));
            else if (list.error().kind != ErrorKind::Cancelled)
                m_replacements.setError(list.error().userText);
        });
}

ReplacementList BulkEditor::withStaged(ReplacementList list, const Column &column, const ReplaceRule &rule) const
{
    if (!m_changes)
        return list;
    const QString name = table()->table.name;
    const Result<QRegularExpression> expression = rule.expression();
    const QStringList labels = m_session->schema()->enumLabels(column);
    QList<Replacement> seen;
    for (Replacement found : std::as_const(list.found)) {
        const StagedRow *staged = m_changes->find(name, stagedIdOf(found.original.key));
        if (staged && staged->kind == StagedKind::Delete)
            continue;
        const auto edited =
            staged ? staged->values.constFind(column.name) : QMap<QString, StagedValue>::const_iterator();
        if (staged && edited != staged->values.cend()) {
            const std::optional<QString> after = !expression || edited->isDefault || edited->value.isNull()
                ? std::nullopt
                : rule.applied(*expression, edited->value.text());
            if (!after)
                continue;
            const Result<Value> checked = valueToWrite(column, labels, *after);
            found.original = staged->original;
            found.before = edited->value;
            found.after = checked ? *checked : Value(*after);
            found.problem = checked ? QString() : checked.error().userText;
        }
        seen.append(found);
    }
    list.found = seen;
    return list;
}

void BulkEditor::stageReplacements()
{
    if (!isEditable())
        return;
    const Column *column = table()->table.column(m_replacements.column());
    if (!column)
        return;
    QList<RowEdit> edits;
    for (const Replacement &replacement : m_replacements.replacements()) {
        if (replacement.problem.isEmpty())
            edits.append({replacement.original, {}, {{column->name, {replacement.after, false}}}});
    }
    if (edits.isEmpty())
        return;
    m_changes->stage(tr("Replace in %1 of %2").arg(column->label, rowsText(edits.size())), edits);
    emit staged(tr("%1 changed in %2.").arg(column->label, rowsText(edits.size())));
    m_replacements.clear();
}

} // namespace Ghar
