// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/journalcsv.h"

#include "core/csvtext.h"
#include "core/instant.h"
#include "core/privatefile.h"
#include "records/journalstore.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JournalCsv)
};

constexpr int pageSize = 500;

/// The heading and the fields of lineOf() in one order.
const QStringList &headings()
{
    static const QStringList names{u"made_at"_s, u"staff_id"_s, u"staff_name"_s, u"role"_s,   u"origin"_s, u"reason"_s,
                                   u"action"_s,  u"table"_s,    u"key"_s,        u"before"_s, u"after"_s,  u"change"_s,
                                   u"reverts"_s, u"writer"_s,   u"sequence"_s,   u"hash"_s};
    return names;
}

/// Dots in place of the values of persons. An import keeps the images of many rows in one, by their keys.
void mask(QJsonObject &object, const LiveTable *table)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const Column *column = table ? table->table.column(it.key()) : nullptr;
        if (it->isObject()) {
            QJsonObject inner = it->toObject();
            mask(inner, table);
            *it = inner;
        } else if ((!column || column->sensitivity != Sensitivity::None) && it->isString()) {
            *it = u"••••"_s;
        }
    }
}

/// The image with dots for the values of persons; of a table that is not known any more nothing but dots.
QString shownImage(const LiveSchemaPtr &masked, const QString &tableName, const Value &image)
{
    if (!masked || image.isNull())
        return image.text();
    QJsonObject object = QJsonDocument::fromJson(image.text().toUtf8()).object();
    mask(object, masked->all().table(tableName));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QStringList fieldsOf(const JournalEntry &entry, const LiveSchemaPtr &masked)
{
    const ChangeHeader &header = entry.header;
    return {instantText(header.madeAt),
            header.staffId.text(),
            header.staffName.text(),
            header.role,
            header.origin,
            header.reason,
            nameOf(entry.note.action),
            entry.note.table,
            entry.note.rowKey.text(),
            shownImage(masked, entry.note.table, entry.note.before),
            shownImage(masked, entry.note.table, entry.note.after),
            header.changeId,
            header.reverts.text(),
            header.writerId,
            QString::number(entry.sequence),
            entry.hash};
}

} // namespace

Result<qint64> exportJournalCsv(Connection &journal, JournalQuery query, QIODevice &out,
                                const std::function<bool(qint64)> &progress, const LiveSchemaPtr &masked)
{
    query.limit = pageSize;
    if (const Result<void> done = writeCsvLine(out, headings()); !done)
        return done.error();
    qint64 written = 0;
    for (;;) {
        const Result<QList<JournalEntry>> page = readJournal(journal, query);
        if (!page)
            return page.error();
        for (const JournalEntry &entry : *page) {
            if (const Result<void> done = writeCsvLine(out, fieldsOf(entry, masked)); !done)
                return done.error();
        }
        written += page->size();
        if (progress && !progress(written))
            return Error{ErrorKind::Cancelled, Text::tr("Stopped."), {}};
        if (page->size() < pageSize)
            return written;
        query.after = placeOf(page->last());
    }
}

Result<qint64> exportJournalToFile(Connection &connection, const LiveSchema &live, const JournalQuery &query,
                                   const QString &path, const std::function<bool(qint64)> &progress,
                                   const LiveSchemaPtr &masked)
{
    return writePrivateFile(path, [&](QIODevice &out) {
        return withJournal(connection, live, [&](Connection &journal) {
            return exportJournalCsv(journal, query, out, progress, masked);
        });
    });
}

} // namespace Ghar
