// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demojson.h"
#include "seed/demosocial.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

using namespace DemoSocial;

void writeMatches(DemoWorld &world, int block)
{
    DemoTable &table = world.writer.table(u"user_matches");
    for (int number = 0; number < matches; ++number) {
        const Pair pair = pairOf(world, block, number);
        DemoRow row = table.row();
        row.set(u"user_one_id", pair.first.id)
            .set(u"user_two_id", pair.second.id)
            .set(u"status",
                 number % 10 == 7       ? u"unmatched"_s
                     : number % 10 == 8 ? u"blocked"_s
                                        : u"active"_s)
            .set(u"created_at", pairTime(world, number));
        if (number < 25 && world.listing(block, number * 2 + 1).created < pairTime(world, number))
            row.set(u"context_property_id", world.listing(block, number * 2 + 1).id);
        if (number % 10 == 7 || number % 10 == 8)
            row.set(u"updated_at", world.clock.ago(1, 200));
        row.write();
    }
}

QString conversationStatus(int number)
{
    if (number < matches)
        return number % 10 == 7 ? u"closed"_s : number % 10 == 8 ? u"blocked"_s : u"active"_s;
    if (number == archivedPair)
        return u"archived"_s;
    if (number == leftBlockedPair)
        return u"blocked"_s;
    return number % 13 == 0 ? u"closed"_s : u"active"_s;
}

/// One thread: the conversation with its last message, then the messages.
void writeThread(DemoWorld &world, int block, int number, const QStringList &lines)
{
    const Pair pair = pairOf(world, block, number);
    const DemoInstant start = pairTime(world, number).plusMinutes(12);
    const bool isInterest = number >= matches;
    const qint64 propertyId = isInterest ? world.listing(block, (number - matches) * 2 + 1).id : 0;
    const bool isEmpty = number == emptyPair;
    const DemoInstant last = start.plusMinutes(qint64(lines.size() - 1) * 17);
    DemoRow row = world.writer.table(u"user_conversations").row();
    row.set(u"user_one_id", pair.first.id)
        .set(u"user_two_id", pair.second.id)
        .set(u"created_by_user_id", isInterest ? pair.second.id : pair.first.id)
        .setKey(u"context_property_id", propertyId)
        .set(u"source", isInterest ? u"listing_interest"_s : u"profile_match"_s)
        .set(u"status", conversationStatus(number))
        .set(u"created_at", start);
    const bool endsWithPicture = number % 12 == 5;
    const bool endsWithVisit = number % 12 == 9;
    const QString picture =
        number % 24 == 5 ? u"ghar-demo:/photos/bed-and-window.jpg"_s : DemoWorld::mediaUrl(u"chat/photo.jpg");
    if (!isEmpty) {
        row.set(u"last_message_preview", endsWithPicture ? picture : lines.constLast())
            .set(u"last_message_at", last)
            .set(u"updated_at", last);
    }
    const qint64 conversationId = row.write();
    if (isEmpty)
        return;

    DemoTable &messages = world.writer.table(u"user_messages");
    for (int line = 0; line < lines.size(); ++line) {
        const bool isLast = line == lines.size() - 1;
        const DemoInstant when = start.plusMinutes(qint64(line) * 17);
        DemoRow message = messages.row();
        message.set(u"conversation_id", conversationId)
            .set(u"sender_id", line % 2 == (isInterest ? 1 : 0) ? pair.first.id : pair.second.id)
            .set(u"created_at", when);
        if (isLast && endsWithPicture) {
            message.set(u"message_type", u"image"_s).set(u"attachment_url", picture);
        } else {
            message.set(u"body", lines.at(line));
            if (isLast && endsWithVisit)
                message.set(u"message_type", u"visit_request"_s).set(u"metadata", u"{\"status\": \"requested\"}"_s);
            else if (line == 0 && number % 15 == 3)
                message.set(u"message_type", u"system"_s);
        }
        if (!isLast || number % 3 == 0)
            message.set(u"read_at", when.plusMinutes(9));
        message.write();
    }
}

void writeAnswers(DemoWorld &world, int block)
{
    DemoTable &table = world.writer.table(u"match_qna_answers");
    for (int number = 0; number < 22; ++number) {
        const Pair pair = pairOf(world, block, number);
        for (const DemoPerson *person : {&pair.first, &pair.second}) {
            if (number % 5 == 4 && person == &pair.second)
                continue; // only one side has answered
            DemoRow row = table.row();
            DemoRandom &random = row.random();
            row.set(u"match_id", qint64(block) * matches + number + 1)
                .set(u"user_id", person->id)
                .set(u"q1", random.pick(world.texts.list(u"social.q1")))
                .set(u"q2", random.pick(world.texts.list(u"social.q2")))
                .set(u"created_at", pairTime(world, number).plusMinutes(random.between(20, 900)));
            if (number % 4 != 3)
                row.set(u"q3", random.pick(world.texts.list(u"social.q3")));
            row.write();
        }
    }
}

void writeUserSwipe(DemoWorld &world, const DemoPerson &who, const DemoPerson &target, const QString &action,
                    DemoInstant when, qint64 propertyId)
{
    DemoRow row = world.writer.table(u"user_swipes").row();
    row.set(u"user_id", who.id)
        .set(u"target_user_id", target.id)
        .setKey(u"context_property_id", propertyId)
        .set(u"target_type", u"user"_s)
        .set(u"swipe_action", action)
        .set(u"is_liked", action != "pass"_L1)
        .set(u"created_at", when);
    row.write();
    if (action != "super_like"_L1)
        return;
    DemoRow used = world.writer.table(u"flatmate_super_like_usage").row();
    used.set(u"user_id", who.id)
        .set(u"target_user_id", target.id)
        .set(u"used_on", when.date())
        .set(u"created_at", when);
    used.write();
}

void writeSwipes(DemoWorld &world, int block)
{
    for (int number = 0; number < matches; ++number) {
        const Pair pair = pairOf(world, block, number);
        const DemoInstant when = pairTime(world, number);
        writeUserSwipe(world, pair.first, pair.second, number % 6 == 0 ? u"super_like"_s : u"like"_s,
                       when.plusMinutes(-300), 0);
        writeUserSwipe(world, pair.second, pair.first, u"like"_s, when, 0);
    }
    for (int number = 0; number < 80; ++number) {
        // One-sided: the other never looked back. Posters are seen together with their room.
        static const QStringList actions{u"pass"_s, u"pass"_s, u"like"_s, u"super_like"_s};
        const bool isPoster = number < 25;
        writeUserSwipe(world, world.flatmate(block, number + 30), world.flatmate(block, number), actions.at(number % 4),
                       world.clock.ago(number % 40, 200 + number),
                       isPoster ? world.listing(block, 2 * number + 1).id : 0);
    }
    DemoTable &table = world.writer.table(u"user_swipes");
    for (int number = 0; number < 210; ++number) {
        const int reader = number % 70;
        const DemoPerson &who = reader < 21 ? world.customer(block, reader) : world.flatmate(block, reader);
        // Three different listings for each person.
        const DemoListing &listing = world.listing(block, (reader * 11 + number / 70 * 83) % DemoCast::listings);
        if (listing.ownerId == who.id)
            continue;
        const QString action = number % 4 == 1 ? u"pass"_s : number % 9 == 0 ? u"super_like"_s : u"like"_s;
        DemoRow row = table.row();
        row.set(u"user_id", who.id)
            .set(u"property_id", listing.id)
            .set(u"target_type", u"property"_s)
            .set(u"swipe_action", action)
            .set(u"is_liked", action != "pass"_L1)
            .set(u"created_at", world.clock.ago(row.random().between(0, 120), row.random().between(0, 380)));
        row.write();
    }
}

void writeViews(DemoWorld &world, int block)
{
    static const QStringList sources{u"swipe_deck"_s, u"swipe_deck"_s, u"match_list"_s, u"conversation"_s};
    DemoTable &table = world.writer.table(u"flatmate_profile_view_events");
    for (int number = 0; number < 120; ++number) {
        DemoRow row = table.row();
        DemoRandom &random = row.random();
        // Posters sit in front, so that a listing in context belongs to the person viewed.
        const int viewed = number % 30;
        row.set(u"viewer_user_id", world.flatmate(block, 30 + number % 80).id)
            .set(u"viewed_user_id", world.flatmate(block, viewed).id)
            .set(u"source", sources.at(number % 4))
            .set(u"duration_seconds", random.between(0, 240))
            .set(u"created_at", world.clock.ago(random.between(0, 45), random.between(0, 380)));
        if (number % 3 == 0 && viewed * 2 + 1 != 51)
            row.set(u"context_property_id", world.listing(block, viewed * 2 + 1).id);
        if (number % 8 != 0)
            row.set(u"scroll_depth_percent", random.between(0, 100));
        row.write();
    }
}

} // namespace

DemoSocial::Pair DemoSocial::pairOf(const DemoWorld &world, int block, int number)
{
    if (number < matches)
        return {world.flatmate(block, number), world.flatmate(block, number + 60)};
    return {world.flatmate(block, number - matches), world.flatmate(block, number - matches + 100)};
}

DemoInstant DemoSocial::pairTime(const DemoWorld &world, int number)
{
    // Threads about a room are younger than the room.
    return world.clock.ago(number < matches ? 2 + number * 7 % 90 : number % 2, 120 + number * 3);
}

void makeDemoFlatmates(DemoWorld &world)
{
    const QJsonArray &records = world.texts.records(u"social.threads");
    QList<QStringList> threads;
    for (const QJsonValue &record : records) {
        QStringList lines;
        const QJsonArray list = record[u"lines"_s].toArray();
        for (const QJsonValue &line : list)
            lines.append(line.toString());
        threads.append(lines);
    }
    for (int block = 0; block < world.scale; ++block) {
        writeMatches(world, block);
        for (int number = 0; number < conversations; ++number)
            writeThread(world, block, number, threads.at(number * 3 % threads.size()));
        writeAnswers(world, block);
        writeSwipes(world, block);
        writeViews(world, block);
    }
}

} // namespace Ghar
