// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/schema.h"
#include "seed/demorandom.h"
#include "seed/demotime.h"
#include "seed/seedsink.h"

#include <QHash>
#include <QStringList>

#include <array>
#include <concepts>
#include <memory>
#include <optional>
#include <vector>

namespace Ghar {

class DemoTable;
class DemoWriter;

/// A version 4 UUID made of the next random numbers.
[[nodiscard]] QString demoUuid(DemoRandom &random);

/// One row being filled. It starts with the defaults of the schema and joins its table at write(); a row that is never
/// written leaves no trace.
class DemoRow
{
public:
    /// Fails the whole run when the column does not exist.
    DemoRow &set(QStringView column, Value value);
    DemoRow &set(QStringView column, const QString &text) { return set(column, Value(text)); }
    DemoRow &set(QStringView column, QDate date) { return set(column, Value(demoDateText(date))); }
    DemoRow &set(QStringView column, DemoInstant instant) { return set(column, Value(instant.text())); }
    DemoRow &set(QStringView column, DemoMoney money) { return set(column, Value(money.text())); }
    DemoRow &set(QStringView column, DemoDecimal number) { return set(column, Value(number.text())); }
    template <std::integral T> DemoRow &set(QStringView column, T number)
    {
        if constexpr (std::same_as<T, bool>)
            return set(column, Value::boolean(number));
        else
            return setNumber(column, qint64(number));
    }
    DemoRow &setNull(QStringView column) { return set(column, Value::null()); }
    /// Like set(); leaves NULL for 0, which stands for "no row" in every key of the demo platform.
    DemoRow &setKey(QStringView column, qint64 id);

    /// The row's integer key, or 0.
    [[nodiscard]] qint64 id() const { return m_id; }
    /// The row's text key: a UUID made for it, unless it was set.
    [[nodiscard]] QString key() const;
    /// The row's own random numbers.
    [[nodiscard]] DemoRandom &random() { return m_random; }
    /// Hands the row over and returns its integer key.
    qint64 write();

private:
    friend class DemoTable;
    DemoRow &setNumber(QStringView column, qint64 number);
    explicit DemoRow(DemoTable &table);

    DemoTable &m_table;
    QList<Value> m_values;
    DemoRandom m_random;
    qint64 m_id = 0;
};

/// Collects the rows of one table and passes them on in batches.
class DemoTable
{
public:
    DemoTable(DemoWriter &writer, const Table &table, const DemoClock &clock);

    /// A new row; its number and thus its random numbers depend on the rows begun before in this table only.
    [[nodiscard]] DemoRow row();
    [[nodiscard]] const Table &table() const { return m_table; }
    /// Rows begun so far, which is the integer key of the latest.
    [[nodiscard]] qint64 count() const { return m_begun; }

private:
    friend class DemoRow;
    friend class DemoWriter;
    struct Rule
    {
        const Column *column = nullptr;
        const QStringList *labels = nullptr; ///< allowed values, or nullptr
        bool deferred = false;               ///< key of a cycle: NULL at insert
    };
    [[nodiscard]] int indexOf(QStringView column);
    [[nodiscard]] QList<Value> freshValues();
    void check(const QList<Value> &values);

    DemoWriter &m_writer;
    const Table &m_table;
    QStringList m_columns;
    QList<Rule> m_rules;
    QHash<QStringView, int> m_index; ///< views into m_columns
    /// Where the column name was last seen in memory: names are literals, so this nearly always answers.
    struct Seen
    {
        const QChar *name = nullptr;
        int column = -1;
    };
    std::array<Seen, 256> m_seen;
    QList<Value> m_defaults;
    QList<int> m_uuidColumns;
    QList<int> m_stampColumns; ///< created_at and updated_at, in this order
    int m_keyColumn = -1;
    bool m_countsKeys = false;
    quint64 m_seed = 0;
    Value m_now;
    qint64 m_begun = 0;
    QList<QList<Value>> m_rows;
    QList<QList<Value>> m_spare;        ///< rows that went out: their memory is used again
    std::vector<DemoTable *> m_parents; ///< every table that must be written before, itself last
};

/// Passes rows of all tables to the sink so that a row never arrives before the rows its keys name. Checks every value
/// against the schema; the first offence fails the run.
class DemoWriter
{
public:
    DemoWriter(const Schema &schema, const DemoClock &clock, SeedSink &sink);
    ~DemoWriter();
    Q_DISABLE_COPY_MOVE(DemoWriter)

    /// The table of that name. An unknown name fails the run.
    [[nodiscard]] DemoTable &table(QStringView name);
    /// Sets columns of a row once everything is written: for the keys that form a cycle.
    void updateLater(QStringView table, qint64 id, const QStringList &columns, const QList<Value> &values);
    /// Writes what is left.
    Result<void> finish();

    [[nodiscard]] const Schema &schema() const { return m_schema; }

private:
    friend class DemoTable;
    friend class DemoRow;
    struct Update
    {
        QString table;
        qint64 id = 0;
        QStringList columns;
        QList<Value> values;
    };
    void fail(const QString &detail);
    void flush(DemoTable &table);
    void write(DemoTable &table);

    const Schema &m_schema;
    SeedSink &m_sink;
    std::vector<std::unique_ptr<DemoTable>> m_tables; ///< parents first
    QHash<QString, DemoTable *> m_byName;
    QList<Update> m_updates;
    std::optional<Error> m_error;
};

} // namespace Ghar
