// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "records/tablequery.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// The conditions of a table as chips: column, what is asked of it, and with which values.
class FilterListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a TableBrowser")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { FilterColumnRole = Qt::UserRole + 1, FilterLabelRole, FilterTextRole };

    explicit FilterListModel(QObject *parent = nullptr);

    void setFilters(const LiveTable *table, const QList<Filter> &filters);
    [[nodiscard]] const QList<Filter> &filters() const { return m_filters; }
    [[nodiscard]] int count() const { return int(m_filters.size()); }
    /// A filter in words, e.g. `is Pending, Partial`.
    [[nodiscard]] static QString describe(const Column &column, const Filter &filter);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    const LiveTable *m_table = nullptr;
    QList<Filter> m_filters;
};

} // namespace Ghar
