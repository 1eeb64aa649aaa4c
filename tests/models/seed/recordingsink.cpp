// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordingsink.h"

using namespace Ghar;
using namespace Qt::StringLiterals;

Result<void> RecordingSink::insert(const QString &name, const QStringList &columns, const QList<QList<Value>> &rows)
{
    if (inserts++ == failAfter)
        return Error{ErrorKind::DiskFull, u"full"_s, {}};
    const Table *table = m_schema.table(name);
    if (!table) {
        violations.append(u"no table %1"_s.arg(name));
        return {};
    }
    largestBatch = qMax(largestBatch, rows.size());
    Rows &target = m_tables[name];
    target.columns = columns;
    addToHash(name);
    for (const QList<Value> &row : rows) {
        if (row.size() != columns.size()) {
            violations.append(u"%1: %2 values for %3 columns"_s.arg(name).arg(row.size()).arg(columns.size()));
            continue;
        }
        checkKeys(*table, columns, row);
        const QString key = row.at(columns.indexOf(table->primaryKey.constFirst())).text();
        if (m_keys[name].contains(key))
            violations.append(u"%1: key %2 twice"_s.arg(name, key));
        m_keys[name].insert(key, target.rows.size());
        target.rows.append(row);
        for (const Value &value : row)
            addToHash(value.isNull() ? u"\0null"_s : value.text());
    }
    return {};
}

Result<void> RecordingSink::update(const QString &name, const Value &key, const QStringList &columns,
                                   const QList<Value> &values)
{
    ++updates;
    const auto row = m_keys[name].constFind(key.text());
    if (row == m_keys[name].cend()) {
        violations.append(u"%1: no row %2 to update"_s.arg(name, key.text()));
        return {};
    }
    Rows &target = m_tables[name];
    addToHash(name + key.text());
    for (qsizetype i = 0; i < columns.size(); ++i) {
        target.rows[*row][target.columns.indexOf(columns.at(i))] = values.at(i);
        addToHash(columns.at(i) + values.at(i).text());
    }
    checkKeys(*m_schema.table(name), target.columns, target.rows.at(*row));
    return {};
}

qsizetype RecordingSink::rowCount() const
{
    qsizetype count = 0;
    for (const Rows &rows : m_tables)
        count += rows.rows.size();
    return count;
}

void RecordingSink::checkKeys(const Table &table, const QStringList &columns, const QList<Value> &row)
{
    for (const ForeignKey &key : table.foreignKeys) {
        const Value &value = row.at(columns.indexOf(key.columns.constFirst()));
        if (value.isNull() || !m_schema.table(key.refTable))
            continue;
        if (!m_keys.value(key.refTable).contains(value.text()))
            violations.append(u"%1.%2 names %3 %4, which is not there"_s.arg(table.name, key.columns.constFirst(),
                                                                             key.refTable, value.text()));
    }
}

void RecordingSink::addToHash(const QString &text)
{
    m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(text.utf16()), text.size() * 2));
    m_hash.addData(QByteArrayView("\x1f", 1));
}
