// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordinspector.h"

#include "database/databasesession.h"
#include "records/journalstore.h"
#include "records/originalrow.h"
#include "records/rowkey.h"
#include "records/valuejson.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Ghar {

RecordInspector::RecordInspector(QObject *parent) : QObject(parent) { }

void RecordInspector::setSession(DatabaseSession *session)
{
    clear();
    m_session = session;
}

void RecordInspector::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    m_fields.setPrivacy(privacy);
    m_relations.setPrivacy(privacy);
    m_history.setPrivacy(privacy);
    emit recordChanged();
}

Result<std::optional<RecordInspector::Details>> RecordInspector::read(Connection &connection, const LiveSchemaPtr &live,
                                                                      const LiveTable &table, const Row &primaryKey)
{
    const Result<std::optional<OriginalRow>> original = readOriginal(connection, table, primaryKey);
    if (!original)
        return original.error();
    if (!*original)
        return std::optional<Details>();
    Details details;
    details.original = **original;
    for (const Column &column : table.table.columns)
        details.row.append(details.original.values.value(column.name));
    const Result<QHash<Value, RowLabel>> own =
        readRowLabels(connection, *live, table, table.table.primaryKey.value(0), {primaryKey.value(0)});
    if (!own)
        return own.error();
    details.title = own->value(primaryKey.value(0));
    for (qsizetype i = 0; i < table.table.columns.size(); ++i) {
        const Column &column = table.table.columns.at(i);
        const Value value = details.row.at(i);
        QString target;
        QString targetColumn;
        if (const ForeignKey *key = table.table.foreignKeyOf(column.name)) {
            target = key->refTable;
            targetColumn = key->refColumns.value(0);
        }
        for (const LooseReference &reference : table.table.looseReferences) {
            if (reference.column == column.name) {
                target = reference.refTable;
                targetColumn = reference.refColumn;
            }
        }
        const LiveTable *other = live->table(target);
        if (value.isNull() || !other)
            continue;
        const Result<QHash<Value, RowLabel>> label = readRowLabels(connection, *live, *other, targetColumn, {value});
        // A loose reference may hold what the other column cannot; then there is just no label.
        if (label && label->contains(value))
            details.links.insert(column.name, label->value(value));
    }
    const Result<QList<Relation>> relations = readRelations(connection, *live, table, details.row);
    if (!relations)
        return relations.error();
    details.relations = *relations;
    return std::optional<Details>(details);
}

void RecordInspector::show(const QString &table, const Row &primaryKey)
{
    const quint64 generation = ++m_generation;
    const LiveTable *live = m_session && m_session->schema() ? m_session->schema()->table(table) : nullptr;
    if (!live || primaryKey.isEmpty()) {
        clear();
        return;
    }
    setState(State::Loading);
    m_session->details()
        .run([schema = m_session->schema(), live, primaryKey](Connection &connection) {
            return read(connection, schema, *live, primaryKey);
        })
        .then(this, [this, generation, live, primaryKey](const Result<std::optional<Details>> &details) {
            if (generation != m_generation)
                return;
            if (!details) {
                setState(State::Failed, details.error().userText);
                return;
            }
            const bool wasToGo = std::exchange(m_toGo, false) && m_table == live && m_key == primaryKey;
            m_table = live;
            m_live = m_session->schema();
            m_key = primaryKey;
            m_newId.clear();
            if (!*details && wasToGo) {
                clear(); // deleted by this person, who knows it
                return;
            }
            if (!*details) {
                m_row.clear();
                m_fields.clear();
                m_relations.clear();
                m_title = {primaryKey, u'#' + keyText(), u'#' + keyText()};
                setState(State::Gone);
                return;
            }
            m_row = (*details)->row;
            m_original = (*details)->original;
            m_title = (*details)->title;
            m_fields.setRow(m_live, live, m_row, m_privacy);
            m_fields.setLinks((*details)->links);
            m_relations.setRelations(m_live, (*details)->relations);
            showStaged();
            setState(State::Ready);
        });
}

void RecordInspector::showNew(const QString &table, const QString &id)
{
    const LiveTable *live = m_session && m_session->schema() ? m_session->schema()->table(table) : nullptr;
    if (!live || !m_changes || !m_changes->find(table, id)) {
        clear();
        return;
    }
    ++m_generation;
    m_table = live;
    m_live = m_session->schema();
    m_key.clear();
    m_row.clear();
    m_original = {table, {}, {}, {}};
    m_newId = id;
    const QString title = tr("New row of %1").arg(live->table.label);
    m_title = {{}, title, title};
    m_history.setEntries({}, nullptr, {});
    m_relations.clear();
    m_fields.setNewRow(m_live, live, m_privacy);
    showStaged();
    setState(State::Ready);
}

void RecordInspector::clear()
{
    m_toGo = false;
    ++m_generation;
    m_newId.clear();
    m_edit.end();
    m_table = nullptr;
    m_live.reset();
    m_key.clear();
    m_row.clear();
    m_original = {};
    m_title = {};
    m_history.setEntries({}, nullptr, {});
    m_fields.clear();
    m_relations.clear();
    setState(State::Empty);
}

void RecordInspector::toggleRelation(int entry)
{
    const Relation *relation = m_relations.relationAt(entry);
    if (!relation || !m_session || !m_table)
        return;
    if (m_relations.isExpanded(entry)) {
        m_relations.close(entry);
        return;
    }
    Value key;
    for (qsizetype i = 0; i < m_table->table.columns.size(); ++i) {
        if (m_table->table.columns.at(i).name == relation->targetColumn)
            key = m_row.value(i);
    }
    m_session->details()
        .run([live = m_live, wanted = *relation, key](Connection &connection) {
            return readRelated(connection, *live, wanted, key, RelationListModel::shownRows);
        })
        .then(this, [this, generation = m_generation, wanted = *relation](const Result<QList<RowLabel>> &rows) {
            if (generation == m_generation && rows)
                m_relations.setRows(wanted.table, wanted.column, *rows);
        });
}

void RecordInspector::setChanges(ChangeSet *changes)
{
    m_changes = changes;
    connect(changes, &ChangeSet::changed, this, [this] {
        // Undone, or committed under a key that is not known here.
        if (isNew() && !staged()) {
            clear();
            return;
        }
        showStaged();
        emit recordChanged();
    });
    connect(changes, &ChangeSet::problemsChanged, this, &RecordInspector::showProblems);
}

const StagedRow *RecordInspector::staged() const
{
    if (!m_changes || !m_table)
        return nullptr;
    return m_changes->find(m_table->table.name, isNew() ? m_newId : stagedIdOf(m_key));
}

bool RecordInspector::isRemoved() const
{
    const StagedRow *row = staged();
    return row && row->kind == StagedKind::Delete;
}

void RecordInspector::showStaged()
{
    const StagedRow *row = staged();
    // Remembered beyond the commit that takes it out of what is staged.
    if (row)
        m_toGo = row->kind == StagedKind::Delete;
    m_fields.setStaged(row ? row->values : QMap<QString, StagedValue>());
    showProblems();
    readStagedLinks();
}

void RecordInspector::showProblems()
{
    const StagedRow *row = staged();
    m_fields.setProblems(row ? m_changes->problemsOf(row->table(), row->id) : QHash<QString, QString>());
}

void RecordInspector::readStagedLinks()
{
    const StagedRow *row = staged();
    QList<std::pair<QString, Value>> wanted;
    for (auto it = row ? row->values.cbegin() : QMap<QString, StagedValue>::const_iterator();
         row && it != row->values.cend(); ++it) {
        if (!it->value.isNull() && m_table->table.foreignKeyOf(it.key()))
            wanted.append({it.key(), it->value});
    }
    if (wanted.isEmpty() || !m_session) {
        m_fields.setStagedLinks({});
        return;
    }
    m_session->details()
        .run([live = m_live, table = m_table, wanted](Connection &connection) -> Result<QHash<QString, RowLabel>> {
            QHash<QString, RowLabel> labels;
            for (const auto &[column, value] : wanted) {
                const ForeignKey *key = table->table.foreignKeyOf(column);
                const LiveTable *target = live->table(key->refTable);
                if (!target)
                    continue;
                const Result<QHash<Value, RowLabel>> found =
                    readRowLabels(connection, *live, *target, key->refColumns.value(0), {value});
                if (!found)
                    return found.error();
                if (found->contains(value))
                    labels.insert(column, found->value(value));
            }
            return labels;
        })
        .then(this, [this, generation = m_generation](const Result<QHash<QString, RowLabel>> &labels) {
            if (generation == m_generation && labels)
                m_fields.setStagedLinks(*labels);
        });
}

bool RecordInspector::beginEdit(const QString &column)
{
    const Column *known = m_table ? m_table->table.column(column) : nullptr;
    if (!known || !m_changes || m_state != State::Ready)
        return false;
    const Value &original = m_original.values.value(column);
    StagedValue now{original, false};
    const StagedRow *row = staged();
    const bool isStaged = row && row->values.contains(column);
    if (isStaged)
        now = row->values.value(column);
    if (formatCell(*known, now.value, m_fields.privacyOf(*known)).kind == CellKind::Masked)
        return false;
    // The row as it is now, and not the one that is shown when the value is taken: it may be read anew, or another one
    // be selected, while the editor is open, and what was typed is for this one.
    const auto stage = [this, column, row = m_original, newId = m_newId,
                        label = tr("%1 of %2").arg(known->label, title())](const StagedValue &value) {
        if (m_changes)
            m_changes->stage(label, {{row, newId, {{column, value}}}});
    };
    // What a new row is given is taken back to what the database fills in.
    const StagedValue before = isNew() ? StagedValue{Value::null(), true} : StagedValue{original, false};
    return m_edit.begin(
        {m_live, m_table, column, now, original, isStaged, 1, stage, [stage, before] { stage(before); }});
}

QString RecordInspector::setField(const QString &column, const QString &input)
{
    return beginEdit(column) ? m_edit.stage(input) : QString();
}

QString RecordInspector::setFieldNull(const QString &column)
{
    return beginEdit(column) ? m_edit.stageNull() : QString();
}

void RecordInspector::setFieldDefault(const QString &column)
{
    if (beginEdit(column))
        m_edit.stageDefault();
}

void RecordInspector::revertField(const QString &column)
{
    if (!m_changes || !m_table || m_state != State::Ready)
        return;
    // What a new row is given is taken back to what the database fills in.
    const StagedValue before =
        isNew() ? StagedValue{Value::null(), true} : StagedValue{m_original.values.value(column), false};
    m_changes->stage(tr("%1 of %2").arg(m_table->table.column(column)->label, title()),
                     {{m_original, m_newId, {{column, before}}}});
}

void RecordInspector::toggleRemoval()
{
    if (!m_changes || !m_table || m_state != State::Ready)
        return;
    if (isNew())
        m_changes->remove(tr("Drop %1").arg(title()), {}, {m_newId});
    else if (isRemoved())
        m_changes->revert(tr("Keep %1").arg(title()), m_table->table.name, stagedIdOf(m_key));
    else
        m_changes->remove(tr("Delete %1").arg(title()), {m_original});
}

void RecordInspector::readHistory()
{
    m_historyError.clear();
    emit historyChanged();
    if (!m_table || !m_session)
        return;
    if (isNew() || !m_live->hasJournal()) {
        m_history.setEntries({}, nullptr, {});
        return;
    }
    JournalQuery query;
    query.table = m_table->table.name;
    query.rowKey = rowKeyText(m_key);
    m_session->details()
        .run([query, live = m_live](Connection &connection) {
            return withJournal(connection, *live,
                               [&query](Connection &journal) { return readJournal(journal, query); });
        })
        .then(this, [this, key = m_key, table = m_table](const Result<QList<JournalEntry>> &entries) {
            if (key != m_key || table != m_table)
                return;
            if (entries)
                m_history.setEntries(m_live, m_table, *entries);
            else
                m_historyError = entries.error().userText;
            emit historyChanged();
        });
}

void RecordInspector::revertTo(int entry)
{
    const QMap<QString, StagedValue> values = m_history.valuesBefore(entry);
    if (m_changes && m_table && m_state == State::Ready && !values.isEmpty())
        m_changes->setValues(tr("Take back the change of %1").arg(m_history.whenOf(entry)), {m_original}, values);
}

void RecordInspector::refresh()
{
    if (isNew())
        showStaged();
    else if (m_table && !m_key.isEmpty())
        show(m_table->table.name, Row(m_key));
}

QString RecordInspector::asJson() const
{
    if (!m_table)
        return {};
    QJsonObject object;
    for (qsizetype i = 0; i < m_table->table.columns.size(); ++i) {
        const Column &column = m_table->table.columns.at(i);
        if (column.type == ColumnType::TextSearchVector)
            continue;
        const Value value = m_row.value(i);
        const bool isMasked = formatCell(column, value, m_fields.privacyOf(column)).kind == CellKind::Masked;
        object.insert(column.name, isMasked ? QJsonValue(u"••••"_s) : jsonOf(column, value));
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

QString RecordInspector::keyText() const
{
    return rowKeyText(m_key);
}

void RecordInspector::setState(State state, const QString &errorText)
{
    m_state = state;
    m_errorText = errorText;
    emit recordChanged();
}

} // namespace Ghar
