// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "records/latestchanges.h"

#include <QAbstractListModel>
#include <QHash>
#include <QQmlEngine>

namespace Ghar {

/// The modules with their largest tables and counts, for the Overview.
class ModuleOverviewModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by the Desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        ModuleNameRole = Qt::UserRole + 1,
        ModuleLabelRole,
        ModuleIconRole,
        ModuleRowsRole,  ///< rows of all its tables as text, empty while they are counted
        ModuleTablesRole ///< list of {table, label, rows}: up to four, largest first
    };

    explicit ModuleOverviewModel(QObject *parent = nullptr);
    void setSchema(const LiveSchemaPtr &live);
    void setCounts(const QHash<QString, TableCount> &counts);
    [[nodiscard]] int count() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    LiveSchemaPtr m_live;
    QList<Module> m_modules;
    QHash<QString, TableCount> m_counts;
};

} // namespace Ghar
