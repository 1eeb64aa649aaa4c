// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "tablelook.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// All columns of a table with how they are shown: for the header menu and the column chooser. Visible columns come
/// first, from left to right, then the hidden ones in the table's order.
class ColumnListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a TableBrowser")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        ColumnNameRole = Qt::UserRole + 1,
        ColumnLabelRole,
        ColumnTypeRole, ///< word for the kind of filter: text, number, money, date, time, boolean, enum, key, json,
                        ///< other
        ColumnShownRole,
        ColumnPinnedRole,
        ColumnSortableRole,
        ColumnIconRole
    };

    explicit ColumnListModel(QObject *parent = nullptr);

    void setLook(const LiveTable *table, const TableLook &look);
    [[nodiscard]] int count() const { return int(m_order.size()); }
    [[nodiscard]] static QString filterKind(const LiveTable &table, const Column &column);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    const LiveTable *m_table = nullptr;
    TableLook m_look;
    QStringList m_order;
};

} // namespace Ghar
