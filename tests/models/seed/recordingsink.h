// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/schema.h"
#include "seed/seedsink.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>

/// Keeps every row and notes each key that names a row which is not there yet, as a strict database would.
class RecordingSink : public Ghar::SeedSink
{
public:
    struct Rows
    {
        QStringList columns;
        QList<QList<Ghar::Value>> rows;
        [[nodiscard]] const Ghar::Value &at(qsizetype row, QStringView column) const
        {
            return rows.at(row).at(columns.indexOf(column));
        }
        [[nodiscard]] QString text(qsizetype row, QStringView column) const { return at(row, column).text(); }
    };

    explicit RecordingSink(const Ghar::Schema &schema) : m_schema(schema) { }

    Ghar::Result<void> insert(const QString &table, const QStringList &columns,
                              const QList<QList<Ghar::Value>> &rows) override;
    Ghar::Result<void> update(const QString &table, const Ghar::Value &key, const QStringList &columns,
                              const QList<Ghar::Value> &values) override;

    [[nodiscard]] const Rows &table(const QString &name) const
    {
        static const Rows none;
        const auto found = m_tables.constFind(name);
        return found == m_tables.cend() ? none : *found;
    }
    [[nodiscard]] qsizetype rowCount() const;
    /// Hash over everything that arrived, in order.
    [[nodiscard]] QByteArray fingerprint() const { return m_hash.result().toHex(); }

    QStringList violations; ///< keys that named a missing row, wrong columns, updates without a row
    int failAfter = -1;     ///< the insert that is refused, counted from 0
    int inserts = 0;
    int updates = 0;
    qsizetype largestBatch = 0;

private:
    void checkKeys(const Ghar::Table &table, const QStringList &columns, const QList<Ghar::Value> &row);
    void addToHash(const QString &text);

    const Ghar::Schema &m_schema;
    QHash<QString, Rows> m_tables;
    QHash<QString, QHash<QString, qsizetype>> m_keys; ///< table -> primary key -> row
    mutable QCryptographicHash m_hash{QCryptographicHash::Sha1};
};
