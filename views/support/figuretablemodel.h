// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QList>
#include <QQmlEngine>
#include <QString>
#include <QStringList>

namespace Ghar {

/// A number of a report and where it leads.
struct Figure
{
    Q_GADGET
    QML_VALUE_TYPE(figure)
    Q_PROPERTY(QString text MEMBER text CONSTANT)
    Q_PROPERTY(int tone MEMBER tone CONSTANT)
    Q_PROPERTY(bool opens READ opens CONSTANT)

public:
    QString text;
    int tone = int(CellTone::Neutral);
    int target = -1; ///< what FigureTableModel::opened() tells; nothing opens with -1

    [[nodiscard]] bool opens() const { return target >= 0; }
    bool operator==(const Figure &) const = default;
};

/// A line of a table of figures.
struct FigureRow
{
    QString label;
    QString toolTip;
    bool isTotal = false;
    QList<Figure> figures; ///< one for each heading
};

/// A small table of a report: labels at the left, figures under headings, each of which may open the rows behind it.
class FigureTableModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the screens")
    Q_PROPERTY(QStringList headings READ headings NOTIFY contentChanged)
    Q_PROPERTY(int count READ count NOTIFY contentChanged)

public:
    enum Role { LabelRole = Qt::UserRole + 1, ToolTipRole, TotalRole, FiguresRole };

    explicit FigureTableModel(QObject *parent = nullptr) : QAbstractListModel(parent) { }

    void setContent(const QStringList &headings, const QList<FigureRow> &rows);
    /// Opens what stands behind a figure, if anything does.
    Q_INVOKABLE void open(int row, int column);

    [[nodiscard]] QStringList headings() const { return m_headings; }
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] const QList<FigureRow> &rows() const { return m_rows; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void contentChanged();
    void opened(int target);

private:
    QStringList m_headings;
    QList<FigureRow> m_rows;
};

} // namespace Ghar
