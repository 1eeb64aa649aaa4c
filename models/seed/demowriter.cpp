// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demowriter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr qsizetype batchSize = 500;

/// Keys that close a cycle between tables: sent as NULL, set when both rows are there.
bool closesCycle(const QString &table, const QString &column)
{
    return (table == "properties"_L1 && column == "current_lease_id"_L1)
        || (table == "leases"_L1 && column == "lease_document_id"_L1);
}

Value defaultOf(const Column &column, const DemoClock &clock)
{
    const QJsonValue &literal = column.defaultValue;
    switch (literal.type()) {
    case QJsonValue::Bool:
        return Value::boolean(literal.toBool());
    case QJsonValue::Double:
        if (column.type == ColumnType::Numeric)
            return Value(DemoDecimal{qRound64(literal.toDouble() * std::pow(10, column.scale)), column.scale}.text());
        return Value(QString::number(literal.toDouble()));
    case QJsonValue::String:
        if (literal == "now"_L1 && column.type == ColumnType::DateTime)
            return Value(clock.now().text());
        return Value(literal.toString());
    case QJsonValue::Array:
        return Value(QString::fromUtf8(QJsonDocument(literal.toArray()).toJson(QJsonDocument::Compact)));
    case QJsonValue::Object:
        return Value(QString::fromUtf8(QJsonDocument(literal.toObject()).toJson(QJsonDocument::Compact)));
    default:
        return Value::null();
    }
}

bool isComputedUuid(const Column &column)
{
    return column.defaultValue == QJsonValue(u"uuid"_s) && (column.isUuidText || column.type == ColumnType::Uuid);
}

} // namespace

QString demoUuid(DemoRandom &random)
{
    static constexpr char16_t digits[] = u"0123456789abcdef";
    char16_t text[] = u"xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
    quint64 bits = random.next();
    int left = 16;
    for (char16_t &letter : text) {
        if (letter != u'x' && letter != u'y')
            continue;
        const int digit = letter == u'y' ? int(8 + (bits & 3)) : int(bits & 15);
        letter = digits[digit];
        bits >>= 4;
        if (--left == 0) {
            bits = random.next();
            left = 16;
        }
    }
    return QString(reinterpret_cast<const QChar *>(text), 36);
}

DemoRow::DemoRow(DemoTable &table)
    : m_table(table)
    , m_values(table.freshValues())
    , m_random(table.m_seed + quint64(table.m_begun) * 0xD1342543DE82EF95ULL)
{
    ++table.m_begun;
    if (table.m_countsKeys) {
        m_id = table.m_begun;
        m_values[table.m_keyColumn] = Value::integer(m_id);
    }
    for (const int column : table.m_uuidColumns)
        m_values[column] = Value(demoUuid(m_random));
}

DemoRow &DemoRow::set(QStringView column, Value value)
{
    if (const int index = m_table.indexOf(column); index >= 0)
        m_values[index] = std::move(value);
    return *this;
}

DemoRow &DemoRow::setNumber(QStringView column, qint64 number)
{
    // Counters, ratings and agents repeat endlessly: sharing their texts saves a third of the allocations.
    static const QList<Value> small = [] {
        QList<Value> values;
        for (int i = 0; i < 1024; ++i)
            values.append(Value::integer(i));
        return values;
    }();
    return set(column, number >= 0 && number < small.size() ? small.at(number) : Value::integer(number));
}

DemoRow &DemoRow::setKey(QStringView column, qint64 id)
{
    return set(column, id == 0 ? Value::null() : Value::integer(id));
}

QString DemoRow::key() const
{
    return m_table.m_keyColumn < 0 ? QString() : m_values.at(m_table.m_keyColumn).text();
}

qint64 DemoRow::write()
{
    // Fixed width, so the texts compare like the instants. A row cannot be made or changed later than now, nor changed
    // before it was made.
    for (const int column : std::as_const(m_table.m_stampColumns)) {
        if (m_values.at(column).text() > m_table.m_now.text())
            m_values[column] = m_table.m_now;
    }
    if (m_table.m_stampColumns.size() == 2) {
        const Value &made = m_values.at(m_table.m_stampColumns.first());
        Value &changed = m_values[m_table.m_stampColumns.last()];
        if (!changed.isNull() && changed.text() < made.text())
            changed = made;
    }
    m_table.check(m_values);
    m_table.m_rows.append(std::move(m_values));
    if (m_table.m_rows.size() >= batchSize)
        m_table.m_writer.flush(m_table);
    return m_id;
}

DemoTable::DemoTable(DemoWriter &writer, const Table &table, const DemoClock &clock)
    : m_writer(writer), m_table(table), m_seed(DemoRandom::seedOf(table.name)), m_now(clock.now().text())
{
    for (const Column &column : table.columns) {
        if (column.serverOnly)
            continue;
        Rule rule;
        rule.column = &column;
        // The threads of the consolidated schema allow more sources than the enum of the same name lists.
        if (column.type == ColumnType::Enum || (column.enumStorage == EnumStorage::TextWithCheck && !table.beyondOrm)) {
            if (const EnumType *type = writer.schema().enumType(column.enumName))
                rule.labels = &type->labels;
        }
        rule.deferred = closesCycle(table.name, column.name);
        if (column.name == "created_at"_L1 || column.name == "updated_at"_L1)
            m_stampColumns.append(int(m_columns.size()));
        if (isComputedUuid(column))
            m_uuidColumns.append(int(m_columns.size()));
        if (table.primaryKey.size() == 1 && table.primaryKey.constFirst() == column.name) {
            m_keyColumn = int(m_columns.size());
            m_countsKeys = column.type == ColumnType::Integer && table.foreignKeyOf(column.name) == nullptr;
        }
        m_defaults.append(isComputedUuid(column) ? Value::null() : defaultOf(column, clock));
        m_columns.append(column.name);
        m_rules.append(rule);
    }
    for (int i = 0; i < m_columns.size(); ++i)
        m_index.insert(m_columns.at(i), i);
}

DemoRow DemoTable::row()
{
    return DemoRow(*this);
}

int DemoTable::indexOf(QStringView column)
{
    Seen &seen = m_seen[(reinterpret_cast<quintptr>(column.data()) >> 1) % m_seen.size()];
    if (seen.name == column.data() && m_columns.at(seen.column) == column)
        return seen.column;
    const int index = m_index.value(column, -1);
    if (index < 0)
        m_writer.fail(u"%1.%2 does not exist"_s.arg(m_table.name, column));
    else
        seen = {column.data(), index};
    return index;
}

QList<Value> DemoTable::freshValues()
{
    if (m_spare.isEmpty())
        return m_defaults;
    QList<Value> values = m_spare.takeLast();
    std::copy(m_defaults.cbegin(), m_defaults.cend(), values.begin());
    return values;
}

void DemoTable::check(const QList<Value> &values)
{
    for (int i = 0; i < values.size(); ++i) {
        const Rule &rule = m_rules.at(i);
        const Value &value = values.at(i);
        if (value.isNull()) {
            if (!rule.column->nullable)
                m_writer.fail(u"%1.%2 is NULL in row %3"_s.arg(m_table.name, rule.column->name).arg(m_begun));
            continue;
        }
        if (rule.column->length > 0 && value.text().size() > rule.column->length)
            m_writer.fail(u"%1.%2 is too long: %3"_s.arg(m_table.name, rule.column->name, value.text()));
        if (rule.labels && !rule.labels->contains(value.text()))
            m_writer.fail(u"%1.%2 has no value %3"_s.arg(m_table.name, rule.column->name, value.text()));
        if (rule.deferred)
            m_writer.fail(u"%1.%2 has to be set later"_s.arg(m_table.name, rule.column->name));
    }
}

DemoWriter::DemoWriter(const Schema &schema, const DemoClock &clock, SeedSink &sink) : m_schema(schema), m_sink(sink)
{
    // Depth first over the foreign keys: a table joins the list after everything it refers to.
    QSet<QString> visited;
    const std::function<void(const Table &)> visit = [&](const Table &table) {
        if (visited.contains(table.name))
            return;
        visited.insert(table.name);
        QStringList parents;
        for (const ForeignKey &key : table.foreignKeys) {
            const Table *parent = schema.table(key.refTable);
            if (!parent || parent == &table || closesCycle(table.name, key.columns.value(0)))
                continue;
            visit(*parent);
            parents.append(parent->name);
        }
        auto entry = std::make_unique<DemoTable>(*this, table, clock);
        QSet<const DemoTable *> listed;
        for (const QString &parent : std::as_const(parents)) {
            for (DemoTable *ancestor : m_byName.value(parent)->m_parents) {
                if (!listed.contains(ancestor)) {
                    listed.insert(ancestor);
                    entry->m_parents.push_back(ancestor);
                }
            }
        }
        entry->m_parents.push_back(entry.get());
        m_byName.insert(table.name, entry.get());
        m_tables.push_back(std::move(entry));
    };
    for (const Table &table : schema.tables())
        visit(table);
}

DemoWriter::~DemoWriter() = default;

DemoTable &DemoWriter::table(QStringView name)
{
    if (DemoTable *found = m_byName.value(name.toString()))
        return *found;
    fail(u"there is no table %1"_s.arg(name));
    return *m_tables.front();
}

void DemoWriter::updateLater(QStringView table, qint64 id, const QStringList &columns, const QList<Value> &values)
{
    m_updates.append({table.toString(), id, columns, values});
}

Result<void> DemoWriter::finish()
{
    for (const auto &table : m_tables)
        write(*table);
    for (const Update &update : std::as_const(m_updates)) {
        if (m_error)
            break;
        const Result<void> done = m_sink.update(update.table, Value::integer(update.id), update.columns, update.values);
        if (!done)
            m_error = done.error();
    }
    if (m_error)
        return *m_error;
    return {};
}

void DemoWriter::fail(const QString &detail)
{
    if (!m_error)
        m_error = Error{ErrorKind::BadInput,
                        QCoreApplication::translate("DemoPlatform", "The demo data does not fit the schema."), detail};
}

void DemoWriter::flush(DemoTable &table)
{
    for (DemoTable *parent : table.m_parents)
        write(*parent);
}

void DemoWriter::write(DemoTable &table)
{
    if (table.m_rows.isEmpty())
        return;
    if (!m_error) {
        const Result<void> done = m_sink.insert(table.m_table.name, table.m_columns, table.m_rows);
        if (!done)
            m_error = done.error();
    }
    for (QList<Value> &row : table.m_rows) {
        if (row.isDetached()) // a sink that keeps the rows keeps the memory as well
            table.m_spare.append(std::move(row));
    }
    table.m_rows.clear();
}

} // namespace Ghar
