// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "records/latestchanges.h"

#include <QAbstractListModel>
#include <QHash>
#include <QQmlEngine>
#include <QSet>

namespace Ghar {

/// Modules and their tables as one list for the rail: a module can be folded, and a text narrows the list to the tables
/// whose name or label contains it.
class TableTreeModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by the Desk")
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        TreeIsModuleRole = Qt::UserRole + 1,
        TreeNameRole, ///< name of the module or table
        TreeLabelRole,
        TreeIconRole,
        TreeCountRole,  ///< rows as text: exact, `~` and an estimate, or empty
        TreeAbsentRole, ///< the database lacks the table, or it may not be read
        TreeExpandedRole
    };

    explicit TableTreeModel(QObject *parent = nullptr);

    void setSchema(const LiveSchemaPtr &live);
    void setCounts(const QHash<QString, TableCount> &counts);
    Q_INVOKABLE void toggleModule(const QString &module);
    Q_INVOKABLE int rowOf(const QString &table) const;
    Q_INVOKABLE QString nameAt(int row) const;
    Q_INVOKABLE bool isModuleAt(int row) const;

    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] int count() const { return int(m_entries.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void filterChanged();
    void countChanged();

private:
    struct Entry
    {
        bool isModule = false;
        QString name;
        QString label;
        QString icon;
        bool absent = false;
        qint64 estimate = -1;
    };

    void rebuild();

    LiveSchemaPtr m_live;
    QHash<QString, TableCount> m_counts;
    QSet<QString> m_folded;
    QString m_filter;
    QList<Entry> m_entries;
};

} // namespace Ghar
