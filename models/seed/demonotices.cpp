// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demojson.h"
#include "seed/demoworld.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

void writeThread(DemoWorld &world, int block, int number)
{
    static const QStringList apps{u"flatmates"_s, u"pm"_s, u"real_estate"_s, u"stays"_s};
    static const QStringList sources{u"listing_interest"_s, u"lease_inquiry"_s, u"property_inquiry"_s,
                                     u"booking_inquiry"_s,  u"profile_match"_s, u"other"_s};
    static const QStringList statuses{u"active"_s, u"active"_s, u"archived"_s, u"active"_s, u"closed"_s, u"blocked"_s};
    const QStringList &lines = world.texts.list(u"assistant.lines");
    const DemoPerson &asks = world.customer(block, number);
    const DemoListing &listing = world.listing(block, 60 + number * 5);
    const DemoPerson &owner = world.personById(listing.ownerId);
    const int count = number == 9 ? 0 : 2 + number % 4;
    const DemoInstant begin = world.clock.ago(1 + number * 2, 200);
    const DemoInstant last = begin.plusMinutes(qMax(0, count - 1) * 13);
    DemoRow row = world.writer.table(u"conversations").row();
    row.set(u"app", apps.at(number % 4))
        .set(u"created_by_user_id", asks.id)
        .set(u"status", statuses.at(number % 6))
        .set(u"source", sources.at(number % 6))
        .set(u"context_type", number % 7 == 6 ? Value::null() : Value(u"property"_s))
        .set(u"created_at", begin)
        .set(u"updated_at", last);
    if (number % 7 != 6)
        row.set(u"context_id", listing.id);
    if (number % 4 == 1)
        row.set(u"title", listing.title.left(255));
    if (count > 0)
        row.set(u"last_message_preview", lines.at((number + count - 1) % lines.size())).set(u"last_message_at", last);
    const qint64 id = row.write();

    QList<qint64> members{asks.id, owner.id};
    if (number % 5 == 0)
        members.append(world.admin(block, number).id);
    for (qsizetype i = 0; i < members.size(); ++i) {
        DemoRow member = world.writer.table(u"conversation_participants").row();
        member.set(u"conversation_id", id)
            .set(u"user_id", members.at(i))
            .set(u"role", i == 2 ? u"admin"_s : u"member"_s)
            .set(u"joined_at", begin);
        if (i != 1)
            member.set(u"last_read_at", last);
        if (number % 6 == 5 && i == 1)
            member.set(u"muted_at", last.plusDays(1));
        member.write();
    }
    static const QStringList kinds{u"text"_s, u"text"_s, u"image"_s, u"text"_s, u"system"_s, u"visit_request"_s};
    for (int line = 0; line < count; ++line) {
        DemoRow message = world.writer.table(u"messages").row();
        const QString &kind = line == 1 ? kinds.at(number % 6) : kinds.at(0);
        const DemoInstant when = begin.plusMinutes(line * 13);
        message.set(u"conversation_id", id)
            .set(u"message_type", kind)
            .set(u"created_at", when)
            .set(u"updated_at", when);
        if (kind != "system"_L1)
            message.set(u"sender_id", members.at(line % 2));
        if (kind == "image"_L1)
            message.set(u"attachment_url", DemoWorld::mediaUrl(u"chat/%1.jpg"_s.arg(id)));
        else
            message.set(u"body", lines.at((number + line) % lines.size()));
        if (kind == "visit_request"_L1)
            message.set(u"metadata", u"{\"status\": \"requested\"}"_s);
        if (line < count - 1)
            message.set(u"read_at", when.plusMinutes(5));
        message.write();
    }
}

/// People whose sign-in id is a UUID: only they can be addressed.
const DemoPerson &addressable(const DemoWorld &world, int block, int number)
{
    for (int slot = DemoCast::firstOwner + number % 180;; ++slot) {
        const DemoPerson &person = world.person(block, slot);
        if (person.hasAuthUuid)
            return person;
    }
}

QStringList writeTokens(DemoWorld &world, int block)
{
    static const QStringList platforms{u"android"_s, u"ios"_s, u"web"_s};
    QStringList keys;
    for (int number = 0; number < 30; ++number) {
        DemoRow row = world.writer.table(u"device_tokens").row();
        const int age = number % 6 == 5 ? 120 : number; // not seen for months
        row.set(u"token", u"demo-token-%1-%2"_s.arg(block).arg(number))
            .set(u"platform", platforms.at(number % 3))
            .set(u"app_version", u"2.%1.0"_s.arg(6 + number % 5))
            .set(u"locale", number % 4 ? u"en_IN"_s : u"hi_IN"_s)
            .set(u"is_active", number % 7 != 6)
            .set(u"last_seen", world.clock.ago(age, 200))
            .set(u"created_at", world.clock.ago(age + 60, 200));
        if (number % 10 != 9)
            row.set(u"user_id", addressable(world, block, number * 5).authId);
        keys.append(row.key());
        row.write();
    }
    return keys;
}

void writeNotification(DemoWorld &world, int block, int number, const QStringList &tokens)
{
    const QJsonArray &notices = world.texts.records(u"assistant.notices");
    const QJsonObject notice = notices.at(number % notices.size()).toObject();
    const QString type = notice[u"key"_s].toString();
    DemoRow row = world.writer.table(u"notifications").row();
    const DemoInstant when = world.clock.ago(number * 7 % 60, 150 + number);
    const bool isBroadcast = type == "admin_broadcast"_L1 || type == "policy_update"_L1;
    const bool isRead = number % 3 == 0;
    DemoJson data;
    data.openObject(u"_meta")
        .put(u"type_key", type)
        .put(u"channel", u"push")
        .put(u"priority", notice[u"priority"_s].toString())
        .close();
    data.put(u"is_read", isRead);
    if (isRead)
        data.put(u"read_at", when.plusMinutes(31).isoText());
    if (type.contains("listing"_L1))
        data.put(u"route", u"/post").put(u"listing_id", world.listing(block, number % 50).id);
    else if (type.contains("report"_L1) || type.contains("chat"_L1))
        data.put(u"route", u"/chats");
    else if (type.contains("account"_L1))
        data.put(u"route", u"/profile");
    row.set(u"title", notice[u"title"_s].toString())
        .set(u"body", notice[u"body"_s].toString())
        .set(u"data", data.text())
        .set(u"created_at", when);
    static const QStringList wide{u"all"_s, u"segment"_s, u"topic"_s, u"tokens"_s};
    const QString audience = isBroadcast ? wide.at(number / 9 % 4) : u"user"_s;
    row.set(u"audience_type", audience);
    if (audience == "topic"_L1)
        row.set(u"topic", u"gurugram-daily"_s);
    if (audience == "user"_L1)
        row.set(u"target_user_id", addressable(world, block, number * 3).authId);
    const QString key = row.key();
    row.write();

    static const QStringList statuses{u"sent"_s, u"opened"_s, u"sent"_s, u"failed"_s};
    for (int attempt = 0; attempt < 1 + number % 2; ++attempt) {
        DemoRow delivery = world.writer.table(u"notification_deliveries").row();
        const QString &status = statuses.at((number + attempt) % 4);
        delivery.set(u"notification_id", key)
            .set(u"device_token_id", tokens.at((number + attempt * 11) % tokens.size()))
            .set(u"status", status)
            .set(u"sent_at", when)
            .set(u"created_at", when);
        if (status == "failed"_L1)
            delivery.set(u"error_code", u"UNREGISTERED"_s);
        else // without push set up the identifier stays empty
            delivery.set(u"fcm_message_id", number % 5 ? u"demo/%1-%2"_s.arg(number).arg(attempt) : u""_s);
        if (status == "opened"_L1)
            delivery.set(u"opened_at", when.plusMinutes(31));
        delivery.write();
    }
}

void writeEmbedding(DemoWorld &world, int block, int number)
{
    const DemoListing &listing = world.listing(block, 60 + number * 3);
    DemoRow row = world.writer.table(u"property_embeddings").row();
    DemoRandom &random = row.random();
    QString vector;
    vector.reserve(768 * 8);
    vector += u'[';
    for (int i = 0; i < 768; ++i) {
        if (i > 0)
            vector += u',';
        // A zero vector marks an embedding that is not known yet.
        vector += number % 5 == 4 ? u"0"_s : DemoDecimal{random.between(-999, 999), 4}.text();
    }
    vector += u']';
    DemoJson metadata;
    metadata.put(u"id", listing.id).put(u"title", listing.title).put(u"property_type", listing.type);
    metadata.put(u"city", world.locality(listing).city).put(u"locality", world.locality(listing).name);
    metadata.put(u"base_price", listing.price).put(u"bedrooms", listing.bedrooms);
    const QString text = listing.title + u' ' + listing.address;
    row.set(u"property_id", listing.id)
        .set(u"embedding", vector)
        .set(u"metadata", metadata.text())
        .set(u"emb_text_hash",
             QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex()))
        .set(u"created_at", listing.created)
        .set(u"updated_at", world.clock.ago(number, 200));
    row.write();
}

} // namespace

void makeDemoNotices(DemoWorld &world)
{
    for (int block = 0; block < world.scale; ++block) {
        for (int number = 0; number < 20; ++number)
            writeThread(world, block, number);
        const QStringList tokens = writeTokens(world, block);
        for (int number = 0; number < 81; ++number)
            writeNotification(world, block, number, tokens);
    }
    // Enough to show what they are; a thousand of them would outweigh every other table.
    for (int number = 0; number < 20; ++number)
        writeEmbedding(world, 0, number);
    DemoRow state = world.writer.table(u"vector_sync_state").row();
    state.set(u"key", u"properties"_s).set(u"last_watermark", world.clock.ago(1, 200));
    state.write();
}

} // namespace Ghar
