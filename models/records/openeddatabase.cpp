// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/openeddatabase.h"

#include "database/introspection.h"
#include "records/localjournal.h"
#include "records/staffscope.h"
#include "schema/schemareader.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenedDatabase)
};

/// Finds out what became of changes that were open when the desk ended; the sentence for the person, or nothing.
Result<QString> resolveOpenChanges(Connection &connection, const LiveSchema &live, const QString &path)
{
    const Result<std::unique_ptr<LocalJournal>> journal = LocalJournal::open(path);
    if (!journal)
        return journal.error();
    const Result<ResolvedIntents> resolved = (*journal)->resolveAll(connection, live);
    if (!resolved)
        return resolved.error();
    QStringList sentences;
    if (resolved->committed > 0)
        sentences.append(Text::tr("%n change(s) whose end was not known had been committed and are in the journal now.",
                                  nullptr, resolved->committed));
    if (resolved->dropped > 0)
        sentences.append(
            Text::tr("%n change(s) whose end was not known had not been committed.", nullptr, resolved->dropped));
    if (resolved->open > 0)
        sentences.append(Text::tr("The end of %n change(s) is not known yet.", nullptr, resolved->open));
    return sentences.join(u' ');
}

} // namespace

Result<OpenedDatabase> lookIntoDatabase(Connection &connection, const Value &staffId)
{
    Result<LiveSchemaPtr> live = introspect(connection, platformSchema());
    if (!live)
        return live.error();
    const Result<JournalRoom> room = journalRoom(connection);
    if (!room)
        return room.error();
    OpenedDatabase opened;
    opened.schema = *live;
    // A journal whose table of facts may not be read is one that cannot be used.
    opened.journal = *room == JournalRoom::There && !(*live)->hasJournal() ? JournalRoom::NoRights : *room;
    if (const QString path = localJournalPath(connection.profile()); QFileInfo::exists(path)) {
        const Result<QString> found = resolveOpenChanges(connection, **live, path);
        if (!found)
            opened.notices.append(found.error().userText);
        else if (!found->isEmpty())
            opened.notices.append(*found);
        if (opened.journal != JournalRoom::There) {
            auto local = std::make_shared<LiveSchema>(**live);
            local->localJournal = path;
            opened.schema = local;
        }
    }
    if (staffId.isNull())
        return opened;
    const Result<StaffMember> member = readStaffMember(connection, *opened.schema, staffId.text().toLongLong());
    if (!member && member.error().kind != ErrorKind::NotFound && member.error().kind != ErrorKind::Permission)
        return member.error();
    if (member)
        opened.staff = *member;
    else
        opened.staffProblem = member.error().userText;
    const StaffScope scope = member ? StaffScope(*member) : StaffScope::nothing(opened.staffProblem);
    opened.schema = scope.narrowed(opened.schema);
    return opened;
}

} // namespace Ghar
