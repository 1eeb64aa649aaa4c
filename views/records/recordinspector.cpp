// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordinspector.h"

#include "database/databasesession.h"
#include "records/originalrow.h"
#include "records/rowkey.h"
#include "records/valuecheck.h"
#include "records/valuejson.h"
#include "records/writecheck.h"

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
            m_table = live;
            m_live = m_session->schema();
            m_key = primaryKey;
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

void RecordInspector::clear()
{
    ++m_generation;
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
        showStaged();
        emit recordChanged();
    });
}

const StagedRow *RecordInspector::staged() const
{
    return m_changes && m_table ? m_changes->find(m_table->table.name, stagedIdOf(m_key)) : nullptr;
}

bool RecordInspector::isRemoved() const
{
    const StagedRow *row = staged();
    return row && row->kind == StagedKind::Delete;
}

void RecordInspector::showStaged()
{
    const StagedRow *row = staged();
    m_fields.setStaged(row ? row->values : QMap<QString, StagedValue>());
}

void RecordInspector::stage(const QString &column, const StagedValue &value)
{
    if (m_changes && m_table && m_state == State::Ready)
        m_changes->setValues(tr("%1 of %2").arg(m_table->table.column(column)->label, title()), {m_original},
                             {{column, value}});
}

QString RecordInspector::setField(const QString &column, const QString &input)
{
    const Column *known = m_table ? m_table->table.column(column) : nullptr;
    if (!known)
        return {};
    // The editor shows times by the minute and JSON with indents: what nobody changed is not written in another form.
    if (input == editText(column) && !input.isEmpty())
        return {};
    const Result<Value> value = valueToWrite(*known, choices(column), input);
    if (!value)
        return value.error().userText;
    const Value &original = m_original.values.value(column);
    stage(column, {isSameValue(*known, *value, original) ? original : *value, false});
    return {};
}

QString RecordInspector::setFieldNull(const QString &column)
{
    const Column *known = m_table ? m_table->table.column(column) : nullptr;
    if (!known)
        return {};
    if (const Result<void> allowed = checkNull(*known, Value::null()); !allowed)
        return allowed.error().userText;
    stage(column, {Value::null(), false});
    return {};
}

void RecordInspector::setFieldDefault(const QString &column)
{
    if (m_table && m_table->table.column(column))
        stage(column, {Value::null(), true});
}

void RecordInspector::revertField(const QString &column)
{
    stage(column, {m_original.values.value(column), false});
}

void RecordInspector::toggleRemoval()
{
    if (!m_changes || !m_table || m_state != State::Ready)
        return;
    if (isRemoved())
        m_changes->revert(tr("Keep %1").arg(title()), m_table->table.name, stagedIdOf(m_key));
    else
        m_changes->remove(tr("Delete %1").arg(title()), {m_original});
}

QString RecordInspector::editText(const QString &column) const
{
    const Column *known = m_table ? m_table->table.column(column) : nullptr;
    if (!known)
        return {};
    Value value = m_original.values.value(column);
    if (const StagedRow *row = staged(); row && row->values.contains(column))
        value = row->values.value(column).value;
    if (value.isNull())
        return {};
    if (known->type == ColumnType::DateTime)
        return inputOfBound(*known, value, Bound::Lower);
    if (known->type == ColumnType::Json) {
        const QJsonDocument document = QJsonDocument::fromJson(value.text().toUtf8());
        if (!document.isNull())
            return QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
    }
    return value.text();
}

QStringList RecordInspector::choices(const QString &column) const
{
    const Column *known = m_table ? m_table->table.column(column) : nullptr;
    return known && m_live ? m_live->enumLabels(*known) : QStringList();
}

void RecordInspector::readHistory()
{
    m_historyError.clear();
    emit historyChanged();
    if (!m_table || !m_session)
        return;
    if (m_live->deskVersion == 0) {
        m_history.setEntries({}, nullptr, {});
        return;
    }
    JournalQuery query;
    query.table = m_table->table.name;
    query.rowKey = rowKeyText(m_key);
    m_session->details()
        .run([query](Connection &connection) { return readJournal(connection, query); })
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
    if (m_table && !m_key.isEmpty())
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
