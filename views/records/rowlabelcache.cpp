// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowlabelcache.h"

#include "database/databasesession.h"

using namespace Qt::StringLiterals;

namespace Ghar {

RowLabelCache::RowLabelCache(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &RowLabelCache::fetch);
}

void RowLabelCache::setSession(DatabaseSession *session)
{
    m_session = session;
    clear();
}

void RowLabelCache::clear()
{
    ++m_generation;
    m_timer.stop();
    m_labels.clear();
    m_wanted.clear();
    m_asked.clear();
}

const RowLabel *RowLabelCache::ofRow(const QString &table, const Row &key)
{
    const LiveTable *known = m_session && m_session->schema() ? m_session->schema()->table(table) : nullptr;
    // Labels are found by one column; a key of several has no such name.
    if (!known || known->table.primaryKey.size() != 1 || key.size() != 1)
        return nullptr;
    return find({table, known->table.primaryKey.first(), key.first().text()});
}

const RowLabel *RowLabelCache::ofLink(const Table &table, const QString &column, const Value &value)
{
    if (value.isNull() || value.text().isEmpty())
        return nullptr;
    if (const ForeignKey *key = table.foreignKeyOf(column))
        return find({key->refTable, key->refColumns.value(0), value.text()});
    for (const LooseReference &reference : table.looseReferences) {
        if (reference.column == column)
            return find({reference.refTable, reference.refColumn, value.text()});
    }
    return nullptr;
}

QString RowLabelCache::linkText(const Table &table, const QString &column, const Value &value, Privacy privacy)
{
    const RowLabel *label = ofLink(table, column, value);
    if (!label)
        return {};
    const QString key = u'#' + value.text();
    const QString text = labelText(*label, privacy);
    return text == key ? key : tr("%1 (%2)").arg(text, key);
}

const RowLabel *RowLabelCache::find(const Place &place)
{
    if (const auto label = m_labels.constFind(place); label != m_labels.cend())
        return &*label;
    if (m_session && !m_asked.contains(place)) {
        m_wanted.insert(place);
        if (!m_timer.isActive())
            m_timer.start();
    }
    return nullptr;
}

void RowLabelCache::fetch()
{
    const QSet<Place> wanted = std::exchange(m_wanted, {});
    if (!m_session || !m_session->schema())
        return;
    m_asked.unite(wanted);
    QHash<std::pair<QString, QString>, QList<Value>> byColumn;
    for (const Place &place : wanted)
        byColumn[{place.table, place.column}].append(Value(place.value));
    for (auto it = byColumn.cbegin(); it != byColumn.cend(); ++it) {
        const LiveTable *table = m_session->schema()->table(it.key().first);
        if (!table || !table->table.column(it.key().second))
            continue;
        m_session->details()
            .run([live = m_session->schema(), table, column = it.key().second, keys = it.value()](
                     Connection &connection) { return readRowLabels(connection, *live, *table, column, keys); })
            .then(this,
                  [this, place = it.key(), generation = m_generation](const Result<QHash<Value, RowLabel>> &found) {
                      // Without a label the key says enough.
                      if (generation != m_generation || !found || found->isEmpty())
                          return;
                      for (auto label = found->cbegin(); label != found->cend(); ++label)
                          m_labels.insert({place.first, place.second, label.key().text()}, *label);
                      emit changed();
                  });
    }
}

} // namespace Ghar
