// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/journal.h"

#include "core/instant.h"
#include "database/connection.h"
#include "database/deskmeta.h"
#include "records/importcontent.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

const QString beforeTheFirst(64, u'0');
constexpr qint64 progressStep = 1000;

const QList<std::pair<JournalAction, QString>> &actionNames()
{
    static const QList<std::pair<JournalAction, QString>> names{{JournalAction::Insert, u"insert"_s},
                                                                {JournalAction::Update, u"update"_s},
                                                                {JournalAction::Delete, u"delete"_s},
                                                                {JournalAction::Import, u"import"_s},
                                                                {JournalAction::Reveal, u"reveal"_s}};
    return names;
}

/// The columns in the order of the table and of the hash; previous_hash and hash follow.
const QString hashedColumns =
    u"writer_id, sequence, change_id, made_at, role, staff_id, staff_name, origin, reason, reverts, "
    "action, table_name, row_key, before, after"_s;

/// The values of hashedColumns.
QList<Value> fieldsOf(const JournalEntry &entry)
{
    const ChangeHeader &header = entry.header;
    const JournalNote &note = entry.note;
    return {Value(header.writerId),
            Value::integer(entry.sequence),
            Value(header.changeId),
            Value(instantText(header.madeAt)),
            Value(header.role),
            header.staffId,
            header.staffName,
            Value(header.origin),
            Value(header.reason),
            header.reverts,
            Value(nameOf(note.action)),
            Value(note.table),
            note.rowKey,
            note.before,
            note.after};
}

QString hashOfFields(const QList<Value> &fields, const QString &previousHash)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const Value &field) {
        if (field.isNull()) {
            hash.addData("~");
            return;
        }
        const QByteArray bytes = field.text().toUtf8();
        hash.addData(QByteArray::number(bytes.size()) + ':');
        hash.addData(bytes);
        hash.addData(",");
    };
    for (const Value &field : fields)
        add(field);
    add(Value(previousHash));
    return QString::fromLatin1(hash.result().toHex());
}

/// The select list that reads a whole entry as text.
QString entryColumns()
{
    QStringList columns;
    for (const QString &name : (hashedColumns + u", previous_hash, hash"_s).split(u", "_s))
        columns.append(name == "sequence"_L1 || name == "staff_id"_L1 ? u"CAST("_s + name + u" AS text)"_s : name);
    return columns.join(u", "_s);
}

JournalEntry entryOf(const Row &row)
{
    JournalEntry entry;
    ChangeHeader &header = entry.header;
    header.writerId = row.at(0).text();
    entry.sequence = row.at(1).text().toLongLong();
    header.changeId = row.at(2).text();
    header.madeAt = instantFromText(row.at(3).text()).value_or(QDateTime());
    header.role = row.at(4).text();
    header.staffId = row.at(5);
    header.staffName = row.at(6);
    header.origin = row.at(7).text();
    header.reason = row.at(8).text();
    header.reverts = row.at(9);
    entry.note = {journalActionNamed(row.at(10).text()), row.at(11).text(), row.at(12), row.at(13), row.at(14)};
    entry.previousHash = row.at(15).text();
    entry.hash = row.at(16).text();
    return entry;
}

QString journalTable(const Connection &connection)
{
    return deskTable(connection.dialect(), u"journal"_s);
}

/// The end of a writer's chain: its last sequence and hash.
Result<std::pair<qint64, QString>> endOfChain(Connection &connection, const QString &writerId)
{
    Sql sql;
    // PostgreSQL calls the cast column `sequence` too, and would order by its text: 9 after 10.
    sql.text = u"SELECT CAST(sequence AS text), hash FROM "_s + journalTable(connection) + u" AS j WHERE writer_id = "_s
        + connection.dialect().bindText(sql, writerId) + u" ORDER BY j.sequence DESC LIMIT 1"_s;
    const Result<std::optional<Row>> last = connection.firstRow(sql);
    if (!last)
        return last.error();
    if (!*last)
        return std::pair(qint64(0), beforeTheFirst);
    return std::pair((*last)->at(0).text().toLongLong(), (*last)->at(1).text());
}

/// Keeps a second window of the same installation from taking the same place in the chain. An SQLite writer has the
/// whole file to itself anyway.
Result<void> waitForChain(Connection &connection, const QString &writerId)
{
    if (!connection.dialect().isPostgres())
        return {};
    Sql sql;
    sql.text = u"SELECT pg_advisory_xact_lock(hashtext("_s
        + connection.dialect().bindText(sql, u"ghar_desk.journal "_s + writerId) + u"))"_s;
    const Result<qint64> locked = connection.execute(sql);
    if (!locked)
        return locked.error();
    return {};
}

/// Entries of one row, and imports that it was part of. Both halves begin like the index of rows.
QString rowCondition(const Dialect &dialect, Sql &sql, const QString &table, const QString &rowKey)
{
    const QString ofTable = u"table_name = "_s + dialect.bindText(sql, table);
    const QString ofKey = u"row_key = "_s + dialect.bindText(sql, rowKey);
    const QString importedTable = u"table_name = "_s + dialect.bindText(sql, table);
    const QString key = dialect.bindText(sql, rowKey);
    const QString hasKey = dialect.isPostgres()
        ? u"jsonb_exists(CAST(after AS jsonb) -> 'keys', "_s + key + u')'
        : u"EXISTS (SELECT 1 FROM json_each(after, '$.keys') AS k WHERE k.value = "_s + key + u')';
    return u"(("_s + ofTable + u" AND "_s + ofKey + u") OR ("_s + importedTable
        + u" AND row_key IS NULL AND CASE WHEN action = '"_s + nameOf(JournalAction::Import) + u"' THEN "_s + hasKey
        + u" ELSE FALSE END))"_s;
}

} // namespace

QString nameOf(JournalAction action)
{
    for (const auto &[known, name] : actionNames()) {
        if (known == action)
            return name;
    }
    Q_UNREACHABLE();
}

JournalAction journalActionNamed(const QString &name)
{
    for (const auto &[action, known] : actionNames()) {
        if (known == name)
            return action;
    }
    return JournalAction::Update; // the table's CHECK allows no other names
}

QString hashOf(const JournalEntry &entry)
{
    return hashOfFields(fieldsOf(entry), entry.previousHash);
}

JournalPlace placeOf(const JournalEntry &entry)
{
    return {entry.header.madeAt, entry.header.writerId, entry.sequence};
}

Result<void> appendToJournal(Connection &connection, const ChangeHeader &header, const QList<JournalNote> &notes)
{
    Q_ASSERT(connection.isInTransaction());
    if (const Result<void> turn = waitForChain(connection, header.writerId); !turn)
        return turn;
    const Result<std::pair<qint64, QString>> end = endOfChain(connection, header.writerId);
    if (!end)
        return end.error();
    JournalEntry entry{header, end->first, {}, {}, end->second};
    for (const JournalNote &note : notes) {
        entry.note = note;
        ++entry.sequence;
        entry.previousHash = std::exchange(entry.hash, {});
        entry.hash = hashOf(entry);
        Sql sql;
        QStringList values;
        const QList<Value> fields = fieldsOf(entry);
        for (qsizetype i = 0; i < fields.size(); ++i) {
            // sequence and staff_id are the two numbers among them.
            const bool isNumber = i == 1 || i == 5;
            if (fields.at(i).isNull())
                values.append(u"NULL"_s);
            else if (isNumber)
                values.append(connection.dialect().bindInteger(sql, fields.at(i).text().toLongLong()));
            else
                values.append(connection.dialect().bindText(sql, fields.at(i).text()));
        }
        values.append(connection.dialect().bindText(sql, entry.previousHash));
        values.append(connection.dialect().bindText(sql, entry.hash));
        sql.text = u"INSERT INTO "_s + journalTable(connection) + u" ("_s + hashedColumns
            + u", previous_hash, hash) VALUES ("_s + values.join(u", "_s) + u')';
        const Result<qint64> done = connection.execute(sql);
        if (!done)
            return done.error();
    }
    return {};
}

Result<bool> isInJournal(Connection &connection, const QString &changeId)
{
    Sql sql;
    sql.text = u"SELECT count(*) FROM "_s + journalTable(connection) + u" WHERE change_id = "_s
        + connection.dialect().bindText(sql, changeId);
    const Result<Value> count = connection.scalar(sql);
    if (!count)
        return count.error();
    return count->text() != "0"_L1;
}

Result<QList<JournalEntry>> readJournal(Connection &connection, const JournalQuery &query)
{
    const Dialect &dialect = connection.dialect();
    Sql sql;
    QStringList conditions;
    const auto addText = [&](const QString &column, const QString &wanted) {
        if (!wanted.isEmpty())
            conditions.append(column + u" = "_s + dialect.bindText(sql, wanted));
    };
    if (query.rowKey.isEmpty())
        addText(u"table_name"_s, query.table);
    else
        conditions.append(rowCondition(dialect, sql, query.table, query.rowKey));
    addText(u"change_id"_s, query.changeId);
    addText(u"role"_s, query.role);
    if (!query.staffId.isNull())
        conditions.append(u"staff_id = "_s + dialect.bindInteger(sql, query.staffId.text().toLongLong()));
    if (!query.person.isEmpty()) {
        const QString byThem = dialect.bindInteger(sql, query.person.toLongLong());
        const QString aboutThem = dialect.bindText(sql, query.person);
        conditions.append(u"(staff_id = "_s + byThem + u" OR (table_name = 'users' AND row_key = "_s + aboutThem
                          + u"))"_s);
    }
    if (query.action)
        addText(u"action"_s, nameOf(*query.action));
    // Instants of fixed width, so that texts compare as times do.
    if (query.from.isValid())
        conditions.append(u"made_at >= "_s + dialect.bindText(sql, instantText(query.from)));
    if (query.to.isValid())
        conditions.append(u"made_at < "_s + dialect.bindText(sql, instantText(query.to)));
    if (!query.reason.isEmpty()) {
        Column reason;
        reason.name = u"reason"_s;
        reason.type = ColumnType::Text;
        conditions.append(dialect.contains(sql, reason, query.reason));
    }
    if (!query.visible.isEmpty())
        conditions.append(u'(' + query.visible + u')');
    if (query.after) {
        const QString at = instantText(query.after->madeAt);
        const QString before = dialect.bindText(sql, at);
        const QString same = dialect.bindText(sql, at);
        const QString nextWriter = dialect.bindText(sql, query.after->writerId);
        const QString sameWriter = dialect.bindText(sql, query.after->writerId);
        const QString sequence = dialect.bindInteger(sql, query.after->sequence);
        conditions.append(u"(made_at < "_s + before + u" OR (made_at = "_s + same + u" AND (writer_id > "_s + nextWriter
                          + u" OR (writer_id = "_s + sameWriter + u" AND sequence < "_s + sequence + u"))))"_s);
    }
    sql.text = u"SELECT "_s + entryColumns() + u" FROM "_s + journalTable(connection) + u" AS j"_s
        + (conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s))
        + u" ORDER BY made_at DESC, writer_id, j.sequence DESC LIMIT "_s + QString::number(query.limit);
    QList<JournalEntry> entries;
    const Result<void> done = connection.forEach(sql, [&entries, &query](const Row &row) {
        entries.append(entryOf(row));
        JournalNote &note = entries.last().note;
        if (!query.rowKey.isEmpty() && note.rowKey.isNull())
            note = rowNoteOf(note, query.rowKey);
        return true;
    });
    if (!done)
        return done.error();
    return entries;
}

Result<QList<JournalPerson>> readJournalPeople(Connection &connection, const QString &visible)
{
    // A member whose name was changed is listed once, under the latest one.
    const Result<QList<Row>> rows =
        connection.rows({u"SELECT CAST(staff_id AS text), staff_name, role, max(made_at) FROM "_s
                             + journalTable(connection) + (visible.isEmpty() ? QString() : u" WHERE "_s + visible)
                             + u" GROUP BY staff_id, staff_name, role ORDER BY 4 DESC"_s,
                         {}});
    if (!rows)
        return rows.error();
    QList<JournalPerson> people;
    for (const Row &row : *rows) {
        const JournalPerson person{row.at(0), row.at(0).isNull() ? row.at(2).text() : row.at(1).text()};
        const bool isKnown = std::any_of(people.cbegin(), people.cend(), [&person](const JournalPerson &other) {
            return person.staffId == other.staffId && (!person.staffId.isNull() || person.name == other.name);
        });
        if (!isKnown)
            people.append(person);
    }
    std::stable_sort(people.begin(), people.end(), [](const JournalPerson &a, const JournalPerson &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return people;
}

Result<QList<JournalChain>> verifyJournal(Connection &connection, const std::function<bool(qint64)> &progress)
{
    QList<JournalChain> chains;
    QString previousHash;
    qint64 walked = 0;
    bool stopped = false;
    const Result<void> done =
        connection.forEach({u"SELECT "_s + entryColumns() + u" FROM "_s + journalTable(connection)
                                + u" AS j ORDER BY writer_id, j.sequence"_s,
                            {}},
                           [&](const Row &row) {
                               if (chains.isEmpty() || chains.last().writerId != row.first().text()) {
                                   chains.append({row.first().text(), 0, 0, {}});
                                   previousHash = beforeTheFirst;
                               }
                               JournalChain &chain = chains.last();
                               const qint64 sequence = row.at(1).text().toLongLong();
                               ++chain.entries;
                               const auto broken = [&](const QString &problem) {
                                   if (chain.brokenAt == 0) {
                                       chain.brokenAt = sequence;
                                       chain.problem = problem;
                                   }
                               };
                               // The texts as they stand in the table are hashed, not what they were read as.
                               if (sequence != chain.entries)
                                   broken(Text::tr("An entry before this one is missing."));
                               else if (row.at(15).text() != previousHash)
                                   broken(Text::tr("It does not follow the entry before it."));
                               else if (hashOfFields(row.first(15), row.at(15).text()) != row.at(16).text())
                                   broken(Text::tr("It was changed after it was written."));
                               previousHash = row.at(16).text();
                               if (++walked % progressStep == 0 && progress && !progress(walked))
                                   stopped = true;
                               return !stopped;
                           });
    if (!done)
        return done.error();
    if (stopped)
        return Error{ErrorKind::Cancelled, Text::tr("Cancelled."), {}};
    return chains;
}

} // namespace Ghar
