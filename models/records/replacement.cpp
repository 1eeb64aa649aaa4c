// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/replacement.h"

#include "database/connection.h"
#include "records/originalrow.h"
#include "records/recordreader.h"
#include "records/writecheck.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Replacement)
};

/// The query, narrowed where the database can do it, so that a large table is not read as a whole for a few rows.
TableQuery narrowed(TableQuery query, const Column &column, const ReplaceRule &rule)
{
    const bool isText = column.type == ColumnType::String || column.type == ColumnType::Text;
    // SQLite knows no capitals beyond ASCII.
    const bool isAscii = std::all_of(rule.find.cbegin(), rule.find.cend(), [](QChar c) { return c.unicode() < 128; });
    if (isText && isAscii && !rule.isPattern && !rule.find.isEmpty())
        query.filters.append({column.name, Filter::Op::Contains, {Value(rule.find)}});
    return query;
}

Error noKey(const LiveTable &table)
{
    return {
        ErrorKind::Refused,
        Text::tr("Rows of %1 have no key, so none can be changed safely. Nothing was changed.").arg(table.table.label),
        {}};
}

} // namespace

Result<QRegularExpression> ReplaceRule::expression() const
{
    const QString inner = isPattern ? find : QRegularExpression::escape(find);
    const QRegularExpression found(
        wholeValue ? u"\\A(?:"_s + inner + u")\\z"_s : inner,
        (matchCase ? QRegularExpression::NoPatternOption : QRegularExpression::CaseInsensitiveOption)
            | QRegularExpression::UseUnicodePropertiesOption);
    if (!found.isValid())
        return Error{ErrorKind::BadInput,
                     Text::tr("The pattern cannot be read: %1. Nothing was searched.").arg(found.errorString()),
                     {}};
    if (find.isEmpty() && !wholeValue)
        return Error{ErrorKind::BadInput, Text::tr("Type what is to be found."), {}};
    return found;
}

std::optional<QString> ReplaceRule::applied(const QRegularExpression &expression, const QString &text) const
{
    if (!expression.match(text).hasMatch())
        return std::nullopt;
    QString after = text;
    if (isPattern)
        after.replace(expression, replace);
    else if (wholeValue)
        after = replace;
    else // A backslash in plain text is a backslash, not a reference to a group.
        after.replace(find, replace, matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
    return after == text ? std::nullopt : std::optional(after);
}

Result<ReplacementList> findReplacements(Connection &connection, const LiveSchemaPtr &live, const LiveTable &table,
                                         const TableQuery &query, const ReplaceRule &rule, qsizetype limit,
                                         const std::function<bool(qint64)> &goOn)
{
    const Column *column = table.table.column(rule.column);
    if (!column)
        return Error{ErrorKind::NotFound, Text::tr("%1 has no column %2.").arg(table.table.label, rule.column), {}};
    if (table.table.primaryKey.isEmpty() || table.isView)
        return noKey(table);
    const Result<QRegularExpression> expression = rule.expression();
    if (!expression)
        return expression.error();
    RecordSource source(live, table, narrowed(query, *column, rule), connection.dialect(),
                        QStringList{column->name} + table.table.primaryKey);
    source.cut = std::numeric_limits<int>::max();
    const QStringList labels = live->enumLabels(*column);
    ReplacementList list;
    std::optional<RecordOrder::Key> from;
    static constexpr qint64 portion = 500;
    while (!list.more) {
        const Result<RecordPage> page = readForward(connection, source, from ? &*from : nullptr, false, 0, portion);
        if (!page)
            return page.error();
        for (const Row &row : page->rows) {
            const Value &before = row.constFirst();
            const std::optional<QString> after =
                before.isNull() ? std::nullopt : rule.applied(*expression, before.text());
            if (!after)
                continue;
            if (list.found.size() == limit) {
                list.more = true;
                break;
            }
            const Result<std::optional<OriginalRow>> original = readOriginal(connection, table, row.mid(1));
            if (!original)
                return original.error();
            if (!*original)
                continue; // gone meanwhile
            const Result<Value> checked = valueToWrite(*column, labels, *after);
            list.found.append({**original,
                               {},
                               before,
                               checked ? *checked : Value(*after),
                               checked ? QString() : checked.error().userText});
        }
        list.searched += page->rows.size();
        if (goOn && !goOn(list.searched))
            return Error{ErrorKind::Cancelled, {}, {}};
        if (page->rows.size() < portion)
            break;
        from = page->keys.constLast();
    }
    if (table.table.primaryKey.size() == 1) {
        QList<Value> keys;
        for (const Replacement &replacement : std::as_const(list.found))
            keys.append(replacement.original.key.constFirst());
        const Result<QHash<Value, RowLabel>> names =
            readRowLabels(connection, *live, table, table.table.primaryKey.constFirst(), keys);
        if (!names)
            return names.error();
        for (Replacement &replacement : list.found)
            replacement.label = names->value(replacement.original.key.constFirst());
    }
    return list;
}

} // namespace Ghar
