// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison.h"

#include "database/databasesession.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace Ghar {

Comparison::Comparison(QObject *parent) : QObject(parent)
{
    m_values.setLabels(&m_labels);
}

void Comparison::setSession(DatabaseSession *session)
{
    ++m_generation;
    m_session = session;
    m_labels.setSession(session);
    m_mark = {};
    m_left = {};
    m_right = {};
    m_loading = false;
    m_errorText.clear();
    m_values.setSides(nullptr, {}, {}, {});
    emit changed();
}

QString Comparison::titleOf(const QString &table, const QString &key) const
{
    const LiveTable *live = m_session && m_session->schema() ? m_session->schema()->table(table) : nullptr;
    return tr("%1 #%2 now").arg(live ? live->table.labelOne : table, key);
}

void Comparison::markRow(const QString &table, const QString &key)
{
    mark({table, key, {}}, titleOf(table, key));
}

void Comparison::compareRow(const QString &table, const QString &key)
{
    compare({table, key, {}}, titleOf(table, key));
}

void Comparison::mark(const RowMoment &moment, const QString &title)
{
    m_mark = {moment, title};
    emit changed();
}

void Comparison::compare(const RowMoment &moment, const QString &title)
{
    if (!isMarked() || !m_session)
        return;
    m_left = m_mark;
    m_right = {moment, title};
    tellApart();
    read();
    emit compared();
}

void Comparison::tellApart()
{
    if (m_left.title != m_right.title)
        return;
    const QString title = m_left.title;
    const auto &left = m_left.moment.after;
    const auto &right = m_right.moment.after;
    const auto isBefore = [](const JournalPlace &one, const JournalPlace &other) {
        return std::tie(one.madeAt, one.sequence) < std::tie(other.madeAt, other.sequence);
    };
    if (left && right && (isBefore(*left, *right) || isBefore(*right, *left))) {
        // Two changes of one second.
        const bool isLeftFirst = isBefore(*left, *right);
        m_left.title = (isLeftFirst ? tr("%1, the earlier change") : tr("%1, the later change")).arg(title);
        m_right.title = (isLeftFirst ? tr("%1, the later change") : tr("%1, the earlier change")).arg(title);
    } else {
        m_left.title = tr("%1, as marked").arg(title);
        m_right.title = tr("%1, the same again").arg(title);
    }
}

void Comparison::swap()
{
    std::swap(m_left, m_right);
    read();
}

void Comparison::read()
{
    m_errorText.clear();
    m_values.setSides(nullptr, {}, {}, {});
    const quint64 generation = ++m_generation;
    if (m_left.moment.table != m_right.moment.table) {
        m_errorText = tr("Only rows of one table can be compared. Mark another row first.");
        emit changed();
        return;
    }
    m_loading = true;
    m_labels.clear();
    emit changed();
    using Pair = std::pair<CompareListModel::Values, CompareListModel::Values>;
    const LiveSchemaPtr live = m_session->schema();
    m_session->details()
        .run([live, left = m_left.moment, right = m_right.moment](Connection &connection) -> Result<Pair> {
            const auto first = readVersion(connection, *live, left);
            if (!first)
                return first.error();
            const auto second = readVersion(connection, *live, right);
            if (!second)
                return second.error();
            return Pair(*first, *second);
        })
        .then(this, [this, live, generation, table = m_left.moment.table](const Result<Pair> &pair) {
            if (generation != m_generation)
                return;
            m_loading = false;
            if (pair)
                m_values.setSides(live, table, pair->first, pair->second);
            else
                m_errorText = pair.error().userText;
            emit changed();
        });
}

} // namespace Ghar
