// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/recordscommands.h"

#include "commands/tablearguments.h"
#include "records/deleteplan.h"
#include "records/recordreader.h"
#include "records/rowkey.h"
#include "records/valuecheck.h"
#include "records/valuejson.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordsCommands)
};

/// A value as one field of one line, without anything that a terminal would obey.
QString harmless(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control)
            character = u' ';
    }
    return text;
}

ExitCode list(CommandContext &context, const QStringList &rest)
{
    if (rest.size() != 1)
        return context.usage(Text::tr("records list needs the name of one table."));
    bool ok = true;
    const qint64 limit = context.arguments().value(u"limit"_s, u"100"_s).toLongLong(&ok);
    if (!ok || limit < 1)
        return context.usage(
            Text::tr("--limit %1 is not a number of rows.").arg(context.arguments().value(u"limit"_s)));
    std::unique_ptr<Connection> connection;
    const Result<LiveSchemaPtr> live = context.introspectReadOnly(connection);
    if (!live)
        return context.fail(live.error());
    const Result<const LiveTable *> named = tableNamed(**live, rest.first());
    if (!named)
        return context.fail(named.error());
    const LiveTable *table = *named;
    const Result<TableQuery> query = tableQueryOf(context, **live, *table);
    if (!query)
        return context.fail(query.error());
    QStringList names;
    for (const Column &column : table->table.columns) {
        if (column.type != ColumnType::TextSearchVector)
            names.append(column.name);
    }
    RecordSource source(*live, *table, *query, connection->dialect(), names);
    source.cut = 1 << 30;
    std::optional<RecordOrder::Key> after;
    if (context.arguments().has(u"after"_s)) {
        const QString text = context.arguments().value(u"after"_s);
        if (table->table.primaryKey.size() != 1)
            return context.usage(Text::tr("--after needs a table with a primary key of one column."));
        const Column &key = *table->table.column(table->table.primaryKey.first());
        const Result<Value> value = valueFromInput(key, text);
        if (!value)
            return context.fail(value.error());
        const Result<std::optional<Row>> row = readRow(*connection, *table, {*value});
        if (!row)
            return context.fail(row.error());
        if (!*row)
            return context.fail(
                {ErrorKind::NotFound, Text::tr("%1 has no row with the key %2.").arg(table->table.name, text), {}});
        RecordOrder::Key place;
        for (const RecordOrder::Term &term : source.order.terms()) {
            for (qsizetype i = 0; i < table->table.columns.size(); ++i) {
                if (table->table.columns.at(i).name == term.column.name)
                    place.values.append((*row)->at(i));
            }
        }
        place.segment = source.order.segmentOf(place.values);
        after = place;
    }
    const Result<RecordPage> page = readForward(*connection, source, after ? &*after : nullptr, false, 0, limit + 1);
    if (!page)
        return context.fail(page.error());
    const bool more = page->rows.size() > limit;
    const QList<Row> shown = page->rows.first(qMin<qint64>(limit, page->rows.size()));
    if (context.isJson()) {
        QJsonArray rows;
        for (const Row &row : shown) {
            QJsonObject object;
            for (qsizetype i = 0; i < source.columns.size(); ++i)
                object.insert(source.columns.at(i).name, jsonOf(source.columns.at(i), row.at(i)));
            rows.append(object);
        }
        context.printJson({{u"table"_s, table->table.name}, {u"rows"_s, rows}, {u"more"_s, more}});
        return ExitCode::Done;
    }
    QStringList header;
    for (const Column &column : std::as_const(source.columns))
        header.append(column.name);
    context.print(header.join(u'\t'));
    for (const Row &row : shown) {
        QStringList texts;
        for (const Value &value : row) {
            QString text = value.isNull() ? u"NULL"_s : value.text();
            texts.append(harmless(text));
        }
        context.print(texts.join(u'\t'));
    }
    if (more)
        context.complain(Text::tr("There are more rows; --limit N shows more, --after KEY those that follow."));
    return ExitCode::Done;
}

/// Paise as rupees with two places.
QString decimalOf(qint64 paise)
{
    const QString digits = QString::number(qAbs(paise)).rightJustified(3, u'0');
    return (paise < 0 ? u"-"_s : QString()) + digits.chopped(2) + u'.' + digits.last(2);
}

QJsonObject jsonOf(const QMap<QString, qint64> &counts)
{
    QJsonObject object;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

/// What a step does, in words, with its count.
QString describe(const DeleteStep &step)
{
    const QString rows = Text::tr("%n row(s)", "", pluralOf(step.count));
    const QString place = step.column.isEmpty() ? step.table : step.table + u'.' + step.column;
    switch (step.effect) {
    case DeleteEffect::Deletes:
        return Text::tr("%1: %2 deleted").arg(place, rows);
    case DeleteEffect::SetsNull:
        return Text::tr("%1: set to null in %2").arg(place, rows);
    case DeleteEffect::Blocks:
        return Text::tr("%1: refused because of %2").arg(place, rows);
    case DeleteEffect::Dangles:
        break;
    }
    return Text::tr("%1: a key that leads nowhere is left in %2").arg(place, rows);
}

void printSteps(CommandContext &context, const DeletePlan &plan, int parent, int depth)
{
    for (int i = 0; i < plan.steps.size(); ++i) {
        const DeleteStep &step = plan.steps.at(i);
        if (step.parent != parent || step.count == 0)
            continue;
        QStringList labels;
        for (const RowLabel &label : step.samples)
            labels.append(harmless(label.masked));
        context.print(QString(depth * 2, u' ') + describe(step)
                      + (labels.isEmpty() ? QString() : u" ("_s + labels.join(u"; "_s) + u')'));
        printSteps(context, plan, i, depth + 1);
    }
}

ExitCode showDeletePlan(CommandContext &context, const QStringList &rest)
{
    if (rest.size() != 2)
        return context.usage(Text::tr("records delete-plan needs a table and the key of a row."));
    std::unique_ptr<Connection> connection;
    const Result<LiveSchemaPtr> live = context.introspectReadOnly(connection);
    if (!live)
        return context.fail(live.error());
    const Result<const LiveTable *> table = tableNamed(**live, rest.first());
    if (!table)
        return context.fail(table.error());
    const Result<Row> key = rowKeyFromText(**table, rest.last());
    if (!key)
        return context.fail(key.error());
    const Result<DeletePlan> plan = planDelete(*connection, **live, **table, {*key});
    if (!plan)
        return context.fail(plan.error());
    if (plan->deletes.isEmpty())
        return context.fail(
            {ErrorKind::NotFound, Text::tr("%1 has no row with the key %2.").arg(rest.first(), rest.last()), {}});
    for (const QString &column : plan->missingIndexes)
        context.complain(Text::tr("%1 has no index, so its rows were searched one by one.").arg(column));
    for (const QString &name : plan->unreadableTables)
        context.complain(Text::tr("%1 may not be read: what happens to its rows is not in the plan.").arg(name));
    if (context.isJson()) {
        context.printJson({{u"deletes"_s, jsonOf(plan->deletes)},
                           {u"nulls"_s, jsonOf(plan->nulls)},
                           {u"blocks"_s, jsonOf(plan->blocks)},
                           {u"dangling"_s, jsonOf(plan->dangling)}});
        return ExitCode::Done;
    }
    printSteps(context, *plan, -1, 0);
    for (const DeletedMoney &money : plan->money)
        context.print(Text::tr("%1.%2: ₹%3 in deleted rows").arg(money.table, money.column, decimalOf(money.paise)));
    context.print(plan->blocks.isEmpty() ? Text::tr("The database would allow it. Nothing was changed.")
                                         : Text::tr("The database would refuse it. Nothing was changed."));
    return ExitCode::Done;
}

} // namespace

QList<Command> recordsCommands()
{
    return {{{u"records"_s, u"list"_s},
             u"TABLE"_s,
             Text::tr("print rows of a table"),
             {u"where"_s, u"sort"_s, u"limit"_s, u"after"_s},
             list},
            {{u"records"_s, u"delete-plan"_s},
             u"TABLE KEY"_s,
             Text::tr("print what deleting a row would take along; nothing is deleted"),
             {},
             showDeletePlan}};
}

} // namespace Ghar
