// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/moderationqueue.h"

#include "moderation/queuereader.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct QueueName
{
    ModerationQueue queue;
    QString name;
};

const QList<QueueName> &queueNames()
{
    static const QList<QueueName> names{
        {ModerationQueue::Reports, u"reports"_s},           {ModerationQueue::Escalated, u"escalated"_s},
        {ModerationQueue::Listings, u"listings"_s},         {ModerationQueue::Waiting, u"waiting"_s},
        {ModerationQueue::Bypassed, u"bypassed"_s},         {ModerationQueue::Profiles, u"profiles"_s},
        {ModerationQueue::Restrictions, u"restrictions"_s}, {ModerationQueue::Decided, u"decided"_s}};
    return names;
}

std::unique_ptr<QueueReader> readerFor(Connection &connection, const LiveSchema &live, const QueueQuery &query)
{
    switch (query.queue) {
    case ModerationQueue::Reports:
    case ModerationQueue::Escalated:
        return makeReportQueue(connection, live, query);
    case ModerationQueue::Listings:
    case ModerationQueue::Waiting:
    case ModerationQueue::Bypassed:
        return makeListingQueue(connection, live, query);
    case ModerationQueue::Profiles:
        return makeProfileQueue(connection, live, query);
    case ModerationQueue::Restrictions:
        return makeRestrictionQueue(connection, live, query);
    case ModerationQueue::Decided:
        return makeDecidedQueue(connection, live, query);
    }
    Q_UNREACHABLE();
}

} // namespace

const QList<ModerationQueue> &allModerationQueues()
{
    static const QList<ModerationQueue> queues = [] {
        QList<ModerationQueue> list;
        for (const QueueName &known : queueNames())
            list.append(known.queue);
        return list;
    }();
    return queues;
}

QString nameOf(ModerationQueue queue)
{
    return queueNames().at(int(queue)).name;
}

std::optional<ModerationQueue> moderationQueueNamed(const QString &name)
{
    for (const QueueName &known : queueNames()) {
        if (known.name == name)
            return known.queue;
    }
    return std::nullopt;
}

QString carriedOut()
{
    return u"carried-out"_s;
}

Result<QueuePage> readQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query)
{
    return readerFor(connection, live, query)->page();
}

Result<QueueCount> countQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query)
{
    return readerFor(connection, live, query)->count();
}

Result<QList<qint64>> countItems(Connection &connection, const LiveSchema &live, const QueueQuery &query,
                                 const QList<QueueFilter> &filters)
{
    return readerFor(connection, live, query)->countAll(filters);
}

} // namespace Ghar
