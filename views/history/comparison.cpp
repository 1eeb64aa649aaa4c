// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison.h"

#include "database/databasesession.h"

using namespace Qt::StringLiterals;

namespace Ghar {

Comparison::Comparison(QObject *parent) : QObject(parent) { }

void Comparison::setSession(DatabaseSession *session)
{
    ++m_generation;
    m_session = session;
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
    read();
    emit compared();
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
