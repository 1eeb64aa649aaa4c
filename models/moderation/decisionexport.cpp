// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/decisionexport.h"

#include "core/csvtext.h"
#include "core/instant.h"
#include "core/privatefile.h"
#include "database/connection.h"
#include "database/deskmeta.h"
#include "moderation/decisionselect.h"
#include "moderation/decisionstore.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DecisionExport)
};

constexpr qint64 progressStep = 1000;

/// Columns of the table that are written as they are.
const QStringList &plainColumns()
{
    static const QStringList names{u"id"_s,        u"decided_at"_s, u"action"_s,       u"state"_s,
                                   u"reason"_s,    u"note"_s,       u"until"_s,        u"subject_id"_s,
                                   u"staff_id"_s,  u"staff_name"_s, u"confirmed_by"_s, u"confirmed_name"_s,
                                   u"opened_at"_s, u"revises"_s,    u"revised_by"_s};
    return names;
}

QString itemsText(const Dialect &dialect)
{
    const QString joined =
        dialect.isPostgres() ? u"string_agg(i.item, ' ' ORDER BY i.item)"_s : u"group_concat(i.item, ' ')"_s;
    // SQLite joins in the order of the rows.
    return u"(SELECT "_s + joined + u" FROM (SELECT item FROM "_s + deskTable(dialect, u"decision_items"_s)
        + u" WHERE decision_id = d.id ORDER BY item) AS i)"_s;
}

} // namespace

Result<qint64> exportDecisions(Connection &connection, const LiveSchema &live, const QueueFilter &filter,
                               QIODevice &out, const std::function<bool(qint64)> &progress)
{
    if (!keepsDecisions(live))
        return noRoomForDecisions();
    const Dialect &dialect = connection.dialect();
    Sql sql;
    QStringList columns;
    for (const QString &name : plainColumns())
        columns.append(u"d."_s + name);
    sql.text = u"SELECT "_s + columns.join(u", "_s) + u", "_s + itemsText(dialect) + u", "_s
        + causeOfDecision(dialect, live) + fromDecisions(dialect) + u" WHERE "_s
        + decisionCondition(sql, dialect, live, filter) + u" ORDER BY d.decided_at DESC, d.id"_s;
    if (const Result<void> done =
            writeCsvLine(out, plainColumns() + QStringList{u"items"_s, u"cause"_s, u"seconds_to_decide"_s});
        !done)
        return done.error();
    const qsizetype decidedAt = plainColumns().indexOf(u"decided_at"_s);
    const qsizetype openedAt = plainColumns().indexOf(u"opened_at"_s);
    qint64 written = 0;
    std::optional<Error> error;
    const Result<void> read = connection.forEach(sql, [&](const Row &row) {
        QStringList fields;
        for (const Value &value : row)
            fields.append(value.text());
        const std::optional<QDateTime> opened = instantFromText(row.at(openedAt).text());
        const std::optional<QDateTime> decided = instantFromText(row.at(decidedAt).text());
        fields.append(opened && decided ? QString::number(opened->secsTo(*decided)) : QString());
        if (const Result<void> done = writeCsvLine(out, fields); !done)
            error = done.error();
        else if (++written % progressStep == 0 && progress && !progress(written))
            error = Error{ErrorKind::Cancelled, Text::tr("Stopped."), {}};
        return !error;
    });
    if (error)
        return *error;
    if (!read)
        return read.error();
    if (progress && !progress(written))
        return Error{ErrorKind::Cancelled, Text::tr("Stopped."), {}};
    return written;
}

Result<qint64> exportDecisionsToFile(Connection &connection, const LiveSchema &live, const QueueFilter &filter,
                                     const QString &path, const std::function<bool(qint64)> &progress)
{
    return writePrivateFile(path,
                            [&](QIODevice &out) { return exportDecisions(connection, live, filter, out, progress); });
}

} // namespace Ghar
