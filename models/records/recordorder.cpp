// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/recordorder.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

QString joined(const QStringList &parts, const QString &separator)
{
    return parts.size() == 1 ? parts.first() : u'(' + parts.join(separator) + u')';
}

QString filterSql(Sql &sql, const Filter &filter, const Column &column, const Dialect &dialect)
{
    const QString name = Dialect::quote(column.name);
    const auto compare = [&](const QString &sign, const Value &value) {
        return name + u' ' + sign + u' ' + dialect.bind(sql, column, value);
    };
    const Value first = filter.values.value(0);
    switch (filter.op) {
    case Filter::Op::Equals:
        return first.isNull() ? name + u" IS NULL"_s : compare(u"="_s, first);
    case Filter::Op::NotEquals:
        return first.isNull() ? name + u" IS NOT NULL"_s
                              : u'(' + compare(u"<>"_s, first) + u" OR "_s + name + u" IS NULL)"_s;
    case Filter::Op::AnyOf: {
        QStringList alternatives;
        QStringList bound;
        for (const Value &value : filter.values) {
            if (value.isNull())
                alternatives.append(name + u" IS NULL"_s);
            else
                bound.append(dialect.bind(sql, column, value));
        }
        if (!bound.isEmpty())
            alternatives.append(name + u" IN ("_s + bound.join(u", "_s) + u')');
        return alternatives.isEmpty() ? u"1 = 0"_s : joined(alternatives, u" OR "_s);
    }
    case Filter::Op::Contains:
        return dialect.contains(sql, column, first.text());
    case Filter::Op::StartsWith:
        return dialect.startsWith(sql, column, first.text());
    case Filter::Op::AtLeast:
        return compare(u">="_s, first);
    case Filter::Op::AtMost:
        return compare(u"<="_s, first);
    case Filter::Op::Between: {
        QStringList bounds;
        if (!first.isNull())
            bounds.append(compare(u">="_s, first));
        if (!filter.values.value(1).isNull())
            bounds.append(compare(u"<="_s, filter.values.value(1)));
        return bounds.isEmpty() ? u"1 = 1"_s : joined(bounds, u" AND "_s);
    }
    case Filter::Op::IsNull:
        return name + u" IS NULL"_s;
    case Filter::Op::IsNotNull:
        return name + u" IS NOT NULL"_s;
    case Filter::Op::IsEmpty:
        return u'(' + name + u" IS NULL OR "_s + dialect.read(column) + u" = '')"_s;
    }
    Q_UNREACHABLE();
}

bool isSearchedByText(const Column &column)
{
    return column.type == ColumnType::String || column.type == ColumnType::Text || column.type == ColumnType::Enum
        || column.type == ColumnType::Uuid;
}

} // namespace

RecordOrder::RecordOrder(const LiveTable &table, const TableQuery &query, const Dialect &dialect)
    : m_table(table), m_query(query), m_dialect(dialect)
{
    const Table &definition = table.table;
    QStringList used;
    for (const SortColumn &sort : query.sort) {
        const Column *column = definition.column(sort.column);
        if (!column || !Dialect::isSortable(*column) || used.contains(sort.column))
            continue;
        m_terms.append({*column, sort.descending, column->nullable});
        used.append(sort.column);
    }
    // The key follows the leading direction, so that one index walked backwards delivers both.
    const bool descending = !m_terms.isEmpty() && m_terms.first().descending;
    for (const QString &name : definition.primaryKey) {
        const Column *column = definition.column(name);
        if (column && !used.contains(name))
            m_terms.append({*column, descending, false});
    }
    m_total = !definition.primaryKey.isEmpty();
    if (m_terms.isEmpty() && !definition.columns.isEmpty()) {
        for (const Column &column : definition.columns) { // a view without a key: all columns are the best there is
            if (Dialect::isSortable(column))
                m_terms.append({column, false, true});
        }
    }
    if (m_terms.isEmpty())
        return;

    const Term &leading = m_terms.first();
    const bool misplaced = !dialect.misplacedCondition(leading.column).isEmpty();
    if (!misplaced && !leading.nullable) {
        m_segments = {Segment::All};
    } else {
        m_segments.append(Segment::Ordinary);
        if (misplaced)
            m_segments.append(Segment::Misplaced);
        if (leading.nullable)
            m_segments.append(Segment::Null);
    }
    // An index on the leading column helps little once further columns are to be sorted inside large groups.
    m_indexed = query.sort.size() <= 1 && table.hasIndexOn(leading.column.name);
    const Column *key = definition.primaryKey.size() == 1 ? definition.column(definition.primaryKey.first()) : nullptr;
    m_walkable = m_indexed && !dialect.isPostgres() && key
        && key->serverType.compare("INTEGER"_L1, Qt::CaseInsensitive) == 0 && m_terms.last().column.name == key->name;
}

QString RecordOrder::segmentCondition(Segment segment, Bounds bounds) const
{
    const Column &column = m_terms.first().column;
    const QString name = Dialect::quote(column.name);
    const QString misplaced = m_dialect.misplacedCondition(column);
    switch (segment) {
    case Segment::All:
        return {};
    case Segment::Ordinary:
        // The range lets an index on the column deliver the order. SQLite begins at the first bound that it finds, so a
        // key that bounds the rows more narrowly replaces it.
        if (misplaced.isEmpty())
            return bounds == Bounds::Both ? name + u" IS NOT NULL"_s : QString();
        return (bounds == Bounds::Both || bounds == Bounds::Lower ? name + u" >= '0' AND "_s : QString())
            + (bounds == Bounds::Both || bounds == Bounds::Upper ? name + u" < ':' AND "_s : QString()) + u'(' + name
            + u" >= '1000' OR substr("_s + name + u", -3) <> ' BC')"_s;
    case Segment::Misplaced:
        return misplaced;
    case Segment::Null:
        return name + u" IS NULL"_s;
    }
    Q_UNREACHABLE();
}

QString RecordOrder::filterCondition(Sql &sql) const
{
    QStringList conditions;
    for (const Filter &filter : m_query.filters) {
        if (const Column *column = m_table.table.column(filter.column))
            conditions.append(filterSql(sql, filter, *column, m_dialect));
    }
    if (!m_query.text.isEmpty()) {
        QStringList alternatives;
        bool isNumber = false;
        const qint64 number = m_query.text.toLongLong(&isNumber);
        for (const Column &column : m_table.table.columns) {
            if (isSearchedByText(column))
                alternatives.append(m_dialect.contains(sql, column, m_query.text));
            else if (isNumber && column.type == ColumnType::Integer
                     && (m_table.table.primaryKey.contains(column.name) || m_table.table.foreignKeyOf(column.name)))
                alternatives.append(Dialect::quote(column.name) + u" = "_s + m_dialect.bindInteger(sql, number));
        }
        conditions.append(alternatives.isEmpty() ? u"1 = 0"_s : joined(alternatives, u" OR "_s));
    }
    return conditions.join(u" AND "_s);
}

QString RecordOrder::comparison(Sql &sql, qsizetype index, const Key &key, bool backwards, bool inclusive) const
{
    // Values are bound in the order in which their placeholders are written: SQLite knows them by position only.
    const Term &term = m_terms.at(index);
    const Value value = key.values.value(index);
    const QString name = Dialect::quote(term.column.name);
    const bool last = index == m_terms.size() - 1;

    // NULL stands after all values: going forwards nothing comes after it, going backwards everything does.
    if (value.isNull()) {
        QString same = name + u" IS NULL"_s;
        if (last)
            same = inclusive ? same : u"1 = 0"_s;
        else
            same = u'(' + same + u" AND "_s + comparison(sql, index + 1, key, backwards, inclusive) + u')';
        return backwards ? u'(' + name + u" IS NOT NULL OR "_s + same + u')' : same;
    }
    const QString sign = term.descending == backwards ? u">"_s : u"<"_s;
    if (last) {
        const QString found =
            name + u' ' + sign + (inclusive ? u"= "_s : u" "_s) + m_dialect.bind(sql, term.column, value);
        return term.nullable && !backwards && index > 0 ? u'(' + found + u" OR "_s + name + u" IS NULL)"_s : found;
    }
    QString result;
    if (index == 0) // implied by what follows, but only this form makes the databases use an index
        result = name + u' ' + sign + u"= "_s + m_dialect.bind(sql, term.column, value) + u" AND "_s;
    result += u'(' + name + u' ' + sign + u' ' + m_dialect.bind(sql, term.column, value);
    if (term.nullable && !backwards && index > 0)
        result += u" OR "_s + name + u" IS NULL"_s;
    result += u" OR ("_s + name + u" = "_s + m_dialect.bind(sql, term.column, value) + u" AND "_s;
    result += comparison(sql, index + 1, key, backwards, inclusive) + u"))"_s;
    return result;
}

QString RecordOrder::where(Sql &sql, int segment, const Key *key, bool backwards, bool inclusive, Part part) const
{
    QStringList conditions;
    if (const QString filters = filterCondition(sql); !filters.isEmpty())
        conditions.append(filters);
    const Segment kind = m_segments.at(segment);
    const Term &leading = m_terms.first();
    const bool ascends = leading.descending == backwards;
    Bounds bounds = Bounds::Both;
    if (key && kind == Segment::Ordinary)
        bounds = part == Part::SameLeading ? Bounds::None : ascends ? Bounds::Upper : Bounds::Lower;
    if (const QString inSegment = segmentCondition(kind, bounds); !inSegment.isEmpty())
        conditions.append(inSegment);
    if (key && part != Part::Whole) {
        const QString sign = part == Part::SameLeading ? u" = "_s : ascends ? u" > "_s : u" < "_s;
        conditions.append(Dialect::quote(leading.column.name) + sign
                          + m_dialect.bind(sql, leading.column, key->values.value(0)));
        if (part == Part::SameLeading)
            conditions.append(comparison(sql, 1, *key, backwards, inclusive));
    } else if (key) {
        // In the NULL segment the leading column decides nothing.
        const qsizetype first = kind == Segment::Null ? 1 : 0;
        if (first < m_terms.size())
            conditions.append(comparison(sql, first, *key, backwards, inclusive));
    }
    return conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
}

QString RecordOrder::orderBy(int segment, bool backwards) const
{
    QStringList parts;
    for (qsizetype i = 0; i < m_terms.size(); ++i) {
        const Term &term = m_terms.at(i);
        if (i == 0 && m_segments.at(segment) == Segment::Null)
            continue;
        // With its table, since PostgreSQL would take a bare name for the text of the same name in the select list.
        const QString name = Dialect::quote(m_table.table.name) + u'.' + Dialect::quote(term.column.name);
        if (i > 0 && term.nullable)
            parts.append(u'(' + name + u" IS NULL)"_s + (backwards ? u" DESC"_s : QString()));
        // The plus keeps SQLite from reading the whole index for the sake of this order: these rows are few.
        const bool isMisplaced = i == 0 && m_segments.at(segment) == Segment::Misplaced;
        parts.append((isMisplaced ? u'+' + name : name) + (term.descending != backwards ? u" DESC"_s : QString()));
    }
    return parts.isEmpty() ? QString() : u" ORDER BY "_s + parts.join(u", "_s);
}

QString RecordOrder::keyColumns() const
{
    QStringList parts;
    for (const Term &term : m_terms)
        parts.append(m_dialect.read(term.column));
    return parts.join(u", "_s);
}

QString RecordOrder::keyNames() const
{
    QStringList parts;
    for (const Term &term : m_terms)
        parts.append(Dialect::quote(term.column.name));
    return parts.join(u", "_s);
}

RecordOrder::Key RecordOrder::keyOf(int segment, const Row &row, qsizetype from) const
{
    Key key;
    key.segment = segment;
    for (qsizetype i = 0; i < m_terms.size(); ++i)
        key.values.append(m_dialect.decode(m_terms.at(i).column, row.at(from + i)));
    return key;
}

int RecordOrder::segmentOf(const Row &keyValues) const
{
    const Value leading = keyValues.value(0);
    if (m_segments.first() == Segment::All)
        return 0;
    if (leading.isNull())
        return int(m_segments.indexOf(Segment::Null));
    const qsizetype misplaced = m_segments.indexOf(Segment::Misplaced);
    const QString &text = leading.text();
    const bool ordinary = !text.isEmpty() && text.front().isDigit() && !(text < "1000"_L1 && text.endsWith(" BC"_L1));
    return misplaced < 0 || ordinary ? 0 : int(misplaced);
}

} // namespace Ghar
