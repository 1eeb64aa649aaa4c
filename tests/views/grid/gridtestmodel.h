// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid/cellroles.h"

#include <QAbstractTableModel>
#include <QSet>

/// Rows that are computed from their number: 14 columns with every kind of cell, at any length, in no memory.
class GridTestModel : public QAbstractTableModel
{
public:
    explicit GridTestModel(int rows, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 14; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Row r shows what row r + shift would: for comparing pictures of different places.
    void setShift(qint64 shift) { m_shift = shift; }
    void setLoading(bool loading) { m_loading = loading; }
    void setTag(const QString &tag) { m_tag = tag; }
    void reset(int rows);
    void insert(int first, int count);
    void remove(int first, int count);
    void touch(int first, int last, int firstColumn = 0, int lastColumn = 13);

    static Ghar::CellKind kindOf(qint64 row, int column);
    static QString textOf(qint64 row, int column);

    /// Rows that were asked for since it was cleared.
    mutable QSet<int> asked;

private:
    int m_rows;
    qint64 m_shift = 0;
    bool m_loading = false;
    QString m_tag; ///< stands before the text of column 1
};
