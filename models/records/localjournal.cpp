// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/localjournal.h"

#include "core/instant.h"
#include "database/conninfo.h"
#include "database/deskmeta.h"
#include "database/liveschema.h"
#include "database/migration.h"
#include "database/transaction.h"
#include "records/originalrow.h"
#include "records/rowkey.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LocalJournal)
};

const QString intentTable = u"desk_intents"_s;

QJsonValue jsonOf(const Value &value)
{
    return value.isNull() ? QJsonValue() : QJsonValue(value.text());
}

Value valueOf(const QJsonValue &json)
{
    return json.isString() ? Value(json.toString()) : Value::null();
}

QString textOf(const ChangeHeader &header, const QList<JournalNote> &notes)
{
    QJsonArray array;
    for (const JournalNote &note : notes)
        array.append(
            QJsonArray{nameOf(note.action), note.table, jsonOf(note.rowKey), jsonOf(note.before), jsonOf(note.after)});
    const QJsonObject object{{u"change_id"_s, header.changeId},
                             {u"writer_id"_s, header.writerId},
                             {u"made_at"_s, instantText(header.madeAt)},
                             {u"role"_s, header.role},
                             {u"staff_id"_s, jsonOf(header.staffId)},
                             {u"staff_name"_s, jsonOf(header.staffName)},
                             {u"origin"_s, header.origin},
                             {u"reason"_s, header.reason},
                             {u"reverts"_s, jsonOf(header.reverts)},
                             {u"notes"_s, array}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ChangeHeader headerOf(const QJsonObject &object)
{
    ChangeHeader header;
    header.changeId = object.value("change_id"_L1).toString();
    header.writerId = object.value("writer_id"_L1).toString();
    header.madeAt = instantFromText(object.value("made_at"_L1).toString()).value_or(QDateTime());
    header.role = object.value("role"_L1).toString();
    header.staffId = valueOf(object.value("staff_id"_L1));
    header.staffName = valueOf(object.value("staff_name"_L1));
    header.origin = object.value("origin"_L1).toString();
    header.reason = object.value("reason"_L1).toString();
    header.reverts = valueOf(object.value("reverts"_L1));
    return header;
}

QList<JournalNote> notesOf(const QJsonArray &array)
{
    QList<JournalNote> notes;
    for (const QJsonValue &value : array) {
        const QJsonArray fields = value.toArray();
        notes.append({journalActionNamed(fields.at(0).toString()), fields.at(1).toString(), valueOf(fields.at(2)),
                      valueOf(fields.at(3)), valueOf(fields.at(4))});
    }
    return notes;
}

/// Whether the row is as the note says it became. Columns that the platform stamps by itself say nothing.
Result<bool> isAsNoted(Connection &database, const LiveTable &table, const JournalNote &note)
{
    const QJsonObject after = QJsonDocument::fromJson(note.after.text().toUtf8()).object();
    // An edited key is found under its new value.
    const Result<Row> noted = rowKeyFromText(table, note.rowKey.text());
    if (!noted)
        return noted.error();
    Row key = *noted;
    for (qsizetype i = 0; i < table.table.primaryKey.size(); ++i) {
        if (const QJsonValue part = after.value(table.table.primaryKey.at(i)); part.isString())
            key[i] = Value(part.toString());
    }
    const Result<std::optional<OriginalRow>> row = readOriginal(database, table, key);
    if (!row)
        return row.error();
    if (note.after.isNull() || !*row)
        return note.after.isNull() && !*row;
    for (auto it = after.constBegin(); it != after.constEnd(); ++it) {
        const Column *column = table.table.column(it.key());
        if (column && !column->setOnUpdate
            && !isSameValue(*column, valueOf(it.value()), (*row)->values.value(it.key())))
            return false;
    }
    return true;
}

} // namespace

QString databaseKey(const Profile &profile)
{
    QString place = u"sqlite "_s + QFileInfo(profile.file).absoluteFilePath();
    if (profile.kind == Profile::Kind::Postgres) {
        const Result<ConnInfo> info = parseConnInfo(profile.connInfo);
        place = info ? u"postgres %1 %2 %3"_s.arg(info->host, info->port, info->database)
                     : u"postgres "_s + profile.connInfo;
    }
    return QString::fromLatin1(QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().first(32));
}

QString localJournalPath(const Profile &profile)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/journals/"_s
        + databaseKey(profile) + u".sqlite"_s;
}

Result<std::unique_ptr<LocalJournal>> LocalJournal::open(const QString &path, bool create)
{
    const bool isNew = !QFileInfo::exists(path);
    if (isNew && create) {
        QFile file(path);
        if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !file.open(QIODevice::WriteOnly)
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return Error{ErrorKind::Permission,
                         Text::tr("The journal on this computer (%1) cannot be made, and nothing is changed without "
                                  "one: %2")
                             .arg(QDir::toNativeSeparators(path), file.errorString()),
                         file.errorString()};
    }
    Profile profile;
    profile.file = path;
    profile.name = path;
    Result<std::unique_ptr<Connection>> file = Connection::open(profile, Access::ReadWrite);
    if (!file)
        return Error{file.error().kind,
                     Text::tr("The journal on this computer cannot be used, and nothing is changed without one: %1")
                         .arg(file.error().userText),
                     file.error().detail};
    // An intent has to survive a power cut, not only the end of the program.
    if (const Result<void> safe = (*file)->run(u"PRAGMA synchronous = FULL"_s); !safe)
        return safe.error();
    if (isNew) {
        Transaction transaction(**file);
        if (const Result<void> begun = transaction.begin(); !begun)
            return begun.error();
        QStringList statements{u"CREATE TABLE "_s + deskTable((*file)->dialect(), u"meta"_s)
                               + u" (key TEXT PRIMARY KEY, value TEXT NOT NULL)"_s};
        statements.append(u"CREATE TABLE "_s + intentTable
                          + u" (change_id TEXT PRIMARY KEY, transaction_id TEXT NOT NULL, content TEXT NOT NULL)"_s);
        for (const QString &statement : std::as_const(statements)) {
            if (const Result<void> done = (*file)->run(statement); !done)
                return done.error();
        }
        for (const Migration &step : migrations()) {
            if (const Result<void> done = applyMigration(**file, step); !done)
                return done.error();
        }
        if (const Result<void> done = transaction.commit(); !done)
            return done.error();
    }
    return std::unique_ptr<LocalJournal>(new LocalJournal(std::move(file).value()));
}

Result<void> LocalJournal::keep(Connection &database, const ChangeHeader &header, const QList<JournalNote> &notes)
{
    QString number;
    if (database.dialect().isPostgres()) {
        const Result<Value> transaction = database.scalar({u"SELECT CAST(pg_current_xact_id() AS text)"_s, {}});
        if (!transaction)
            return transaction.error();
        number = transaction->text();
    }
    Sql sql;
    QStringList values;
    for (const QString &text : {header.changeId, number, textOf(header, notes)})
        values.append(m_file->dialect().bindText(sql, text));
    sql.text = u"INSERT INTO "_s + intentTable + u" (change_id, transaction_id, content) VALUES ("_s
        + values.join(u", "_s) + u')';
    const Result<qint64> done = m_file->execute(sql);
    if (!done)
        return done.error();
    return {};
}

Result<std::optional<LocalJournal::Intent>> LocalJournal::readIntent(const QString &changeId)
{
    Sql sql;
    sql.text = u"SELECT transaction_id, content FROM "_s + intentTable + u" WHERE change_id = "_s
        + m_file->dialect().bindText(sql, changeId);
    const Result<std::optional<Row>> row = m_file->firstRow(sql);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Intent>();
    const QJsonObject content = QJsonDocument::fromJson((*row)->at(1).text().toUtf8()).object();
    return std::optional(Intent{headerOf(content), notesOf(content.value("notes"_L1).toArray()), (*row)->at(0).text()});
}

Result<void> LocalJournal::settle(const QString &changeId, bool committed)
{
    Transaction transaction(*m_file);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun.error();
    const Result<std::optional<Intent>> intent = readIntent(changeId);
    if (!intent)
        return intent.error();
    if (!*intent)
        return {};
    if (committed) {
        if (const Result<void> kept = appendToJournal(*m_file, (*intent)->header, (*intent)->notes); !kept)
            return kept.error();
    }
    Sql sql;
    sql.text = u"DELETE FROM "_s + intentTable + u" WHERE change_id = "_s + m_file->dialect().bindText(sql, changeId);
    if (const Result<qint64> done = m_file->execute(sql); !done)
        return done.error();
    return transaction.commit();
}

Result<LocalJournal::Outcome> LocalJournal::outcomeOf(Connection &database, const LiveSchema &live,
                                                      const Intent &intent)
{
    if (!intent.transaction.isEmpty() && database.dialect().isPostgres()) {
        Sql sql;
        sql.text =
            u"SELECT pg_xact_status(CAST("_s + database.dialect().bindText(sql, intent.transaction) + u" AS xid8))"_s;
        const Result<Value> status = database.scalar(sql);
        // A number from the future is an error: the server was put back to an older state, so the rows have to tell.
        if (!status && status.error().kind == ErrorKind::ConnectionLost)
            return status.error();
        if (status && status->text() == "committed"_L1)
            return Outcome::Committed;
        if (status && status->text() == "aborted"_L1)
            return Outcome::NotCommitted;
        if (status && status->text() == "in progress"_L1)
            return Outcome::Unknown;
    }
    for (const JournalNote &note : intent.notes) {
        const LiveTable *table = live.all().table(note.table);
        if (!table || note.rowKey.isNull())
            return Outcome::Unknown;
        const Result<bool> same = isAsNoted(database, *table, note);
        if (!same)
            return same.error();
        if (!*same)
            return Outcome::NotCommitted;
    }
    return Outcome::Committed;
}

Result<bool> LocalJournal::wasCommitted(Connection &database, const LiveSchema &live, const QString &changeId)
{
    const Result<std::optional<Intent>> intent = readIntent(changeId);
    if (!intent)
        return intent.error();
    if (!*intent)
        return isInJournal(*m_file, changeId); // settled before, or never begun
    const Result<Outcome> outcome = outcomeOf(database, live, **intent);
    if (!outcome)
        return outcome.error();
    if (*outcome == Outcome::Unknown)
        return Error{
            ErrorKind::Busy, Text::tr("The server has not ended that transaction yet. Wait a moment and reload."), {}};
    const bool committed = *outcome == Outcome::Committed;
    if (const Result<void> settled = settle(changeId, committed); !settled)
        return settled.error();
    return committed;
}

Result<QStringList> LocalJournal::openIntents()
{
    const Result<QList<Row>> rows =
        m_file->rows({u"SELECT change_id FROM "_s + intentTable + u" ORDER BY rowid"_s, {}});
    if (!rows)
        return rows.error();
    QStringList ids;
    for (const Row &row : *rows)
        ids.append(row.first().text());
    return ids;
}

Result<ResolvedIntents> LocalJournal::resolveAll(Connection &database, const LiveSchema &live)
{
    const Result<QStringList> ids = openIntents();
    if (!ids)
        return ids.error();
    ResolvedIntents resolved;
    for (const QString &id : *ids) {
        const Result<bool> committed = wasCommitted(database, live, id);
        if (!committed && committed.error().kind == ErrorKind::ConnectionLost)
            return committed.error();
        if (!committed)
            ++resolved.open;
        else if (*committed)
            ++resolved.committed;
        else
            ++resolved.dropped;
    }
    return resolved;
}

} // namespace Ghar
