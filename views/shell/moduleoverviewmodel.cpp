// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moduleoverviewmodel.h"

#include "support/indianformat.h"

#include <QVariantMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

static constexpr qsizetype shownTables = 4;

ModuleOverviewModel::ModuleOverviewModel(QObject *parent) : QAbstractListModel(parent) { }

void ModuleOverviewModel::setSchema(const LiveSchemaPtr &live)
{
    beginResetModel();
    m_live = live;
    m_counts.clear();
    m_modules.clear();
    if (live) {
        for (const Module &module : live->catalogue->modules()) {
            const bool any = std::any_of(module.tables.cbegin(), module.tables.cend(), [&live](const QString &name) {
                const LiveTable *table = live->table(name);
                return table && table->hiddenBecause.isEmpty();
            });
            if (any)
                m_modules.append(module);
        }
        Module other{u"other"_s, tr("Other tables"), u"table"_s, {}};
        for (const LiveTable &table : live->tables) {
            if (!table.inCatalogue && table.hiddenBecause.isEmpty())
                other.tables.append(table.table.name);
        }
        if (!other.tables.isEmpty())
            m_modules.append(other);
    }
    endResetModel();
    emit countChanged();
}

void ModuleOverviewModel::setCounts(const QHash<QString, TableCount> &counts)
{
    m_counts = counts;
    if (count() > 0)
        emit dataChanged(index(0), index(count() - 1), {ModuleRowsRole, ModuleTablesRole});
}

int ModuleOverviewModel::count() const
{
    return int(m_modules.size());
}

int ModuleOverviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ModuleOverviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Module &module = m_modules.at(index.row());
    const auto countText = [this](const QString &table) {
        const auto count = m_counts.constFind(table);
        return count == m_counts.cend() ? QString() : rowCountText(count->rows, count->exact);
    };
    switch (role) {
    case ModuleNameRole:
        return module.name;
    case ModuleLabelRole:
        return module.label;
    case ModuleIconRole:
        return module.icon;
    case ModuleRowsRole: {
        if (m_counts.isEmpty())
            return QString();
        TableCount sum;
        const bool isReadable = std::any_of(module.tables.cbegin(), module.tables.cend(),
                                            [this](const QString &table) { return m_counts.contains(table); });
        if (!isReadable)
            return u"–"_s; // none of them may be read, which is not the same as none
        for (const QString &table : module.tables) {
            sum.rows += m_counts.value(table).rows;
            sum.exact = sum.exact && m_counts.value(table).exact;
        }
        return rowCountText(sum.rows, sum.exact);
    }
    case ModuleTablesRole: {
        QStringList present;
        for (const QString &table : module.tables) {
            if (const LiveTable *live = m_live->table(table); live && live->hiddenBecause.isEmpty())
                present.append(table);
        }
        std::stable_sort(present.begin(), present.end(), [this](const QString &a, const QString &b) {
            return m_counts.value(a).rows > m_counts.value(b).rows;
        });
        QVariantList tables;
        for (const QString &name : present.first(qMin(shownTables, present.size())))
            tables.append(QVariantMap{
                {u"table"_s, name}, {u"label"_s, m_live->table(name)->table.label}, {u"rows"_s, countText(name)}});
        return tables;
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> ModuleOverviewModel::roleNames() const
{
    return {{ModuleNameRole, "moduleName"},
            {ModuleLabelRole, "moduleLabel"},
            {ModuleIconRole, "moduleIcon"},
            {ModuleRowsRole, "moduleRows"},
            {ModuleTablesRole, "moduleTables"}};
}

} // namespace Ghar
