// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowpickermodel.h"

#include "database/databasesession.h"
#include "records/recordreader.h"
#include "records/rowkey.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

bool isAmong(const QList<RowLabel> &rows, const Row &key)
{
    return std::any_of(rows.cbegin(), rows.cend(), [&key](const RowLabel &row) { return row.primaryKey == key; });
}

} // namespace

// A card tells one row from another; the details are a click away.
static constexpr qsizetype cardFields = 7;

RowPickerModel::RowPickerModel(QObject *parent) : QAbstractListModel(parent) { }

void RowPickerModel::setSession(DatabaseSession *session)
{
    start({}, {});
    m_session = session;
}

void RowPickerModel::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    if (count() > 0)
        emit dataChanged(index(0), index(count() - 1));
    emit cardChanged();
}

void RowPickerModel::start(const QString &table, const QString &key)
{
    m_table = m_session && m_session->schema() ? m_session->schema()->table(table) : nullptr;
    m_text.clear();
    const Result<Row> chosen = m_table && !key.isEmpty() ? rowKeyFromText(*m_table, key) : Result<Row>(Row());
    m_chosen = chosen ? *chosen : Row();
    m_cardLabel = {};
    m_cardRow.clear();
    m_cardKey.clear();
    emit tableChanged();
    emit cardChanged();
    search();
    if (!key.isEmpty())
        showCard(key);
}

QString RowPickerModel::tableLabel() const
{
    return m_table ? m_table->table.label : QString();
}

void RowPickerModel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    emit tableChanged();
    search();
}

void RowPickerModel::search()
{
    if (m_work && m_session)
        m_session->counter().cancel(m_work);
    m_work.reset();
    if (!m_table) {
        beginResetModel();
        m_rows.clear();
        endResetModel();
        emit rowsChanged();
        return;
    }
    m_work = std::make_shared<WorkToken>();
    emit rowsChanged();
    // Not behind the details of a row: what is typed wants its answer first.
    m_session->counter()
        .run(
            [live = m_session->schema(), table = m_table, text = m_text.trimmed(),
             chosen = m_chosen](Connection &connection) -> Result<QList<RowLabel>> {
                Result<QList<RowLabel>> rows = searchRows(connection, *live, *table, text, shownRows);
                if (!rows || !text.isEmpty() || chosen.size() != 1 || isAmong(*rows, chosen))
                    return rows;
                const Result<QHash<Value, RowLabel>> label =
                    readRowLabels(connection, *live, *table, table->table.primaryKey.first(), chosen);
                if (!label)
                    return label.error();
                return label->values() + *rows;
            },
            m_work)
        .then(this, [this, work = m_work](const Result<QList<RowLabel>> &rows) {
            if (work != m_work)
                return;
            m_work.reset();
            beginResetModel();
            m_rows = rows ? *rows : QList<RowLabel>();
            m_error = rows ? QString() : rows.error().userText;
            endResetModel();
            emit rowsChanged();
        });
}

void RowPickerModel::showCard(const QString &key)
{
    if (!m_table || key == m_cardKey)
        return;
    m_cardKey = key;
    const Result<Row> parts = rowKeyFromText(*m_table, key);
    if (!parts)
        return;
    struct Found
    {
        RowLabel label;
        Row row;
    };
    m_session->details()
        .run([live = m_session->schema(), table = m_table,
              parts = *parts](Connection &connection) -> Result<std::optional<Found>> {
            const Result<std::optional<Row>> row = readRow(connection, *table, parts);
            if (!row)
                return row.error();
            if (!*row)
                return std::optional<Found>();
            const Result<QHash<Value, RowLabel>> labels =
                readRowLabels(connection, *live, *table, table->table.primaryKey.value(0), {parts.value(0)});
            if (!labels)
                return labels.error();
            return std::optional(Found{labels->value(parts.value(0)), **row});
        })
        .then(this, [this, key](const Result<std::optional<Found>> &found) {
            if (key != m_cardKey)
                return;
            m_cardLabel = found && *found ? (*found)->label : RowLabel();
            m_cardRow = found && *found ? (*found)->row : Row();
            emit cardChanged();
        });
}

QVariantList RowPickerModel::card() const
{
    QVariantList fields;
    if (!m_table || m_cardRow.isEmpty())
        return fields;
    QStringList names = m_table->table.defaultColumns;
    for (const Column &column : m_table->table.columns) {
        if (!names.contains(column.name))
            names.append(column.name);
    }
    for (const QString &name : std::as_const(names)) {
        for (qsizetype i = 0; i < m_table->table.columns.size() && fields.size() < cardFields; ++i) {
            const Column &column = m_table->table.columns.at(i);
            const Value value = m_cardRow.value(i);
            if (column.name != name || value.isNull() || column.type == ColumnType::Json
                || column.type == ColumnType::TextSearchVector || column.type == ColumnType::Vector)
                continue;
            const CellText text = formatCell(column, value, m_privacy);
            fields.append(QVariantMap{
                {u"label"_s, column.label},
                {u"text"_s, text.kind == CellKind::Masked ? QString(4, QChar(0x2022)) : text.text.left(120)}});
        }
    }
    return fields;
}

QString RowPickerModel::keyAt(int row) const
{
    return row >= 0 && row < count() ? rowKeyText(m_rows.at(row).primaryKey) : QString();
}

int RowPickerModel::rowOf(const QString &key) const
{
    for (int row = 0; row < count(); ++row) {
        if (keyAt(row) == key)
            return row;
    }
    return -1;
}

int RowPickerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RowPickerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RowLabel &row = m_rows.at(index.row());
    switch (role) {
    case PickKeyRole:
        return rowKeyText(row.primaryKey);
    case PickLabelRole:
        return labelText(row, m_privacy);
    default:
        return {};
    }
}

QHash<int, QByteArray> RowPickerModel::roleNames() const
{
    return {{PickKeyRole, "pickKey"}, {PickLabelRole, "pickLabel"}};
}

} // namespace Ghar
