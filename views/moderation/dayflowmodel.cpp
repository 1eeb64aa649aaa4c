// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dayflowmodel.h"

#include "support/indianformat.h"

namespace Ghar {

DayFlowModel::DayFlowModel(ItemKind kind, const QString &title, QObject *parent)
    : QObject(parent), m_kind(kind), m_title(title)
{ }

void DayFlowModel::setDays(const QList<DayFlow> &days)
{
    m_days = days;
    emit changed();
}

QVariantList DayFlowModel::series() const
{
    QVariantList arrived;
    QVariantList settled;
    for (const DayFlow &day : m_days) {
        arrived.append(day.arrived);
        settled.append(day.settled);
    }
    return {QVariant(arrived), QVariant(settled)};
}

QString DayFlowModel::dayText(int day) const
{
    return day >= 0 && day < count() ? dateText(m_days.at(day).day) : QString();
}

QString DayFlowModel::arrivedText(int day) const
{
    return day >= 0 && day < count() ? tr("%n came in", nullptr, m_days.at(day).arrived) : QString();
}

QString DayFlowModel::settledText(int day) const
{
    return day >= 0 && day < count() ? tr("%n settled", nullptr, m_days.at(day).settled) : QString();
}

QString DayFlowModel::summary() const
{
    int arrived = 0;
    int settled = 0;
    for (const DayFlow &day : m_days) {
        arrived += day.arrived;
        settled += day.settled;
    }
    return tr("%1, %2").arg(tr("%n came in", nullptr, arrived), tr("%n settled", nullptr, settled));
}

void DayFlowModel::openArrived(int day)
{
    if (day >= 0 && day < count())
        emit arrivedWanted(m_kind, m_days.at(day).day);
}

void DayFlowModel::openSettled(int day)
{
    if (day >= 0 && day < count())
        emit settledWanted(m_kind, m_days.at(day).day);
}

} // namespace Ghar
