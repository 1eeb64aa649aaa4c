// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/migration.h"

#include "core/logging.h"
#include "database/deskmeta.h"
#include "database/introspection.h"
#include "database/transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Migration)
};

QStringList readStatements(int version, const QString &kind)
{
    QFile file(u":/ghar/sql/%1.%2.sql"_s.arg(version, 4, 10, QChar(u'0')).arg(kind));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened); // compiled in; the tests read all of them
    return statementsOf(QString::fromUtf8(file.readAll()));
}

/// A name beside the file that nothing has yet.
QString backupName(const QString &path, int version, const QDateTime &now)
{
    const QFileInfo info(path);
    const QString stem = info.dir().filePath(info.completeBaseName()) + u".version-%1-"_s.arg(version)
        + now.toString(u"yyyyMMdd-HHmmss"_s);
    QString name = stem + u".sqlite"_s;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = stem + u"-%1.sqlite"_s.arg(i);
    return name;
}

/// Copies the database, including what is still in its log.
Result<void> copyDatabase(Connection &connection, const QString &to)
{
    Sql sql;
    sql.text = u"VACUUM INTO "_s + connection.dialect().bindText(sql, to);
    const Result<qint64> done = connection.execute(sql);
    if (!done) {
        QFile::remove(to);
        return done.error();
    }
    return {};
}

Result<int> versionOf(Connection &connection)
{
    Sql sql;
    sql.text = u"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = "_s
        + connection.dialect().bindText(sql, u"desk_meta"_s);
    const Result<Value> tables = connection.scalar(sql);
    if (!tables)
        return tables.error();
    if (tables->text() == "0"_L1)
        return 0;
    const Result<QString> version = readMeta(connection, u"schema_version"_s);
    if (!version)
        return version.error();
    return version->toInt();
}

} // namespace

const QList<Migration> &migrations()
{
    static const QList<Migration> steps = [] {
        QList<Migration> list;
        for (int version = 2; version <= currentSchemaVersion; ++version)
            list.append({version, readStatements(version, u"sqlite"_s), readStatements(version, u"postgres"_s)});
        return list;
    }();
    return steps;
}

QStringList statementsOf(const QString &text)
{
    QStringList statements;
    QStringList lines;
    const auto finish = [&] {
        const QString statement = lines.join(u'\n').trimmed();
        if (!statement.isEmpty())
            statements.append(statement);
        lines.clear();
    };
    for (const QString &line : text.split(u'\n')) {
        if (line.trimmed() == "-- next statement"_L1)
            finish();
        else if (!line.startsWith("--"_L1))
            lines.append(line);
    }
    finish();
    return statements;
}

Result<void> applyMigration(Connection &connection, const Migration &step)
{
    for (const QString &statement : connection.dialect().isPostgres() ? step.postgres : step.sqlite) {
        if (const Result<void> done = connection.run(statement); !done)
            return done;
    }
    return writeMeta(connection, u"schema_version"_s, QString::number(step.version));
}

Result<void> refuseNewerSchema(const Connection &connection, int version)
{
    if (version <= currentSchemaVersion)
        return {};
    const QString where = connection.dialect().isPostgres() ? Text::tr("This database")
                                                            : QDir::toNativeSeparators(connection.profile().file);
    return Error{ErrorKind::NewerSchema,
                 Text::tr("%1 was made by a newer Ghar Desk (version %2 of its tables, this program knows %3). Nothing "
                          "was changed; install the newer program.")
                     .arg(where)
                     .arg(version)
                     .arg(currentSchemaVersion),
                 {}};
}

Result<MigrationReport> updateFile(const Profile &profile, const QDateTime &now, const QList<Migration> &steps)
{
    MigrationReport report;
    if (profile.kind != Profile::Kind::Sqlite || !QFileInfo::exists(profile.file) || steps.isEmpty())
        return report;
    {
        Result<std::unique_ptr<Connection>> reader = Connection::open(profile, Access::ReadOnly);
        if (!reader)
            return reader.error();
        const Result<int> version = versionOf(**reader);
        if (!version)
            return version.error();
        report.from = report.to = *version;
    }
    if (report.from == 0 || report.from >= steps.last().version)
        return report;

    const QFileInfo info(profile.file);
    const QString shown = QDir::toNativeSeparators(profile.file);
    if (!info.isWritable() || !QFileInfo(info.absolutePath()).isWritable()) {
        report.notice =
            Text::tr("%1 was made by an older Ghar Desk and cannot be written by you, so it was not brought "
                     "up to date. You can read everything in it.")
                .arg(shown);
        return report;
    }
    Result<std::unique_ptr<Connection>> writer = Connection::open(profile, Access::ReadWrite);
    if (!writer)
        return writer.error();
    const QString backup = backupName(profile.file, report.from, now);
    if (const Result<void> copied = copyDatabase(**writer, backup); !copied) {
        qCInfo(lcDatabase) << "The copy before a migration failed:" << copied.error().detail;
        report.notice =
            Text::tr("%1 was made by an older Ghar Desk. It was not brought up to date, because no copy of it "
                     "could be made first: %2 You can read everything in it.")
                .arg(shown, copied.error().userText);
        return report;
    }
    report.backup = backup;
    for (const Migration &step : steps) {
        if (step.version <= report.to)
            continue;
        Transaction transaction(**writer);
        Result<void> done = transaction.begin();
        // Another desk may have been faster.
        const Result<int> present = done ? versionOf(**writer) : Result<int>(done.error());
        if (present && *present >= step.version) {
            report.to = *present;
            continue;
        }
        if (done)
            done = present ? applyMigration(**writer, step) : Result<void>(present.error());
        if (done)
            done = transaction.commit();
        if (!done)
            return Error{done.error().kind,
                         Text::tr("%1 could not be brought up to date (version %2 of its tables): %3 It is as it was "
                                  "before this step, and a copy from before is in %4.")
                             .arg(shown)
                             .arg(step.version)
                             .arg(done.error().userText, QDir::toNativeSeparators(backup)),
                         done.error().detail};
        report.to = step.version;
    }
    report.notice =
        Text::tr("%1 was made by an older Ghar Desk and was brought up to date. A copy from before is in %2.")
            .arg(shown, QDir::toNativeSeparators(backup));
    return report;
}

} // namespace Ghar
