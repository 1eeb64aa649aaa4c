// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historybrowser.h"

#include "database/databasesession.h"
#include "journalwords.h"
#include "records/journalcsv.h"
#include "records/journalstore.h"
#include "records/staffscope.h"
#include "records/stagedchanges.h"
#include "support/indianformat.h"
#include "support/workprogress.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr int pageSize = 100;

enum Period { AllTime, Today, Week, Month, Year, Between };

const QList<std::optional<JournalAction>> &listedActions()
{
    static const QList<std::optional<JournalAction>> actions{std::nullopt,          JournalAction::Insert,
                                                             JournalAction::Update, JournalAction::Delete,
                                                             JournalAction::Import, JournalAction::Reveal};
    return actions;
}

std::optional<QDate> dateOf(const QString &text)
{
    const QDate date = QDate::fromString(text.trimmed(), Qt::ISODate);
    return date.isValid() && text.trimmed().size() == 10 ? std::optional(date) : std::nullopt;
}

} // namespace

HistoryBrowser::HistoryBrowser(const Clock &clock, StagedChanges &changes, Comparison &comparison, QObject *parent)
    : QObject(parent), m_clock(clock), m_changes(changes), m_comparison(comparison)
{
    connect(&m_entries, &JournalListModel::moreWanted, this, &HistoryBrowser::readMore);
    m_values.setLabels(&m_labels);
}

HistoryBrowser::~HistoryBrowser() = default;

void HistoryBrowser::setDatabase(DatabaseSession *session, const OpenedDatabase *opened)
{
    ++m_generation;
    m_session = session;
    m_labels.setSession(session);
    m_live = opened ? opened->schema : nullptr;
    m_visible = opened && opened->staff ? StaffScope::journalCondition(*opened->schema, opened->staff->id) : QString();
    m_tables.clear();
    if (m_live) {
        for (const LiveTable &table : m_live->tables) {
            if (table.hiddenBecause.isEmpty())
                m_tables.append(table.table.name);
        }
    }
    m_people.clear();
    m_tableIndex = m_personIndex = m_actionIndex = m_periodIndex = 0;
    m_personId.clear();
    m_fromText.clear();
    m_toText.clear();
    m_reason.clear();
    m_rowKey.clear();
    m_readingMore = false;
    m_undoing = false;
    m_undo = {};
    m_export.reset();
    m_entries.setEntries(m_live, {}, false);
    select(-1);
    emit choicesChanged();
    emit filterChanged();
    emit undoChanged();
    emit exportChanged();
    setState(m_live && !m_live->hasJournal() ? State::NoJournal : State::Idle);
}

void HistoryBrowser::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    m_values.setPrivacy(privacy);
}

void HistoryBrowser::setState(State state, const QString &errorText)
{
    m_state = state;
    m_errorText = errorText;
    emit changed();
}

bool HistoryBrowser::isLocal() const
{
    return m_live && !m_live->localJournal.isEmpty();
}

void HistoryBrowser::activate()
{
    if (m_state == State::Idle)
        reload();
}

JournalQuery HistoryBrowser::query() const
{
    JournalQuery query;
    query.limit = pageSize;
    query.visible = m_visible;
    query.table = m_tables.value(m_tableIndex - 1);
    query.rowKey = m_rowKey;
    query.action = listedActions().at(m_actionIndex);
    query.reason = m_reason.trimmed();
    if (!m_personId.isEmpty()) {
        query.person = m_personId;
    } else if (m_personIndex > 0 && m_personIndex <= m_people.size()) {
        const JournalPerson &person = m_people.at(m_personIndex - 1);
        if (person.staffId.isNull())
            query.role = person.name;
        else
            query.person = person.staffId.text();
    }
    // Days are those of the person's own calendar.
    const QDate today = m_clock.now().toLocalTime().date();
    QDate from;
    QDate last;
    switch (Period(m_periodIndex)) {
    case AllTime:
        break;
    case Today:
        from = today;
        break;
    case Week:
        from = today.addDays(-6);
        break;
    case Month:
        from = today.addDays(-29);
        break;
    case Year:
        from = QDate(today.year(), 1, 1);
        break;
    case Between:
        from = dateOf(m_fromText).value_or(QDate());
        last = dateOf(m_toText).value_or(QDate());
        break;
    }
    if (from.isValid())
        query.from = from.startOfDay().toUTC();
    if (last.isValid())
        query.to = last.addDays(1).startOfDay().toUTC();
    return query;
}

void HistoryBrowser::reload()
{
    if (!m_session || !m_live || !m_live->hasJournal())
        return;
    readPeople();
    refilter();
}

void HistoryBrowser::readPeople()
{
    m_session->counter()
        .run([live = m_live, visible = m_visible](Connection &connection) {
            return withJournal(connection, *live,
                               [&visible](Connection &journal) { return readJournalPeople(journal, visible); });
        })
        .then(this, [this, live = m_live](const Result<QList<JournalPerson>> &people) {
            if (live != m_live || !people)
                return; // the list itself says what is wrong
            const Value chosen = m_people.value(m_personIndex - 1).staffId;
            const QString name = m_people.value(m_personIndex - 1).name;
            m_people = *people;
            m_personIndex = 0;
            for (int i = 0; i < m_people.size(); ++i) {
                const JournalPerson &person = m_people.at(i);
                const bool isWanted = m_personId.isEmpty()
                    ? !name.isEmpty() && person.staffId == chosen && person.name == name
                    : person.staffId.text() == m_personId;
                if (isWanted)
                    m_personIndex = i + 1;
            }
            emit choicesChanged();
            emit filterChanged();
        });
}

void HistoryBrowser::refilter()
{
    emit filterChanged();
    if (!m_session || !m_live || !m_live->hasJournal() || !dateProblem().isEmpty())
        return;
    const quint64 generation = ++m_generation;
    m_readingMore = false;
    m_labels.clear();
    setState(State::Loading);
    m_session->details()
        .run([live = m_live, query = query()](Connection &connection) {
            return withJournal(connection, *live,
                               [&query](Connection &journal) { return readJournal(journal, query); });
        })
        .then(this, [this, generation](const Result<QList<JournalEntry>> &entries) {
            if (generation != m_generation)
                return;
            m_entries.setEntries(m_live, entries ? *entries : QList<JournalEntry>(),
                                 entries && entries->size() == pageSize);
            select(m_entries.count() > 0 ? 0 : -1);
            if (entries)
                setState(State::Ready);
            else
                setState(State::Failed, entries.error().userText);
        });
}

void HistoryBrowser::readMore()
{
    if (m_readingMore || !m_session || m_entries.count() == 0)
        return;
    m_readingMore = true;
    JournalQuery next = query();
    next.after = placeOf(m_entries.entries().last());
    m_session->details()
        .run([live = m_live, next](Connection &connection) {
            return withJournal(connection, *live, [&next](Connection &journal) { return readJournal(journal, next); });
        })
        .then(this, [this, generation = m_generation](const Result<QList<JournalEntry>> &entries) {
            if (generation != m_generation)
                return;
            m_readingMore = false;
            if (entries)
                m_entries.append(*entries, entries->size() == pageSize);
            else
                setState(State::Failed, entries.error().userText);
        });
}

bool HistoryBrowser::isFiltered() const
{
    return m_tableIndex > 0 || m_personIndex > 0 || !m_personId.isEmpty() || m_actionIndex > 0 || m_periodIndex > 0
        || !m_reason.isEmpty() || !m_rowKey.isEmpty();
}

QStringList HistoryBrowser::tableLabels() const
{
    QStringList labels{tr("All tables")};
    for (const QString &name : m_tables)
        labels.append(m_live->table(name)->table.label);
    return labels;
}

QStringList HistoryBrowser::peopleNames() const
{
    QStringList names{tr("Everybody")};
    for (const JournalPerson &person : m_people)
        names.append(person.name.isEmpty() ? tr("nobody named") : person.name);
    return names;
}

QStringList HistoryBrowser::actionNames() const
{
    QStringList names;
    for (const std::optional<JournalAction> &action : listedActions())
        names.append(action ? Ghar::actionText(*action) : tr("All actions"));
    return names;
}

QStringList HistoryBrowser::periodNames() const
{
    return {tr("Any time"), tr("Today"), tr("Last 7 days"), tr("Last 30 days"), tr("This year"), tr("From day to day")};
}

void HistoryBrowser::setTableIndex(int index)
{
    if (index == m_tableIndex || index < 0 || index > m_tables.size())
        return;
    m_tableIndex = index;
    m_rowKey.clear();
    refilter();
}

void HistoryBrowser::setPersonIndex(int index)
{
    if (index < 0 || index > m_people.size() || (index == m_personIndex && m_personId.isEmpty()))
        return;
    m_personIndex = index;
    m_personId.clear();
    refilter();
}

void HistoryBrowser::setActionIndex(int index)
{
    if (index == m_actionIndex || index < 0 || index >= listedActions().size())
        return;
    m_actionIndex = index;
    refilter();
}

void HistoryBrowser::setPeriodIndex(int index)
{
    if (index == m_periodIndex || index < 0 || index > Between)
        return;
    m_periodIndex = index;
    refilter();
}

bool HistoryBrowser::isBetween() const
{
    return m_periodIndex == Between;
}

void HistoryBrowser::setFromText(const QString &text)
{
    if (text == m_fromText)
        return;
    m_fromText = text;
    refilter();
}

void HistoryBrowser::setToText(const QString &text)
{
    if (text == m_toText)
        return;
    m_toText = text;
    refilter();
}

QString HistoryBrowser::dateProblem() const
{
    if (!isBetween())
        return {};
    for (const QString &text : {m_fromText, m_toText}) {
        if (!text.trimmed().isEmpty() && !dateOf(text))
            return tr("Write a day as 2026-11-30.");
    }
    const std::optional<QDate> from = dateOf(m_fromText);
    const std::optional<QDate> to = dateOf(m_toText);
    return from && to && *from > *to ? tr("The first day is after the last.") : QString();
}

void HistoryBrowser::setReason(const QString &reason)
{
    if (reason == m_reason)
        return;
    m_reason = reason;
    refilter();
}

QString HistoryBrowser::rowText() const
{
    const LiveTable *table = m_live ? m_live->table(m_tables.value(m_tableIndex - 1)) : nullptr;
    return table && !m_rowKey.isEmpty() ? tr("%1 #%2").arg(table->table.labelOne, m_rowKey) : QString();
}

void HistoryBrowser::clearFilters()
{
    m_tableIndex = m_personIndex = m_actionIndex = m_periodIndex = 0;
    m_personId.clear();
    m_fromText.clear();
    m_toText.clear();
    m_reason.clear();
    m_rowKey.clear();
    refilter();
}

void HistoryBrowser::showRow(const QString &table, const QString &key)
{
    clearFilters();
    m_tableIndex = int(m_tables.indexOf(table)) + 1;
    m_rowKey = m_tableIndex > 0 ? key : QString();
    reload();
}

void HistoryBrowser::showPerson(const QString &userId)
{
    clearFilters();
    m_personId = userId;
    reload();
}

const JournalEntry *HistoryBrowser::entry() const
{
    return m_current >= 0 && m_current < m_entries.count() ? &m_entries.entries().at(m_current) : nullptr;
}

void HistoryBrowser::select(int row)
{
    m_current = row >= 0 && row < m_entries.count() ? row : -1;
    forgetConflicts();
    const JournalEntry *shown = entry();
    const auto side = [](const Value &image) {
        return image.isNull() ? CompareListModel::Values() : CompareListModel::Values(valuesOfImage(image));
    };
    const LiveTable *table = shown && m_live ? m_live->table(shown->note.table) : nullptr;
    if (shown && shown->note.action == JournalAction::Import && shown->note.rowKey.isNull())
        m_values.setSides(m_live, {}, {}, importSummary(table ? &table->table : nullptr, shown->note));
    else if (shown)
        m_values.setSides(m_live, shown->note.table, side(shown->note.before), side(shown->note.after));
    else
        m_values.setSides(m_live, {}, {}, {});
    emit currentChanged();
}

QString HistoryBrowser::titleOf(const JournalEntry &entry) const
{
    const LiveTable *table = m_live ? m_live->table(entry.note.table) : nullptr;
    const QString name = table ? table->table.labelOne : entry.note.table;
    return entry.note.rowKey.isNull() ? name : tr("%1 #%2").arg(name, entry.note.rowKey.text());
}

QString HistoryBrowser::title() const
{
    return entry() ? titleOf(*entry()) : QString();
}

QString HistoryBrowser::actionText() const
{
    return entry() ? Ghar::actionText(entry()->note.action) : QString();
}

int HistoryBrowser::actionTone() const
{
    return int(entry() ? Ghar::actionTone(entry()->note.action) : CellTone::Neutral);
}

QString HistoryBrowser::whenText() const
{
    return entry() ? momentText(entry()->header.madeAt) : QString();
}

QString HistoryBrowser::whoText() const
{
    return entry() ? Ghar::whoText(entry()->header) : QString();
}

QString HistoryBrowser::bylineText() const
{
    QStringList parts{whenText()};
    if (!whoText().isEmpty())
        parts.append(whoText());
    if (const int others = m_entries.groupSize(m_current) - 1; others > 0)
        parts.append(tr("%n more entry(ies) of the same change", nullptr, others));
    return parts.join(u" · "_s);
}

QString HistoryBrowser::reasonText() const
{
    return entry() ? entry()->header.reason : QString();
}

QString HistoryBrowser::table() const
{
    return entry() ? entry()->note.table : QString();
}

QString HistoryBrowser::key() const
{
    return entry() ? entry()->note.rowKey.text() : QString();
}

bool HistoryBrowser::isDeleted() const
{
    return entry() && entry()->note.action == JournalAction::Delete;
}

bool HistoryBrowser::isTwoSided() const
{
    return entry() && !entry()->note.before.isNull() && !entry()->note.after.isNull();
}

bool HistoryBrowser::takesBack() const
{
    return entry() && !entry()->header.reverts.isNull();
}

void HistoryBrowser::undoChange()
{
    if (!entry() || m_undoing)
        return;
    if (!m_changes.isWritable()) {
        emit remarked(m_changes.whyNot());
        return;
    }
    m_undoing = true;
    m_undo = {};
    emit undoChanged();
    m_session->details()
        .run([live = m_live, id = entry()->header.changeId](Connection &connection) {
            return planUndoOf(connection, *live, id);
        })
        .then(this, [this, live = m_live, current = m_current](const Result<UndoPlan> &plan) {
            if (live != m_live)
                return;
            m_undoing = false;
            if (!plan)
                emit remarked(plan.error().userText);
            else if (current == m_current)
                m_undo = *plan;
            emit undoChanged();
            if (!plan || current != m_current)
                return;
            if (m_undo.rows.isEmpty() && m_undo.conflicts.isEmpty())
                emit remarked(tr("There is nothing to take back."));
            else if (m_undo.conflicts.isEmpty())
                stagePossible();
        });
}

void HistoryBrowser::stagePossible()
{
    if (m_undo.rows.isEmpty() || !entry())
        return;
    const QString when = localTimeText(entry()->header.madeAt);
    const QString change =
        whoText().isEmpty() ? tr("the change of %1").arg(when) : tr("the change of %1 by %2").arg(when, whoText());
    const UndoPlan plan = std::exchange(m_undo, {});
    emit undoChanged();
    m_changes.stageUndo(isDeleted() ? tr("Restore %1").arg(title()) : tr("Take back the change of %1").arg(whenText()),
                        plan.rows, plan.changeId, tr("Takes back %1").arg(change));
    QString sentence =
        tr("%n row(s) of %1 are staged. Commit to take it back.", nullptr, int(plan.rows.size())).arg(change);
    if (!plan.conflicts.isEmpty())
        sentence += u' ' + tr("The rest of it stays as it is.");
    emit staged(sentence);
}

void HistoryBrowser::forgetConflicts()
{
    m_undo = {};
    emit undoChanged();
}

QString HistoryBrowser::conflictText() const
{
    constexpr qsizetype shown = 6;
    QStringList sentences;
    for (const UndoConflict &conflict : m_undo.conflicts) {
        if (sentences.size() < shown)
            sentences.append(conflict.sentence);
    }
    if (const qsizetype more = m_undo.conflicts.size() - shown; more > 0)
        sentences.append(tr("And %n more.", nullptr, int(more)));
    return sentences.join(u'\n');
}

RowMoment HistoryBrowser::momentOf(const JournalEntry &entry) const
{
    return {entry.note.table, entry.note.rowKey.text(), placeOf(entry)};
}

void HistoryBrowser::markVersion()
{
    if (entry())
        m_comparison.mark(momentOf(*entry()), tr("%1 after %2").arg(title(), whenText()));
}

void HistoryBrowser::compareVersion()
{
    if (entry())
        m_comparison.compare(momentOf(*entry()), tr("%1 after %2").arg(title(), whenText()));
}

void HistoryBrowser::exportTo(const QUrl &file)
{
    if (!m_session || !m_live || m_export)
        return;
    const QString path = file.isLocalFile() ? file.toLocalFile() : file.toString();
    m_export = std::make_shared<WorkToken>();
    m_exported = 0;
    emit exportChanged();
    const auto progress = progressFor<qint64>(this, m_export, [this, token = m_export](qint64 entries) {
        if (m_export != token)
            return;
        m_exported = entries;
        emit exportChanged();
    });
    m_session->transfer()
        .run(
            [live = m_live, masked = m_privacy == Privacy::Masked ? m_live : nullptr, path, progress,
             query = query()](Connection &connection) {
                return exportJournalToFile(connection, *live, query, path, progress, masked);
            },
            m_export)
        .then(this, [this, token = m_export](const Result<qint64> &written) {
            if (token == m_export)
                takeExport(written);
        });
}

void HistoryBrowser::takeExport(const Result<qint64> &written)
{
    m_export.reset();
    emit exportChanged();
    if (written)
        emit remarked(tr("%n entries exported.", nullptr, int(*written)));
    else if (written.error().kind != ErrorKind::Cancelled)
        emit remarked(written.error().userText);
}

void HistoryBrowser::cancelExport()
{
    if (m_session && m_export)
        m_session->transfer().cancel(m_export);
}

QString HistoryBrowser::exportText() const
{
    return tr("Exporting, %n entries so far", nullptr, int(m_exported));
}

} // namespace Ghar
