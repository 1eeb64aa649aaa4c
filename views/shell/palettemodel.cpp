// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "palettemodel.h"

#include "database/databasesession.h"
#include "records/savedviews.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

// Rows are asked for once typing rests, so that a word costs one search and not one per letter.
static constexpr int restMilliseconds = 120;
static constexpr int rowsPerTable = 5;

PaletteModel::PaletteModel(QObject *parent) : QAbstractListModel(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &PaletteModel::searchRecords);
}

void PaletteModel::setCommands(const QList<Command> &commands)
{
    m_commands = commands;
    rebuild();
}

void PaletteModel::setSession(DatabaseSession *session)
{
    stopSearching();
    m_session = session;
    rebuild();
}

int PaletteModel::score(const QString &text, const QString &candidate)
{
    if (text.isEmpty())
        return 1;
    const qsizetype whole = candidate.indexOf(text, 0, Qt::CaseInsensitive);
    if (whole == 0)
        return 1000 - int(qMin<qsizetype>(candidate.size(), 200));
    if (whole > 0)
        return (candidate.at(whole - 1).isLetterOrNumber() ? 500 : 800) - int(qMin<qsizetype>(candidate.size(), 200));
    int points = 0;
    qsizetype at = 0;
    for (const QChar letter : text) {
        if (letter.isSpace())
            continue;
        const qsizetype found = candidate.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0)
            return 0;
        const bool begins = found == 0 || !candidate.at(found - 1).isLetterOrNumber();
        points += begins ? 20 : found == at ? 8 : 1;
        at = found + 1;
    }
    // Letters scattered all over a long name are no match anybody meant.
    return points >= 6 * text.size() ? points : 0;
}

void PaletteModel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    emit textChanged();
    stopSearching();
    rebuild();
    if (text.trimmed().size() >= 1)
        m_rest.start();
    else
        m_rest.stop();
}

void PaletteModel::stopSearching()
{
    ++m_generation;
    m_running = 0;
    // A search that nobody waits for any more would keep the next one waiting.
    for (const WorkTokenPtr &search : std::exchange(m_searches, {}))
        m_session->details().cancel(search);
}

void PaletteModel::rebuild()
{
    const QString wanted = m_text.trimmed();
    beginResetModel();
    m_entries.clear();
    for (const Command &command : std::as_const(m_commands)) {
        if (const int points = score(wanted, command.title))
            m_entries.append({command.kind,
                              command.target,
                              {},
                              command.title,
                              {},
                              command.icon,
                              command.shortcut,
                              points + (command.kind == "screen"_L1 ? 300 : 200)});
    }
    if (m_session && m_session->schema()) {
        for (const LiveTable &table : m_session->schema()->tables) {
            const int points = qMax(score(wanted, table.table.label), score(wanted, table.table.name));
            if (points > 0 && !wanted.isEmpty() && table.hiddenBecause.isEmpty())
                m_entries.append({u"table"_s,
                                  table.table.name,
                                  {},
                                  table.table.label,
                                  table.table.name,
                                  table.table.icon,
                                  {},
                                  points + 100});
        }
        const QStringList tables = SavedViews::tables();
        for (const QString &name : tables) {
            const LiveTable *table = m_session->schema()->table(name);
            if (!table)
                continue;
            const QStringList views = SavedViews(name).names();
            for (const QString &view : views) {
                if (const int points = score(wanted, view))
                    m_entries.append(
                        {u"view"_s, name, view, view, table->table.label, u"bookmark"_s, {}, points + 150});
            }
        }
    }
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Entry &a, const Entry &b) { return a.score > b.score; });
    if (m_entries.size() > 40)
        m_entries.resize(40);
    endResetModel();
    emit countChanged();
}

void PaletteModel::searchRecords()
{
    if (!m_session || !m_session->schema())
        return;
    // The table at hand and those people ask for by name; all others are found through Records.
    QStringList names{m_currentTable, u"users"_s, u"properties"_s, u"leases"_s, u"tours"_s, u"agents"_s, u"bookings"_s};
    names.removeAll(QString());
    names.removeDuplicates();
    const quint64 generation = m_generation;
    const QString text = m_text.trimmed();
    for (const QString &name : std::as_const(names)) {
        const LiveTable *table = m_session->schema()->table(name);
        if (!table || !table->readable)
            continue;
        ++m_running;
        const WorkTokenPtr search = std::make_shared<WorkToken>();
        m_searches.append(search);
        m_session->details()
            .run([live = m_session->schema(), table,
                  text](Connection &connection) { return searchRows(connection, *live, *table, text, rowsPerTable); },
                 search)
            .then(this, [this, generation, table](const Result<QList<RowLabel>> &rows) {
                if (generation != m_generation)
                    return;
                --m_running;
                if (rows)
                    addRecords(*table, *rows);
                emit countChanged();
            });
    }
    emit countChanged();
}

void PaletteModel::addRecords(const LiveTable &table, const QList<RowLabel> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, count(), count() + int(rows.size()) - 1);
    for (const RowLabel &row : rows) {
        QStringList key;
        for (const Value &value : row.primaryKey)
            key.append(value.text());
        m_entries.append({u"record"_s,
                          table.table.name,
                          key.join(u'/'),
                          labelText(row, m_privacy),
                          table.table.labelOne + u" #"_s + key.join(u'/'),
                          table.table.icon,
                          {},
                          0});
    }
    endInsertRows();
}

QStringList PaletteModel::entryAt(int row) const
{
    if (row < 0 || row >= count())
        return {};
    const Entry &entry = m_entries.at(row);
    return {entry.kind, entry.target, entry.key};
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case PaletteTitleRole:
        return entry.title;
    case PaletteDetailRole:
        return entry.detail;
    case PaletteIconRole:
        return entry.icon;
    case PaletteSectionRole:
        return entry.kind == "screen"_L1 ? tr("Screen")
            : entry.kind == "action"_L1  ? tr("Action")
            : entry.kind == "table"_L1   ? tr("Table")
            : entry.kind == "view"_L1    ? tr("Saved view")
                                         : tr("Record");
    case PaletteKindRole:
        return entry.kind;
    case PaletteTargetRole:
        return entry.target;
    case PaletteKeyRole:
        return entry.key;
    case PaletteShortcutRole:
        return entry.shortcut;
    default:
        return {};
    }
}

QHash<int, QByteArray> PaletteModel::roleNames() const
{
    return {{PaletteTitleRole, "paletteTitle"}, {PaletteDetailRole, "paletteDetail"},
            {PaletteIconRole, "paletteIcon"},   {PaletteSectionRole, "paletteSection"},
            {PaletteKindRole, "paletteKind"},   {PaletteTargetRole, "paletteTarget"},
            {PaletteKeyRole, "paletteKey"},     {PaletteShortcutRole, "paletteShortcut"}};
}

} // namespace Ghar
