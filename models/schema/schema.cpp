// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/schema.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Ghar {

int Column::lengthLimit() const
{
    static const QRegularExpression limited(u"^(?:character(?: varying)?|varchar|char)\\s*\\((\\d+)\\)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = limited.match(serverType);
    const int ofType = match.hasMatch() ? match.captured(1).toInt() : 0;
    return length == 0 || ofType == 0 ? qMax(length, ofType) : qMin(length, ofType);
}

const Column *Table::column(QStringView columnName) const
{
    for (const Column &candidate : columns) {
        if (candidate.name == columnName)
            return &candidate;
    }
    return nullptr;
}

const ForeignKey *Table::foreignKeyOf(QStringView columnName) const
{
    for (const ForeignKey &key : foreignKeys) {
        if (key.columns.size() == 1 && key.columns.first() == columnName)
            return &key;
    }
    return nullptr;
}

Schema::Schema(QList<Module> modules, QList<Table> tables, QList<EnumType> enums, QList<JsonShape> jsonShapes)
    : m_modules(std::move(modules))
    , m_tables(std::move(tables))
    , m_enums(std::move(enums))
    , m_jsonShapes(std::move(jsonShapes))
{
    for (qsizetype i = 0; i < m_tables.size(); ++i)
        m_tableIndex.insert(m_tables.at(i).name, i);
    for (qsizetype i = 0; i < m_enums.size(); ++i)
        m_enumIndex.insert(m_enums.at(i).name, i);
}

const Table *Schema::table(QStringView name) const
{
    const auto found = m_tableIndex.constFind(name.toString());
    return found == m_tableIndex.cend() ? nullptr : &m_tables.at(*found);
}

const Module *Schema::module(QStringView name) const
{
    for (const Module &candidate : m_modules) {
        if (candidate.name == name)
            return &candidate;
    }
    return nullptr;
}

const EnumType *Schema::enumType(QStringView name) const
{
    const auto found = m_enumIndex.constFind(name.toString());
    return found == m_enumIndex.cend() ? nullptr : &m_enums.at(*found);
}

const JsonShape *Schema::jsonShape(QStringView name) const
{
    for (const JsonShape &candidate : m_jsonShapes) {
        if (candidate.name == name)
            return &candidate;
    }
    return nullptr;
}

QList<Schema::Referrer> Schema::referrersOf(QStringView tableName) const
{
    QList<Referrer> referrers;
    for (const Table &table : m_tables) {
        for (const ForeignKey &key : table.foreignKeys) {
            if (key.refTable == tableName)
                referrers.append({&table, &key});
        }
    }
    return referrers;
}

} // namespace Ghar
