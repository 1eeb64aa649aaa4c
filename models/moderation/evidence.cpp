// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/evidence.h"

#include "core/instant.h"
#include "database/connection.h"
#include "database/transaction.h"
#include "records/journalstore.h"
#include "records/originalrow.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

constexpr int mostReports = 200;
constexpr int mostListings = 50;
constexpr int mostAccounts = 20;
constexpr int mostReporters = 5;
constexpr int accuracyWindow = 100;
constexpr int phoneDigits = 10;

class Reader
{
public:
    Reader(Connection &connection, const LiveSchema &live, const ModerationItem &item)
        : m_connection(connection), m_dialect(connection.dialect()), m_live(live)
    {
        m_evidence.item = item;
    }

    Result<Evidence> read()
    {
        const Result<std::optional<OriginalRow>> row =
            rowOf(tableOf(m_evidence.item.kind), Value::integer(m_evidence.item.id));
        if (!row)
            return row.error();
        if (!*row) {
            m_evidence.isGone = true;
            return m_evidence;
        }
        Value subject;
        switch (m_evidence.item.kind) {
        case ItemKind::Report:
            subject = (*row)->values.value(u"reported_user_id"_s);
            m_listingId = (*row)->values.value(u"property_id"_s);
            break;
        case ItemKind::Listing:
            subject = (*row)->values.value(u"owner_id"_s);
            m_listingId = (*row)->key.first();
            break;
        case ItemKind::Profile:
            subject = (*row)->key.first();
            break;
        }
        using Stage = Result<void> (Reader::*)(const Value &);
        for (const Stage stage :
             {Stage(&Reader::readSubject), Stage(&Reader::readReports), Stage(&Reader::readAccuracy),
              Stage(&Reader::readReporters), Stage(&Reader::readListing), Stage(&Reader::readPast)}) {
            if (const Result<void> done = (this->*stage)(subject); !done)
                return done.error();
        }
        return m_evidence;
    }

private:
    const LiveTable *readable(const QString &name) const
    {
        const LiveTable *table = m_live.table(name);
        return table && table->readable ? table : nullptr;
    }

    Result<std::optional<OriginalRow>> rowOf(const QString &name, const Value &key)
    {
        const LiveTable *table = readable(name);
        if (!table || key.isNull())
            return std::optional<OriginalRow>();
        return readOriginal(m_connection, *table, {key});
    }

    Result<RowLabel> labelOf(const QString &name, const Value &key)
    {
        QList<Value> keys;
        keys.append(key);
        const Result<QHash<Value, RowLabel>> labels = labelsOf(name, keys);
        if (!labels)
            return labels.error();
        return labels->value(key);
    }

    Result<QHash<Value, RowLabel>> labelsOf(const QString &name, const QList<Value> &keys)
    {
        const LiveTable *table = readable(name);
        if (!table || keys.isEmpty())
            return QHash<Value, RowLabel>();
        return readRowLabels(m_connection, m_live, *table, u"id"_s, keys);
    }

    /// Ids that a statement finds, as labels in the same order.
    Result<QList<RowLabel>> labelled(const QString &name, const Sql &sql)
    {
        QList<Value> keys;
        const Result<void> read = m_connection.forEach(sql, [&keys](const Row &row) {
            keys.append(row.first());
            return true;
        });
        if (!read)
            return read.error();
        const Result<QHash<Value, RowLabel>> labels = labelsOf(name, keys);
        if (!labels)
            return labels.error();
        QList<RowLabel> list;
        for (const Value &key : std::as_const(keys)) {
            if (labels->contains(key))
                list.append(labels->value(key));
        }
        return list;
    }

    QString number(Sql &sql, const Value &value) const { return m_dialect.bindInteger(sql, value.text().toLongLong()); }

    Result<int> count(const QString &tableName, const QString &column, const Value &id)
    {
        const LiveTable *table = readable(tableName);
        if (!table)
            return 0;
        Sql sql;
        sql.text = u"SELECT count(*) FROM "_s + table->from() + u" WHERE "_s + Dialect::quote(column) + u" = "_s
            + number(sql, id);
        const Result<Value> counted = m_connection.scalar(sql);
        if (!counted)
            return counted.error();
        return counted->text().toInt();
    }

    Result<void> readSubject(const Value &subject)
    {
        const Result<std::optional<EvidencePerson>> person = readPerson(subject);
        if (!person)
            return person.error();
        m_evidence.subject = *person;
        const LiveTable *table = readable(u"properties"_s);
        if (!*person || !table)
            return {};
        Sql sql;
        sql.text = u"SELECT id FROM "_s + table->from() + u" WHERE owner_id = "_s + number(sql, subject)
            + u" ORDER BY id DESC LIMIT "_s + QString::number(mostListings);
        const Result<QList<RowLabel>> listings = labelled(u"properties"_s, sql);
        if (!listings)
            return listings.error();
        m_evidence.subject->listings = *listings;
        return {};
    }

    /// What is known of who reports, of reports that still are to be decided.
    Result<void> readReporters(const Value &)
    {
        if (m_evidence.item.kind != ItemKind::Report)
            return {};
        QList<Value> known;
        for (const EvidenceReport &report : std::as_const(m_evidence.reports)) {
            const bool isOpen = report.status == "open"_L1 || report.status == "reviewed"_L1;
            if (!isOpen || report.reporterId.isNull() || known.contains(report.reporterId)
                || known.size() == mostReporters)
                continue;
            known.append(report.reporterId);
            const Result<std::optional<EvidencePerson>> person = readPerson(report.reporterId);
            if (!person)
                return person.error();
            if (*person)
                m_evidence.reporters.append(**person);
        }
        return {};
    }

    /// The row of a person with what the platform knows about them; nothing where it is gone.
    Result<std::optional<EvidencePerson>> readPerson(const Value &id)
    {
        const Result<std::optional<OriginalRow>> row = rowOf(u"users"_s, id);
        if (!row)
            return row.error();
        if (!*row)
            return std::optional<EvidencePerson>();
        EvidencePerson person;
        person.id = id;
        person.values = (*row)->values;
        person.isDeleted = person.values.value(u"supabase_user_id"_s).text().startsWith("__deleted__"_L1);
        const Result<RowLabel> label = labelOf(u"users"_s, id);
        if (!label)
            return label.error();
        person.label = *label;
        struct Number
        {
            QString table;
            QString column;
            int EvidencePerson::*number;
        };
        for (const Number &wanted : {Number{u"user_reports"_s, u"reporter_user_id"_s, &EvidencePerson::reportsMade},
                                     Number{u"user_blocks"_s, u"blocked_user_id"_s, &EvidencePerson::blockedBy},
                                     Number{u"user_blocks"_s, u"blocker_user_id"_s, &EvidencePerson::blocksMade}}) {
            const Result<int> counted = count(wanted.table, wanted.column, id);
            if (!counted)
                return counted.error();
            person.*wanted.number = *counted;
        }
        if (const Result<void> done = countReceived(person); !done)
            return done.error();
        if (const Result<void> done = readOtherAccounts(person); !done)
            return done.error();
        return std::optional(person);
    }

    Result<void> countReceived(EvidencePerson &person)
    {
        const LiveTable *table = readable(u"user_reports"_s);
        if (!table)
            return {};
        Sql sql;
        sql.text = u"SELECT status, count(*) FROM "_s + table->from() + u" WHERE reported_user_id = "_s
            + number(sql, person.id) + u" GROUP BY status"_s;
        return m_connection.forEach(sql, [&person](const Row &row) {
            const int reports = row.at(1).text().toInt();
            person.reportsReceived += reports;
            if (row.at(0).text() == "actioned"_L1)
                person.reportsActioned += reports;
            else if (row.at(0).text() == "dismissed"_L1)
                person.reportsDismissed += reports;
            return true;
        });
    }

    /// The same number or mailbox under another account (1.8, evasion). The part of an address behind a plus is no
    /// other mailbox.
    Result<void> readOtherAccounts(EvidencePerson &person)
    {
        // `_dup_…` marks a number that another account has (1.9).
        const QString phone = person.values.value(u"phone"_s).text().section(u"_dup_"_s, 0, 0);
        QString digits;
        for (const QChar c : phone) {
            if (c.isDigit())
                digits += c;
        }
        const QString email = person.values.value(u"email"_s).text().toLower();
        const qsizetype at = email.indexOf(u'@');
        const LiveTable &table = *readable(u"users"_s);
        Sql sql;
        QStringList conditions;
        if (digits.size() >= phoneDigits) {
            conditions.append(u"phone LIKE "_s + m_dialect.bindText(sql, u'%' + digits.last(phoneDigits)));
            conditions.append(u"phone LIKE "_s
                              + m_dialect.bindText(sql, u'%' + digits.last(phoneDigits) + u"\\_dup\\_%"_s)
                              + u" ESCAPE '\\'"_s);
        }
        if (at > 0) {
            const QString base = email.first(at).section(u'+', 0, 0);
            conditions.append(u"lower(email) = "_s + m_dialect.bindText(sql, base + email.mid(at)));
            // Names of hosts have no wildcards in them; names of mailboxes may.
            const QString isLonger = m_dialect.startsWith(sql, *table.table.column(u"email"_s), base + u'+');
            conditions.append(u'(' + isLonger + u" AND lower(email) LIKE "_s
                              + m_dialect.bindText(sql, u'%' + email.mid(at)) + u')');
        }
        if (conditions.isEmpty())
            return {};
        sql.text = u"SELECT id FROM "_s + table.from() + u" WHERE ("_s + conditions.join(u" OR "_s) + u") AND id <> "_s;
        sql.text += number(sql, person.id) + u" ORDER BY id LIMIT "_s + QString::number(mostAccounts);
        const Result<QList<RowLabel>> accounts = labelled(u"users"_s, sql);
        if (!accounts)
            return accounts.error();
        person.otherAccounts = *accounts;
        return {};
    }

    Result<void> readReports(const Value &subject)
    {
        const LiveTable *table = readable(u"user_reports"_s);
        if (!table || subject.isNull())
            return {};
        QStringList reads;
        for (const QString &name : {u"id"_s, u"reason"_s, u"status"_s, u"notes"_s, u"reporter_user_id"_s,
                                    u"conversation_id"_s, u"property_id"_s, u"created_at"_s}) {
            const Column *column = table->table.column(name);
            reads.append(column ? m_dialect.read(*column) : u"NULL"_s);
        }
        Sql sql;
        sql.text = u"SELECT "_s + reads.join(u", "_s) + u" FROM "_s + table->from() + u" WHERE reported_user_id = "_s
            + number(sql, subject)
            + u" ORDER BY CASE status WHEN 'open' THEN 0 WHEN 'reviewed' THEN 1 ELSE 2 END, created_at DESC, id LIMIT "_s
            + QString::number(mostReports);
        QList<Value> people;
        const Result<void> read = m_connection.forEach(sql, [&](const Row &row) {
            EvidenceReport report;
            report.id = row.at(0).text().toLongLong();
            report.reason = row.at(1).text();
            report.status = row.at(2).text();
            report.notes = row.at(3).text();
            report.reporterId = row.at(4);
            report.conversationId = row.at(5);
            report.propertyId = row.at(6);
            report.createdAt = instantFromText(canonicalInstant(row.at(7).text()));
            if (!people.contains(report.reporterId))
                people.append(report.reporterId);
            m_evidence.reports.append(report);
            return true;
        });
        if (!read)
            return read;
        const Result<QHash<Value, RowLabel>> labels = labelsOf(u"users"_s, people);
        if (!labels)
            return labels.error();
        for (EvidenceReport &report : m_evidence.reports)
            report.reporter = labels->value(report.reporterId);
        return readConversationsOfTwo(subject);
    }

    /// A report that names no conversation may still have one behind it.
    Result<void> readConversationsOfTwo(const Value &subject)
    {
        const LiveTable *table = readable(u"user_conversations"_s);
        if (!table)
            return {};
        Sql sql;
        QString condition = u"user_one_id = "_s + number(sql, subject) + u" OR user_two_id = "_s;
        condition += number(sql, subject);
        sql.text = u"SELECT id, user_one_id, user_two_id FROM "_s + table->from() + u" WHERE "_s + condition;
        QHash<QString, Value> withPerson;
        const Result<void> read = m_connection.forEach(sql, [&](const Row &row) {
            const Value &other = row.at(1).text() == subject.text() ? row.at(2) : row.at(1);
            withPerson.insert(other.text(), row.at(0));
            return true;
        });
        if (!read)
            return read;
        for (EvidenceReport &report : m_evidence.reports) {
            if (report.conversationId.isNull())
                report.conversationId = withPerson.value(report.reporterId.text());
        }
        return {};
    }

    /// How often each reporter was right, of the last hundred that were decided.
    Result<void> readAccuracy(const Value &)
    {
        const LiveTable *table = readable(u"user_reports"_s);
        QHash<QString, std::pair<int, int>> known;
        for (EvidenceReport &report : m_evidence.reports) {
            const QString reporter = report.reporterId.text();
            if (table && !known.contains(reporter)) {
                Sql sql;
                sql.text =
                    u"SELECT sum(CASE status WHEN 'actioned' THEN 1 ELSE 0 END), count(*) FROM (SELECT status FROM "_s
                    + table->from() + u" WHERE reporter_user_id = "_s + number(sql, report.reporterId)
                    + u" AND status IN ('actioned', 'dismissed') ORDER BY created_at DESC, id DESC LIMIT "_s
                    + QString::number(accuracyWindow) + u") AS latest"_s;
                const Result<std::optional<Row>> row = m_connection.firstRow(sql);
                if (!row)
                    return row.error();
                known.insert(reporter, {(*row)->at(0).text().toInt(), (*row)->at(1).text().toInt()});
            }
            std::tie(report.reporterRight, report.reporterDecided) = known.value(reporter);
        }
        return {};
    }

    Result<void> readListing(const Value &)
    {
        const Result<std::optional<OriginalRow>> row = rowOf(u"properties"_s, m_listingId);
        if (!row)
            return row.error();
        if (!*row)
            return {};
        EvidenceListing listing;
        listing.values = (*row)->values;
        const Result<RowLabel> label = labelOf(u"properties"_s, m_listingId);
        if (!label)
            return label.error();
        listing.label = *label;
        const QString main = listing.values.value(u"main_image_url"_s).text();
        if (!main.isEmpty())
            listing.photos.append(main);
        if (const LiveTable *images = readable(u"property_images"_s)) {
            Sql sql;
            sql.text = u"SELECT image_url FROM "_s + images->from() + u" WHERE property_id = "_s
                + number(sql, m_listingId) + u" ORDER BY display_order, id"_s;
            const Result<void> read = m_connection.forEach(sql, [&listing](const Row &image) {
                if (!image.first().isNull() && !listing.photos.contains(image.first().text()))
                    listing.photos.append(image.first().text());
                return true;
            });
            if (!read)
                return read;
        }
        listing.flags = prescreen(listing.values, listing.photos);
        const Result<QList<RowLabel>> duplicates = duplicatesOf(listing.values);
        if (!duplicates)
            return duplicates.error();
        listing.duplicates = *duplicates;
        m_evidence.listing = listing;
        return {};
    }

    Result<QList<RowLabel>> duplicatesOf(const QMap<QString, Value> &values)
    {
        const LiveTable &table = *readable(u"properties"_s);
        Sql sql;
        QStringList conditions;
        for (const QString &name : {u"full_address"_s, u"latitude"_s, u"longitude"_s, u"bedrooms"_s}) {
            const Column *column = table.table.column(name);
            const Value value = values.value(name);
            // Without an address and a place nothing says that two listings are one home.
            if (!column || (value.isNull() && name != "bedrooms"_L1))
                return QList<RowLabel>();
            conditions.append(value.isNull() ? Dialect::quote(name) + u" IS NULL"_s
                                             : Dialect::quote(name) + u" = "_s + m_dialect.bind(sql, *column, value));
        }
        sql.text = u"SELECT id FROM "_s + table.from() + u" WHERE "_s + conditions.join(u" AND "_s) + u" AND id <> "_s;
        sql.text += number(sql, m_listingId) + u" ORDER BY id LIMIT "_s + QString::number(mostListings);
        return labelled(u"properties"_s, sql);
    }

    Result<void> readPast(const Value &subject)
    {
        if (!keepsDecisions(m_live) || subject.isNull())
            return {};
        Result<QList<StoredDecision>> decisions = decisionsAbout(m_connection, subject.text().toLongLong());
        if (!decisions)
            return decisions.error();
        m_evidence.decisions = std::move(decisions).value();
        return {};
    }

    Connection &m_connection;
    const Dialect &m_dialect;
    const LiveSchema &m_live;
    Evidence m_evidence;
    Value m_listingId;
};

} // namespace

Result<Evidence> readEvidence(Connection &connection, const LiveSchema &live, const ModerationItem &item)
{
    return Reader(connection, live, item).read();
}

Result<ConversationWindow> openConversation(Connection &connection, const LiveSchema &live, const Value &conversationId,
                                            const QDateTime &around, const ChangeHeader &header, int before, int after)
{
    const LiveTable *table = live.table(u"user_messages"_s);
    const LiveTable *people = live.table(u"users"_s);
    if (!table || !table->readable || !people)
        return Error{ErrorKind::NotFound, Text::tr("This database keeps no messages of two people."), {}};
    {
        const Result<std::unique_ptr<JournalStore>> journal = JournalStore::open(live.all());
        if (!journal)
            return journal.error();
        Transaction look(connection);
        if (const Result<void> begun = look.begin(); !begun)
            return begun.error();
        const JournalNote note{JournalAction::Reveal, u"user_conversations"_s, conversationId, Value::null(),
                               Value::null()};
        if (const Result<void> kept = (*journal)->keep(connection, header, {note}); !kept)
            return kept.error();
        if (const Result<void> committed = look.commit(); !committed)
            return committed.error();
        (void)(*journal)->settle(header.changeId, true);
    }
    const Dialect &dialect = connection.dialect();
    QStringList reads;
    for (const QString &name :
         {u"id"_s, u"sender_id"_s, u"body"_s, u"message_type"_s, u"attachment_url"_s, u"created_at"_s}) {
        const Column *column = table->table.column(name);
        reads.append(column ? dialect.read(*column) : u"NULL"_s);
    }
    const Column &time = *table->table.column(u"created_at"_s);
    ConversationWindow window;
    QList<Value> senders;
    const auto readPart = [&](bool isEarlier, int limit, QList<EvidenceMessage> &messages) -> Result<bool> {
        Sql sql;
        QString text = u"SELECT "_s + reads.join(u", "_s) + u" FROM "_s + table->from() + u" WHERE conversation_id = "_s
            + dialect.bindInteger(sql, conversationId.text().toLongLong());
        text += u" AND created_at "_s + (isEarlier ? u"<= "_s : u"> "_s)
            + dialect.bind(sql, time, Value(instantText(around)));
        sql.text = text
            + (isEarlier ? u" ORDER BY created_at DESC, id DESC LIMIT "_s : u" ORDER BY created_at, id LIMIT "_s)
            + QString::number(limit + 1);
        const Result<void> read = connection.forEach(sql, [&](const Row &row) {
            EvidenceMessage message{row.at(0).text().toLongLong(),
                                    row.at(1),
                                    {},
                                    row.at(2).text(),
                                    row.at(3).text(),
                                    row.at(4).text(),
                                    instantFromText(canonicalInstant(row.at(5).text()))};
            if (!senders.contains(message.senderId))
                senders.append(message.senderId);
            messages.append(message);
            return true;
        });
        if (!read)
            return read.error();
        const bool hasMore = messages.size() > limit;
        if (hasMore)
            messages.removeLast();
        return hasMore;
    };
    QList<EvidenceMessage> later;
    const Result<bool> earlierLeft = readPart(true, before, window.messages);
    const Result<bool> laterLeft = earlierLeft ? readPart(false, after, later) : earlierLeft;
    if (!laterLeft)
        return laterLeft.error();
    window.hasEarlier = *earlierLeft;
    window.hasLater = *laterLeft;
    std::reverse(window.messages.begin(), window.messages.end());
    window.messages += later;
    const Result<QHash<Value, RowLabel>> labels = readRowLabels(connection, live, *people, u"id"_s, senders);
    if (!labels)
        return labels.error();
    for (EvidenceMessage &message : window.messages)
        message.sender = labels->value(message.senderId);
    return window;
}

} // namespace Ghar
