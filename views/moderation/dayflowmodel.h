// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moderation/moderationinsight.h"

#include <QObject>
#include <QQmlEngine>
#include <QVariant>

namespace Ghar {

/// What came in and what was settled, day by day, for a chart and its words.
class DayFlowModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of an InsightBoard")
    /// Two lists of numbers: arrived and settled, one for each day.
    Q_PROPERTY(QVariantList series READ series NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString title READ title CONSTANT)
    /// Both sums, e.g. for a screen reader.
    Q_PROPERTY(QString summary READ summary NOTIFY changed)

public:
    DayFlowModel(ItemKind kind, const QString &title, QObject *parent = nullptr);

    void setDays(const QList<DayFlow> &days);
    Q_INVOKABLE QString dayText(int day) const;
    Q_INVOKABLE QString arrivedText(int day) const;
    Q_INVOKABLE QString settledText(int day) const;
    /// Asks for the rows that came in on the day, or for the decisions that settled some.
    Q_INVOKABLE void openArrived(int day);
    Q_INVOKABLE void openSettled(int day);

    [[nodiscard]] QVariantList series() const;
    [[nodiscard]] int count() const { return int(m_days.size()); }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString summary() const;

signals:
    void changed();
    void arrivedWanted(Ghar::ItemKind kind, QDate day);
    void settledWanted(Ghar::ItemKind kind, QDate day);

private:
    const ItemKind m_kind;
    const QString m_title;
    QList<DayFlow> m_days;
};

} // namespace Ghar
