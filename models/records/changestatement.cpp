// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/changestatement.h"

#include "core/instant.h"
#include "database/connection.h"
#include "records/rowkey.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChangeStatement)
};

/// What SQLite would fill in, as an expression: it knows DEFAULT in no other place than the definition of the table.
Result<QString> sqliteDefault(Connection &connection, const QString &table, const QString &column)
{
    Sql sql;
    const QString tableTerm = connection.dialect().bindText(sql, table);
    const QString columnTerm = connection.dialect().bindText(sql, column);
    sql.text = u"SELECT dflt_value FROM pragma_table_info("_s + tableTerm + u") WHERE name = "_s + columnTerm;
    const Result<Value> expression = connection.scalar(sql);
    if (!expression)
        return expression.error();
    return expression->isNull() ? u"NULL"_s : u'(' + expression->text() + u')';
}

/// The staged values and those that the desk adds to them.
QMap<QString, StagedValue> completed(const LiveTable &table, const StagedRow &row, const QDateTime &now)
{
    QMap<QString, StagedValue> values = row.values;
    for (const Column &column : table.table.columns) {
        if (values.contains(column.name))
            continue;
        if (column.setOnUpdate && row.kind == StagedKind::Update
            && !table.triggers.contains(u"update_"_s + table.table.name + u'_' + column.name))
            values.insert(column.name, {Value(instantText(now)), false});
        if (column.type != ColumnType::GeographyPoint || row.kind != StagedKind::Update
            || (!row.values.contains(u"latitude"_s) && !row.values.contains(u"longitude"_s)))
            continue;
        const auto coordinate = [&row](const QString &name) {
            const auto staged = row.values.constFind(name);
            return staged == row.values.cend() ? row.original.values.value(name) : staged->value;
        };
        const Value latitude = coordinate(u"latitude"_s);
        const Value longitude = coordinate(u"longitude"_s);
        const bool isPoint = !latitude.isNull() && !longitude.isNull();
        values.insert(
            column.name,
            {isPoint ? Value(u"SRID=4326;POINT(%1 %2)"_s.arg(longitude.text(), latitude.text())) : Value::null(),
             false});
    }
    return values;
}

Result<QString> assigned(Connection &connection, const LiveTable &table, const Column &column,
                         const StagedValue &staged, Sql &sql)
{
    if (!staged.isDefault)
        return connection.dialect().bind(sql, column, staged.value);
    if (connection.dialect().isPostgres())
        return u"DEFAULT"_s;
    return sqliteDefault(connection, table.table.name, column.name);
}

Error noColumn(const LiveTable &table, const QString &name)
{
    return {ErrorKind::NotFound,
            Text::tr("%1 has no column %2 any more. Nothing was changed; take the edit of this value back.")
                .arg(table.table.name, name),
            {}};
}

} // namespace

Result<Sql> statementFor(Connection &connection, const LiveTable &table, const StagedRow &row, const QDateTime &now)
{
    const Dialect &dialect = connection.dialect();
    const QString name = Dialect::quote(table.table.name);
    if (table.table.primaryKey.isEmpty() || table.isView)
        return Error{ErrorKind::Refused,
                     Text::tr("Rows of %1 have no key, so none can be changed safely. Nothing was changed.")
                         .arg(table.table.name),
                     {}};
    Sql sql;
    if (row.kind == StagedKind::Delete) {
        const QString condition = rowKeyCondition(dialect, table, row.original.key, sql);
        sql.text = u"DELETE FROM "_s + name + u" WHERE "_s + condition;
        return sql;
    }
    const QMap<QString, StagedValue> values = completed(table, row, now);
    QStringList columns;
    QStringList terms;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const Column *column = table.table.column(it.key());
        if (!column)
            return noColumn(table, it.key());
        if (row.kind == StagedKind::Insert && it->isDefault)
            continue; // left out is filled in
        const Result<QString> term = assigned(connection, table, *column, *it, sql);
        if (!term)
            return term.error();
        columns.append(Dialect::quote(it.key()));
        terms.append(*term);
    }
    if (row.kind == StagedKind::Insert) {
        QStringList key;
        for (const QString &part : table.table.primaryKey)
            key.append(dialect.read(*table.table.column(part)));
        // A restored row has its key already, which an identity column takes only when it is told so.
        const bool givesKey = table.table.keyGeneration == KeyGeneration::IdentityAlways && dialect.isPostgres()
            && columns.contains(Dialect::quote(table.table.primaryKey.first()));
        const QString overriding = givesKey ? u" OVERRIDING SYSTEM VALUE"_s : QString();
        sql.text = u"INSERT INTO "_s + name
            + (columns.isEmpty()
                   ? u" DEFAULT VALUES"_s
                   : u" ("_s + columns.join(u", "_s) + u')' + overriding + u" VALUES ("_s + terms.join(u", "_s) + u')')
            + u" RETURNING "_s + key.join(u", "_s);
        return sql;
    }
    QStringList assignments;
    for (qsizetype i = 0; i < columns.size(); ++i)
        assignments.append(columns.at(i) + u" = "_s + terms.at(i));
    const QString condition = rowKeyCondition(dialect, table, row.original.key, sql);
    sql.text = u"UPDATE "_s + name + u" SET "_s + assignments.join(u", "_s) + u" WHERE "_s + condition;
    return sql;
}

QString readableStatement(const Sql &sql)
{
    QString text;
    qsizetype next = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < sql.text.size(); ++i) {
        const QChar c = sql.text.at(i);
        if (c == u'"' || c == u'\'')
            quoted = !quoted;
        qsizetype number = -1;
        if (!quoted && c == u'?') {
            number = next++;
        } else if (!quoted && c == u'$' && i + 1 < sql.text.size() && sql.text.at(i + 1).isDigit()) {
            qsizetype end = i + 1;
            while (end < sql.text.size() && sql.text.at(end).isDigit())
                ++end;
            number = QStringView(sql.text).sliced(i + 1, end - i - 1).toLongLong() - 1;
            i = end - 1;
        }
        if (number < 0 || number >= sql.values.size())
            text += c;
        else
            text += sql.values.at(number).isNull() ? u"NULL"_s : Dialect::literal(sql.values.at(number).text());
    }
    return text;
}

Value valueOfDefault(const Column &column, const QJsonValue &given, const QDateTime &now)
{
    if (given == "now"_L1 && column.type == ColumnType::DateTime)
        return Value(instantText(now));
    if (given == "uuid"_L1)
        return Value(QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (given.isArray())
        return Value(QString::fromUtf8(QJsonDocument(given.toArray()).toJson(QJsonDocument::Compact)));
    if (given.isObject())
        return Value(QString::fromUtf8(QJsonDocument(given.toObject()).toJson(QJsonDocument::Compact)));
    return Value(given.toVariant().toString());
}

QMap<QString, StagedValue> startOfRow(const LiveTable &table, const QDateTime &now)
{
    QMap<QString, StagedValue> values;
    for (const Column &column : table.table.columns) {
        const bool isKey = table.table.primaryKey.contains(column.name);
        const bool isMadeHere = isKey
            && (table.table.keyGeneration == KeyGeneration::Client
                || table.table.keyGeneration == KeyGeneration::ClientOrServerUuid);
        if (isMadeHere && (column.isUuidText || column.type == ColumnType::Uuid)) {
            values.insert(column.name, {Value(QUuid::createUuid().toString(QUuid::WithoutBraces)), false});
            continue;
        }
        if (isKey || column.nullable || !column.serverDefault.isNull() || column.defaultValue.isNull())
            continue;
        values.insert(column.name, {valueOfDefault(column, column.defaultValue, now), false});
    }
    return values;
}

QMap<QString, StagedValue> duplicateOf(const LiveTable &table, const OriginalRow &row, const QDateTime &now)
{
    const Table &known = table.table;
    QMap<QString, StagedValue> values = startOfRow(table, now);
    // A key of several columns is made of references: it is taken over, and one part of it changed by hand.
    const bool hasOwnKey = known.primaryKey.size() == 1;
    const auto isUnique = [&known](const QString &column) {
        return std::any_of(known.uniqueKeys.cbegin(), known.uniqueKeys.cend(), [&column](const UniqueKey &key) {
            return key.columns.value(key.columns.size() - 1) == column;
        });
    };
    for (const Column &column : known.columns) {
        if (hasOwnKey && known.primaryKey.contains(column.name))
            continue;
        const bool isStamp = column.type == ColumnType::DateTime && !column.serverDefault.isNull();
        if (isStamp || column.setOnUpdate || column.type == ColumnType::TextSearchVector || isUnique(column.name)
            || !row.values.contains(column.name))
            continue;
        values.insert(column.name, {row.values.value(column.name), false});
    }
    return values;
}

} // namespace Ghar
