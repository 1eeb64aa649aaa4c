// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/schemacheck.h"

#include "database/ddl.h"
#include "database/introspection.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SchemaCheck)
};

QString nameOf(DeleteRule rule)
{
    switch (rule) {
    case DeleteRule::Cascade:
        return u"CASCADE"_s;
    case DeleteRule::SetNull:
        return u"SET NULL"_s;
    case DeleteRule::NoAction:
        break;
    }
    return u"NO ACTION"_s;
}

void compareTypes(const LiveSchema &live, const LiveTable &table, const Table &known, QList<SchemaDifference> &out)
{
    for (const Column &column : table.table.columns) {
        const Column *expected = known.column(column.name);
        if (!expected)
            continue;
        if (column.type != expected->type)
            out.append({u"type"_s, known.name, column.name, expected->serverType, column.serverType, false});
        const EnumType *type = live.catalogue->enumType(column.enumName);
        const QStringList labels = live.serverEnums.value(column.serverType);
        if (!type || labels.isEmpty())
            continue;
        for (const QString &label : type->labels) {
            if (!labels.contains(label))
                out.append({u"missing_enum_label"_s, known.name, column.name, label, {}, false});
        }
        for (const QString &label : labels) {
            if (!type->labels.contains(label))
                out.append({u"extra_enum_label"_s, known.name, column.name, {}, label, false});
        }
    }
}

void compareKeys(const LiveTable &table, const Table &known, QList<SchemaDifference> &out)
{
    if (table.table.primaryKey != known.primaryKey)
        out.append({u"primary_key"_s,
                    known.name,
                    {},
                    known.primaryKey.join(u", "_s),
                    table.table.primaryKey.join(u", "_s),
                    table.table.primaryKey.isEmpty()});
    for (const ForeignKey &expected : known.foreignKeys) {
        const QString column = expected.columns.join(u", "_s);
        if (table.missingColumns.contains(expected.columns.first()))
            continue;
        const ForeignKey *found = nullptr;
        for (const ForeignKey &candidate : table.table.foreignKeys) {
            if (candidate.columns == expected.columns)
                found = &candidate;
        }
        if (!found)
            out.append({u"missing_key"_s, known.name, column, expected.refTable, {}, false});
        else if (found->refTable != expected.refTable)
            out.append({u"key_target"_s, known.name, column, expected.refTable, found->refTable, false});
        else if (found->onDelete != expected.onDelete)
            out.append({u"on_delete"_s, known.name, column, nameOf(expected.onDelete), nameOf(found->onDelete), false});
    }
}

/// What keeps values right and deletions quick: unique keys, required values, an index on every foreign key.
void compareRules(const LiveTable &table, const Table &known, QList<SchemaDifference> &out)
{
    const auto exists = [&table](const QString &name) { return table.table.column(name) != nullptr; };
    const auto sorted = [](QStringList names) {
        names.sort();
        return names;
    };
    for (const UniqueKey &key : known.uniqueKeys) {
        if (!std::all_of(key.columns.cbegin(), key.columns.cend(), exists))
            continue; // told already: the column is missing
        const bool isPrimary = sorted(key.columns) == sorted(table.table.primaryKey) && key.where.isEmpty();
        const bool isThere =
            isPrimary || std::any_of(table.indexes.cbegin(), table.indexes.cend(), [&](const LiveIndex &index) {
                return index.unique && index.partial == !key.where.isEmpty()
                    && sorted(index.columns) == sorted(key.columns);
            });
        if (!isThere)
            out.append({u"missing_unique"_s, known.name, key.columns.join(u", "_s), key.name, {}, false});
    }
    for (const QString &column : table.looseColumns)
        out.append({u"nullable"_s, known.name, column, u"NOT NULL"_s, u"NULL"_s, false});
    for (const ForeignKey &key : table.table.foreignKeys) {
        const QString &column = key.columns.first();
        if (!table.hasIndexOn(column))
            out.append({u"missing_index"_s, known.name, column, u"index"_s, {}, false});
    }
}

/// What is done or refused behind a write: the desk relies on it, or has to do it itself.
void compareTriggersAndChecks(const LiveTable &table, const Table &known, const Ddl &ddl, bool isPostgres,
                              QList<SchemaDifference> &out)
{
    for (const TableTrigger &trigger : ddl.triggers) {
        if (trigger.table == known.name && !table.triggers.contains(trigger.name))
            out.append({u"missing_trigger"_s, known.name, {}, trigger.name, {}, false});
    }
    for (const Check &check : known.checks) {
        if ((!check.advised || !isPostgres) && !table.checks.contains(check.name))
            out.append({u"missing_check"_s, known.name, {}, check.name, {}, false});
    }
}

} // namespace

QList<SchemaDifference> compareWithCatalogue(const LiveSchema &live, bool isPostgres)
{
    QList<SchemaDifference> differences;
    const Ddl ddl = isPostgres ? postgresDdl(*live.catalogue, {}) : sqliteDdl(*live.catalogue);
    const bool nothingKnown = live.missingTables.size() == live.catalogue->tables().size();
    for (const QString &name : live.missingTables)
        differences.append({u"missing_table"_s, name, {}, name, {}, nothingKnown});
    for (const LiveTable &table : live.tables) {
        const Table *known = live.catalogue->table(table.table.name);
        if (!known) {
            differences.append({u"extra_table"_s, table.table.name, {}, {}, table.table.name, false});
            continue;
        }
        if (!table.readable)
            differences.append({u"no_rights"_s, known->name, {}, u"SELECT"_s, {}, false});
        for (const QString &column : table.missingColumns)
            differences.append(
                {u"missing_column"_s, known->name, column, column, {}, known->primaryKey.contains(column)});
        for (const QString &column : table.extraColumns)
            differences.append(
                {u"extra_column"_s, known->name, column, {}, table.table.column(column)->serverType, false});
        if (isPostgres)
            compareTypes(live, table, *known, differences);
        // Keys that lead out of the schema (accounts of the identity service) are loose references in the catalogue.
        if (table.isView)
            continue;
        compareKeys(table, *known, differences);
        compareRules(table, *known, differences);
        compareTriggersAndChecks(table, *known, ddl, isPostgres, differences);
    }
    return differences;
}

QString describe(const SchemaDifference &difference)
{
    const QString place = difference.column.isEmpty() ? difference.table : difference.table + u'.' + difference.column;
    QString sentence;
    if (difference.kind == "missing_table"_L1)
        sentence = Text::tr("%1: the table is missing; its page in Records says so.").arg(place);
    else if (difference.kind == "extra_table"_L1)
        sentence = Text::tr("%1: a table that the catalogue does not know; it is shown in Records.").arg(place);
    else if (difference.kind == "missing_column"_L1)
        sentence = Text::tr("%1: the column is missing.").arg(place);
    else if (difference.kind == "extra_column"_L1)
        sentence =
            Text::tr("%1: a column that the catalogue does not know (%2); it is shown.").arg(place, difference.found);
    else if (difference.kind == "no_rights"_L1)
        sentence = Text::tr("%1: you may not read this table.").arg(place);
    else if (difference.kind == "missing_enum_label"_L1)
        sentence = Text::tr("%1: the server does not know the value %2.").arg(place, difference.expected);
    else if (difference.kind == "extra_enum_label"_L1)
        sentence =
            Text::tr("%1: the server also knows the value %2; it is shown and kept.").arg(place, difference.found);
    else if (difference.kind == "missing_unique"_L1)
        sentence = Text::tr("%1: nothing keeps these values unique (%2).").arg(place, difference.expected);
    else if (difference.kind == "missing_trigger"_L1)
        sentence = Text::tr("%1: the trigger %2 is missing or switched off, so what it does is not done.")
                       .arg(place, difference.expected);
    else if (difference.kind == "missing_check"_L1)
        sentence =
            Text::tr("%1: the rule %2 is missing; the database takes what breaks it.").arg(place, difference.expected);
    else if (difference.kind == "nullable"_L1)
        sentence = Text::tr("%1: may be empty here, although the platform needs a value.").arg(place);
    else if (difference.kind == "missing_index"_L1)
        sentence = Text::tr("%1: no index begins with this key; deleting what it refers to is slow.").arg(place);
    else if (difference.kind == "missing_key"_L1)
        sentence = Text::tr("%1: the foreign key to %2 is missing.").arg(place, difference.expected);
    else
        sentence = Text::tr("%1: expected %2, found %3.").arg(place, difference.expected, difference.found);
    return difference.blocks ? sentence + u' ' + Text::tr("The desk cannot work with it.") : sentence;
}

} // namespace Ghar
