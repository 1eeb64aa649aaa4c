// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/foreignkeyresolver.h"

#include "database/connection.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ForeignKeyResolver)
};

constexpr qsizetype keysPerStatement = 2000;
/// Tables up to this are read once when many keys are asked for.
constexpr qsizetype fewRows = 200'000;
constexpr qsizetype manyKeys = 300;
/// Beyond this, what was looked up is forgotten rather than kept.
constexpr qsizetype mostRemembered = 1'000'000;

} // namespace

ForeignKeyResolver::ForeignKeyResolver(Connection &connection, const LiveSchema &live, const LiveTable &table,
                                       const ForeignKey &key, bool isByLabel)
    : m_connection(connection)
    , m_live(live)
    , m_target(live.table(key.refTable))
    , m_refColumn(key.refColumns.value(0))
    , m_isByLabel(isByLabel)
    , m_isOwnTable(key.refTable == table.table.name)
{
    const Column *column = m_target ? m_target->table.column(m_refColumn) : nullptr;
    if (column)
        m_parser.emplace(live, *column);
}

Result<void> ForeignKeyResolver::readAll()
{
    m_hasTriedAll = true;
    const Dialect &dialect = m_connection.dialect();
    const Column &column = m_parser->column();
    const Sql sql{u"SELECT "_s + dialect.read(column) + u" FROM "_s + m_target->from() + u" LIMIT "_s
                      + QString::number(fewRows + 1),
                  {}};
    const Result<void> read = m_connection.forEach(sql, [&](const Row &row) {
        m_known.insert(dialect.decode(column, row.first()));
        return true;
    });
    if (!read)
        return read;
    m_knowsAll = m_known.size() <= fewRows;
    return {};
}

Result<void> ForeignKeyResolver::lookUp(const QSet<Value> &keys)
{
    // Many different keys in one batch: asking for them batch by batch takes longer than reading a small table once.
    if (!m_hasTriedAll && keys.size() > manyKeys) {
        if (const Result<void> read = readAll(); !read)
            return read;
    }
    if (m_knowsAll) {
        for (const Value &value : keys) {
            if (!m_known.contains(value))
                m_missing.insert(value);
        }
        return {};
    }
    if (m_known.size() > mostRemembered)
        m_known.clear();
    const Dialect &dialect = m_connection.dialect();
    const Column &column = m_parser->column();
    const QList<Value> wanted(keys.cbegin(), keys.cend());
    for (qsizetype from = 0; from < wanted.size(); from += keysPerStatement) {
        const QList<Value> some = wanted.mid(from, keysPerStatement);
        Sql sql;
        QStringList terms;
        for (const Value &value : some)
            terms.append(dialect.bind(sql, column, value));
        sql.text = u"SELECT "_s + dialect.read(column) + u" FROM "_s + m_target->from() + u" WHERE "_s
            + Dialect::quote(column.name) + u" IN ("_s + terms.join(u", "_s) + u')';
        const Result<void> read = m_connection.forEach(sql, [&](const Row &row) {
            m_known.insert(dialect.decode(column, row.first()));
            return true;
        });
        if (!read)
            return read.error();
        for (const Value &value : some) {
            if (!m_known.contains(value))
                m_missing.insert(value);
        }
    }
    return {};
}

void ForeignKeyResolver::resolveByLabel(Wanted &wanted) const
{
    switch (m_labels->find(wanted.cell.text, wanted.value)) {
    case LabelIndex::Match::One:
        return;
    case LabelIndex::Match::None:
        wanted.problem = Text::tr("%1 has no row called “%2”.").arg(m_target->table.label, wanted.cell.text.left(80));
        return;
    case LabelIndex::Match::Several:
        wanted.problem = Text::tr("%1 has several rows called “%2”. Name the one that is meant by its key.")
                             .arg(m_target->table.label, wanted.cell.text.left(80));
        return;
    }
}

Result<void> ForeignKeyResolver::resolve(QList<Wanted *> &cells)
{
    if (!m_parser || !m_target->readable) {
        for (Wanted *wanted : cells)
            wanted->problem = Text::tr("The table that it leads to cannot be read, so no row of it can be named.");
        return {};
    }
    QList<Wanted *> byLabel;
    QSet<Value> unknown;
    // Where keys are texts of any kind, nothing tells a label from a key.
    const Column &key = m_parser->column();
    const bool hasForm = key.isUuidText || key.type == ColumnType::Uuid || key.type == ColumnType::Integer;
    for (Wanted *wanted : cells) {
        QString problem;
        const bool isKey =
            !m_isByLabel && m_parser->parse(wanted->cell, wanted->value, problem) == ValueParser::Outcome::Value;
        if (!isKey && (m_isByLabel || hasForm) && wanted->cell.kind == SourceKind::Text)
            byLabel.append(wanted);
        else if (!isKey)
            wanted->problem = problem;
        else if (!m_isOwnTable && !wanted->value.isNull() && !m_known.contains(wanted->value)
                 && !m_missing.contains(wanted->value))
            unknown.insert(wanted->value);
    }
    if (const Result<void> found = lookUp(unknown); !found)
        return found;
    if (!byLabel.isEmpty() && (!m_labels || m_isOwnTable)) {
        Result<LabelIndex> index = LabelIndex::build(m_connection, m_live, *m_target, m_refColumn);
        if (!index)
            return index.error();
        m_labels.emplace(std::move(index).value());
    }
    for (Wanted *wanted : byLabel)
        resolveByLabel(*wanted);
    for (Wanted *wanted : cells) {
        if (wanted->problem.isEmpty() && m_missing.contains(wanted->value))
            wanted->problem =
                Text::tr("%1 has no row with the key %2.").arg(m_target->table.label, wanted->value.text().left(80));
    }
    return {};
}

} // namespace Ghar
