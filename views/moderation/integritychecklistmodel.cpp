// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integritychecklistmodel.h"

#include "database/databasesession.h"
#include "records/stagedchanges.h"
#include "support/indianformat.h"

using namespace Qt::StringLiterals;

namespace Ghar {

/// More rows than this are repaired in several goes.
static constexpr int mostRows = 1000;

IntegrityCheckListModel::IntegrityCheckListModel(const Clock &clock, StagedChanges &changes, QObject *parent)
    : QAbstractListModel(parent), m_clock(clock), m_changes(changes)
{ }

void IntegrityCheckListModel::setSession(DatabaseSession *session)
{
    if (session == m_session)
        return;
    m_session = session;
    ++m_generation;
    m_jobs = 0;
    m_found.clear();
    emit dataChanged(index(0), index(rowCount() - 1));
    emit changed();
    if (m_isWatched)
        reload();
}

void IntegrityCheckListModel::touch(int row)
{
    emit dataChanged(index(row), index(row), {CountTextRole, FoundRole, ErrorTextRole});
    emit changed();
}

void IntegrityCheckListModel::reload()
{
    m_isWatched = true;
    if (!m_session)
        return;
    const quint64 generation = ++m_generation;
    m_found.clear();
    m_jobs = rowCount();
    for (int row = 0; row < rowCount(); ++row) {
        touch(row);
        m_session->counter()
            .run([live = m_session->schema(), number = integrityChecks().at(row).number, days = m_forgottenDays,
                  now = m_clock.now()](Connection &connection) {
                return findIntegrity(connection, *live, number, days, now, mostRows);
            })
            .then(this, [this, generation, row](const Result<QList<IntegrityFinding>> &findings) {
                if (generation != m_generation)
                    return;
                --m_jobs;
                m_found.insert(row, findings ? Finding{*findings, {}} : Finding{{}, findings.error().userText});
                touch(row);
            });
    }
}

void IntegrityCheckListModel::repair(int row)
{
    const QList<IntegrityFinding> findings = m_found.value(row).rows;
    if (!m_session || findings.isEmpty())
        return;
    if (!m_changes.isWritable()) {
        emit failed(m_changes.whyNot());
        return;
    }
    ++m_jobs;
    emit changed();
    m_session->details()
        .run([live = m_session->schema(), number = integrityChecks().at(row).number, findings, now = m_clock.now()](
                 Connection &connection) { return repairIntegrity(connection, *live, number, findings, now); })
        .then(this, [this, generation = m_generation, row](const Result<QList<StagedRow>> &rows) {
            if (generation != m_generation)
                return;
            --m_jobs;
            emit changed();
            if (!rows) {
                emit failed(rows.error().userText);
                return;
            }
            QList<RowEdit> edits;
            for (const StagedRow &staged : *rows)
                edits.append({staged.original, {}, staged.values});
            if (edits.isEmpty()) {
                reload(); // in order by now
                return;
            }
            m_changes.set()->stage(integrityChecks().at(row).title, edits);
            emit staged(int(edits.size()));
        });
}

int IntegrityCheckListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(integrityChecks().size());
}

QVariant IntegrityCheckListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const IntegrityCheck &check = integrityChecks().at(index.row());
    const auto found = m_found.constFind(index.row());
    const bool isKnown = found != m_found.cend();
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return check.title;
    case WhyRole:
        return check.why;
    case RepairRole:
        return check.repair;
    case CountTextRole:
        if (!isKnown || !found->errorText.isEmpty())
            return QString();
        return groupedIndian(QString::number(found->rows.size()))
            + (found->rows.size() == mostRows ? u"+"_s : QString());
    case FoundRole:
        return isKnown && !found->rows.isEmpty();
    case ErrorTextRole:
        return isKnown ? found->errorText : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> IntegrityCheckListModel::roleNames() const
{
    return {{TitleRole, "title"},         {WhyRole, "why"},     {RepairRole, "repair"},
            {CountTextRole, "countText"}, {FoundRole, "found"}, {ErrorTextRole, "errorText"}};
}

} // namespace Ghar
