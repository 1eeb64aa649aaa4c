// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Decides every open report of a PostgreSQL database, as fast as it can, and prints one line for each that it decided.
#include "database/connection.h"
#include "database/introspection.h"
#include "moderation/decision.h"
#include "moderation/moderationclaim.h"
#include "moderation/moderationqueue.h"
#include "schema/schemareader.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QUuid>

#include <cstdio>

using namespace Ghar;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Profile profile;
    profile.kind = Profile::Kind::Postgres;
    profile.connInfo = arguments.value(1);
    const Value moderator(arguments.value(2));
    const bool claims = arguments.value(3) == "claim"_L1;
    const auto connection = Connection::open(profile, Access::ReadWrite);
    const Result<LiveSchemaPtr> live = connection ? introspect(**connection, platformSchema()) : connection.error();
    if (!live) {
        std::fprintf(stderr, "%s\n", qPrintable(live.error().userText));
        return 1;
    }
    QueueQuery query;
    query.now = QDateTime::currentDateTimeUtc();
    const Result<QueuePage> page = readQueue(**connection, **live, query);
    if (!page) {
        std::fprintf(stderr, "%s\n", qPrintable(page.error().userText + page.error().detail));
        return 1;
    }
    // Both are ready before either begins.
    std::puts("ready");
    std::fflush(stdout);
    (void)std::getchar();
    const QString holder = QUuid::createUuid().toString(QUuid::WithoutBraces);
    for (const QueueItem &item : page->items) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        if (claims) {
            const Result<ModerationClaim> claim =
                claimItem(**connection, {item.item, holder, moderator, moderator.text(), now, now.addSecs(60)});
            if (!claim || claim->holder != holder)
                continue;
        }
        DecisionRequest request;
        request.items = item.group;
        request.action = ModerationAction::Warn;
        request.reason = u"race"_s;
        request.note = u"by "_s + moderator.text();
        request.moderator = moderator.text().toLongLong();
        request.moderatorName = moderator.text();
        request.now = now;
        ChangeHeader header;
        header.changeId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        header.writerId = holder;
        header.madeAt = now;
        header.origin = u"moderation"_s;
        header.reason = request.reason;
        header.staffId = moderator;
        header.staffName = moderator;
        const Result<DecisionOutcome> outcome = decide(**connection, **live, request, header, holder);
        if (outcome)
            std::printf("%s\n", qPrintable(item.item.text()));
        else if (outcome.error().kind != ErrorKind::Refused)
            std::printf("failed %s: %s\n", qPrintable(item.item.text()),
                        qPrintable(outcome.error().userText + u' ' + outcome.error().detail));
    }
    return 0;
}
