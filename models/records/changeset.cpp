// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/changeset.h"

#include <QJsonArray>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

ChangeSet::ChangeSet(QObject *parent) : QObject(parent) { }

ChangeSet::~ChangeSet() = default;

QString ChangeSet::nameOf(const QString &table, const QString &id)
{
    return table + QChar(u'\n') + id;
}

std::optional<StagedRow> ChangeSet::stateOf(const QString &name) const
{
    const auto it = m_rows.constFind(name);
    return it == m_rows.cend() ? std::nullopt : std::optional(*it);
}

void ChangeSet::put(const QString &name, const std::optional<StagedRow> &row)
{
    m_refused.remove(name);
    if (m_found.remove(name))
        m_problems.removeIf([&name](const RowProblem &problem) { return nameOf(problem.table, problem.id) == name; });
    if (!row) {
        m_rows.remove(name);
        // What is undone was staged last.
        if (const qsizetype place = m_order.lastIndexOf(name); place >= 0)
            m_order.removeAt(place);
        return;
    }
    if (!m_rows.contains(name))
        m_order.append(name);
    m_rows.insert(name, *row);
}

Result<QString> ChangeSet::keepIn(const QString &path)
{
    QList<QJsonObject> lines;
    QString notice;
    Result<StagingFile> file = StagingFile::open(path, lines, notice);
    if (!file)
        return file.error();
    for (const QJsonObject &line : std::as_const(lines)) {
        if (!replay(line) && notice.isEmpty())
            notice = tr("Some staged edits of a newer desk are not shown here.");
    }
    m_file = std::move(*file);
    emit changed();
    return notice;
}

void ChangeSet::leaveFile()
{
    m_file.reset();
    m_rows.clear();
    m_order.clear();
    m_done.clear();
    m_undone.clear();
    m_openCommit.clear();
    emit changed();
}

QList<StagedRow> ChangeSet::rows() const
{
    QList<StagedRow> rows;
    for (const QString &name : m_order)
        rows.append(m_rows.value(name));
    return rows;
}

QList<StagedRow> ChangeSet::rowsOf(const QString &table) const
{
    QList<StagedRow> rows;
    for (const QString &name : m_order) {
        const auto it = m_rows.constFind(name);
        if (it->table() == table)
            rows.append(*it);
    }
    return rows;
}

const StagedRow *ChangeSet::find(const QString &table, const QString &id) const
{
    const auto it = m_rows.constFind(nameOf(table, id));
    return it == m_rows.cend() ? nullptr : &*it;
}

StagedRow ChangeSet::edited(const std::optional<StagedRow> &before, const OriginalRow &row,
                            const QMap<QString, StagedValue> &values)
{
    StagedRow after{stagedIdOf(row.key), StagedKind::Update, row, {}};
    if (before) {
        // What was read first stays the base, else a change of somebody else in between would go unnoticed.
        after.original = before->original;
        after.values = before->values;
    }
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const bool isOriginal = !it->isDefault && after.original.values.contains(it.key())
            && after.original.values.value(it.key()) == it->value;
        if (isOriginal)
            after.values.remove(it.key());
        else
            after.values.insert(it.key(), *it);
    }
    return after;
}

void ChangeSet::setValues(const QString &label, const QList<OriginalRow> &rows,
                          const QMap<QString, StagedValue> &values)
{
    QList<RowEdit> edits;
    for (const OriginalRow &row : rows)
        edits.append({row, {}, values});
    stage(label, edits);
}

QStringList ChangeSet::stage(const QString &label, const QList<RowEdit> &edits)
{
    Action action{label, {}, {}};
    QStringList ids;
    for (const RowEdit &edit : edits) {
        const QString &table = edit.original.table;
        if (edit.newId.isEmpty() && !edit.original.key.isEmpty()) {
            const QString id = stagedIdOf(edit.original.key);
            const QString name = nameOf(table, id);
            const std::optional<StagedRow> before = stateOf(name);
            StagedRow after = edited(before, edit.original, edit.values);
            action.steps.append({name, before, after.values.isEmpty() ? std::nullopt : std::optional(after)});
            ids.append(id);
            continue;
        }
        // Random, so that edits of another run that are taken over later cannot have the same one.
        const QString id = edit.newId.isEmpty() ? u'+' + QUuid::createUuid().toString(QUuid::Id128) : edit.newId;
        const QString name = nameOf(table, id);
        const std::optional<StagedRow> before = stateOf(name);
        if (!edit.newId.isEmpty() && (!before || before->kind != StagedKind::Insert))
            continue;
        StagedRow after = before.value_or(StagedRow{id, StagedKind::Insert, {}, {}});
        after.original.table = table;
        for (auto it = edit.values.cbegin(); it != edit.values.cend(); ++it)
            after.values.insert(it.key(), *it);
        action.steps.append({name, before, after});
        ids.append(id);
    }
    apply(std::move(action));
    return ids;
}

QString ChangeSet::insert(const QString &label, const QString &table, const QMap<QString, StagedValue> &values)
{
    return stage(label, {{{table, {}, {}, {}}, {}, values}}).value(0);
}

void ChangeSet::setNewValues(const QString &label, const QString &table, const QString &id,
                             const QMap<QString, StagedValue> &values)
{
    stage(label, {{{table, {}, {}, {}}, id, values}});
}

void ChangeSet::remove(const QString &label, const QList<OriginalRow> &rows, const QStringList &newIds)
{
    Action action{label, {}, {}};
    for (const QString &name : std::as_const(m_order)) {
        const StagedRow row = m_rows.value(name);
        if (row.kind == StagedKind::Insert && newIds.contains(row.id))
            action.steps.append({name, row, {}});
    }
    for (const OriginalRow &row : rows) {
        const QString name = nameOf(row.table, stagedIdOf(row.key));
        const std::optional<StagedRow> before = stateOf(name);
        const StagedRow after{stagedIdOf(row.key), StagedKind::Delete, before ? before->original : row, {}};
        action.steps.append({name, before, after});
    }
    apply(std::move(action));
}

void ChangeSet::stageUndo(const QString &label, const QList<StagedRow> &rows, const QString &reverts)
{
    Action action{label, {}, reverts};
    for (StagedRow row : rows) {
        if (row.kind == StagedKind::Insert)
            row.id = u'+' + QUuid::createUuid().toString(QUuid::Id128);
        const QString name = nameOf(row.table(), row.id);
        const std::optional<StagedRow> before = stateOf(name);
        if (row.kind == StagedKind::Update)
            row = edited(before, row.original, row.values);
        else if (row.kind == StagedKind::Delete && before)
            row.original = before->original;
        const bool isNoChange = row.kind == StagedKind::Update && row.values.isEmpty();
        action.steps.append({name, before, isNoChange ? std::nullopt : std::optional(row)});
    }
    apply(std::move(action));
}

Value ChangeSet::reverts() const
{
    QString only;
    for (const Action &action : m_done) {
        if (action.reverts.isEmpty())
            continue;
        if (!only.isEmpty() && only != action.reverts)
            return Value::null();
        only = action.reverts;
    }
    return only.isEmpty() ? Value::null() : Value(only);
}

void ChangeSet::revert(const QString &label, const QString &table, const QString &id)
{
    const QString name = nameOf(table, id);
    if (const std::optional<StagedRow> before = stateOf(name))
        apply({label, {{name, before, {}}}, {}});
}

void ChangeSet::discard(const QString &label)
{
    Action action{label, {}, {}};
    for (const QString &name : std::as_const(m_order))
        action.steps.append({name, stateOf(name), {}});
    apply(std::move(action));
}

void ChangeSet::rebase(const QString &label, const QString &id, const OriginalRow &now)
{
    const QString name = nameOf(now.table, id);
    const std::optional<StagedRow> before = stateOf(name);
    if (!before)
        return;
    StagedRow after = *before;
    after.original = now;
    after.values.removeIf([&now](const std::pair<const QString &, StagedValue &> &entry) {
        return !entry.second.isDefault && now.values.contains(entry.first)
            && now.values.value(entry.first) == entry.second.value;
    });
    const bool isStillAChange = after.kind != StagedKind::Update || !after.values.isEmpty();
    apply({label, {{name, before, isStillAChange ? std::optional(after) : std::nullopt}}, {}});
}

void ChangeSet::apply(Action action)
{
    action.steps.removeIf([](const Step &step) { return step.before == step.after; });
    if (action.steps.isEmpty())
        return;
    save(lineOf(action));
    for (const Step &step : std::as_const(action.steps))
        put(step.name, step.after);
    m_done.append(std::move(action));
    m_undone.clear();
    emit changed();
}

void ChangeSet::undo()
{
    if (!canUndo())
        return;
    const Action action = m_done.takeLast();
    for (auto step = action.steps.crbegin(); step != action.steps.crend(); ++step)
        put(step->name, step->before);
    m_undone.append(action);
    save({{u"undo"_s, true}});
    emit changed();
}

void ChangeSet::redo()
{
    if (!canRedo())
        return;
    const Action action = m_undone.takeLast();
    for (const Step &step : action.steps)
        put(step.name, step.after);
    m_done.append(action);
    save({{u"redo"_s, true}});
    emit changed();
}

Result<void> ChangeSet::beginCommit(const QString &changeId)
{
    m_openCommit = changeId;
    if (!m_file)
        return {};
    return m_file->append({{u"commit"_s, changeId}});
}

void ChangeSet::abandonCommit()
{
    m_openCommit.clear();
    save({{u"commit"_s, QString()}});
    emit changed();
}

void ChangeSet::finishCommit()
{
    m_rows.clear();
    m_order.clear();
    m_done.clear();
    m_undone.clear();
    m_openCommit.clear();
    if (m_file) {
        if (const Result<void> cleared = m_file->clear(); !cleared)
            emit savingFailed(cleared.error().userText);
    }
    emit changed();
}

void ChangeSet::save(const QJsonObject &line)
{
    if (!m_file)
        return;
    if (const Result<void> saved = m_file->append(line); !saved)
        emit savingFailed(saved.error().userText);
}

QJsonObject ChangeSet::lineOf(const Action &action) const
{
    QJsonArray steps;
    for (const Step &step : action.steps) {
        const QString table = step.name.section(u'\n', 0, 0);
        const QString id = step.name.section(u'\n', 1);
        if (!step.after) {
            steps.append(QJsonObject{{u"table"_s, table}, {u"id"_s, id}});
            continue;
        }
        // A row's original is written once; rows may be large, and most actions touch a row again.
        const bool isKnown = step.before && step.before->original == step.after->original;
        steps.append(toJson(*step.after, !isKnown));
    }
    QJsonObject line{{u"label"_s, action.label}, {u"do"_s, steps}};
    if (!action.reverts.isEmpty())
        line.insert(u"reverts"_s, action.reverts);
    return line;
}

QHash<QString, QHash<QString, QString>> ChangeSet::byRow(const QList<RowProblem> &problems)
{
    QHash<QString, QHash<QString, QString>> rows;
    for (const RowProblem &problem : problems)
        rows[nameOf(problem.table, problem.id)].insert(problem.column, problem.sentence);
    return rows;
}

void ChangeSet::setProblems(const QList<RowProblem> &problems)
{
    if (problems == m_problems)
        return;
    m_problems = problems;
    m_found = byRow(problems);
    emit problemsChanged();
}

void ChangeSet::setRefusals(const QList<RowProblem> &refusals)
{
    m_refused = byRow(refusals);
    emit problemsChanged();
}

QHash<QString, QString> ChangeSet::problemsOf(const QString &table, const QString &id) const
{
    const QString name = nameOf(table, id);
    QHash<QString, QString> problems = m_found.value(name);
    problems.insert(m_refused.value(name));
    return problems;
}

bool ChangeSet::replay(const QJsonObject &line)
{
    if (line.contains(u"undo"_s) || line.contains(u"redo"_s)) {
        if (line.contains(u"undo"_s))
            undo();
        else
            redo();
        return true;
    }
    if (line.contains(u"commit"_s)) {
        m_openCommit = line.value(u"commit"_s).toString();
        return true;
    }
    if (!line.value(u"do"_s).isArray())
        return false;
    Action action{line.value(u"label"_s).toString(), {}, line.value(u"reverts"_s).toString()};
    for (const QJsonValue entry : line.value(u"do"_s).toArray()) {
        const QJsonObject object = entry.toObject();
        const QString id = object.value(u"id"_s).toString();
        Step step{nameOf(object.value(u"table"_s).toString(), id), {}, {}};
        step.before = stateOf(step.name);
        if (object.contains(u"kind"_s)) {
            bool hasOriginal = false;
            step.after = stagedRowFromJson(object, hasOriginal);
            if (!step.after || (!hasOriginal && !step.before))
                return false;
            if (!hasOriginal)
                step.after->original = step.before->original;
        }
        action.steps.append(step);
    }
    apply(std::move(action)); // the file is not open yet, so nothing is written twice
    return true;
}

} // namespace Ghar
