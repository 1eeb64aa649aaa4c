// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordinspector.h"

#include "database/databasesession.h"
#include "records/recordreader.h"
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
    emit recordChanged();
}

Result<std::optional<RecordInspector::Details>> RecordInspector::read(Connection &connection, const LiveSchemaPtr &live,
                                                                      const LiveTable &table, const Row &primaryKey)
{
    const Result<std::optional<Row>> row = readRow(connection, table, primaryKey);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Details>();
    Details details;
    details.row = **row;
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
            m_title = (*details)->title;
            m_fields.setRow(m_live, live, m_row, m_privacy);
            m_fields.setLinks((*details)->links);
            m_relations.setRelations(m_live, (*details)->relations);
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
    m_title = {};
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
    QStringList parts;
    for (const Value &value : m_key)
        parts.append(value.text());
    return parts.join(u'/');
}

void RecordInspector::setState(State state, const QString &errorText)
{
    m_state = state;
    m_errorText = errorText;
    emit recordChanged();
}

} // namespace Ghar
