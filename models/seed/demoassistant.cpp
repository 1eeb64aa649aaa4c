// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demojson.h"
#include "seed/demoworld.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

void putListing(DemoJson &json, const DemoWorld &world, const DemoListing &listing)
{
    const DemoLocality &place = world.locality(listing);
    json.put(u"id", listing.id).put(u"title", listing.title).put(u"property_type", listing.type);
    json.put(u"city", place.city).put(u"locality", place.name).put(u"full_address", listing.address);
    json.put(u"base_price", listing.price).put(u"price", listing.price);
    if (listing.rent > 0)
        json.put(u"monthly_rent", listing.rent);
    json.put(u"bedrooms", listing.bedrooms).put(u"area_sqft", listing.area).put(u"is_available", true);
}

/// The payload a tool hands back: the record for the widgets of one home, a list for the others.
QString resultOf(const DemoWorld &world, int block, const QJsonObject &talk)
{
    const QString tool = talk[u"tool"_s].toString();
    DemoJson json;
    if (talk.contains(u"error"_s)) {
        json.put(u"error", true).put(u"message", talk[u"error"_s].toString());
    } else if (tool.startsWith("discovery_property"_L1)) {
        json.openObject(u"property");
        putListing(json, world, world.listing(block, 62));
        json.close();
    } else if (tool.startsWith("discovery"_L1)) {
        json.openArray(u"items");
        int found = 0;
        for (int slot = DemoCast::firstManaged; found < 3 && slot < DemoCast::firstStay; ++slot) {
            const DemoListing &listing = world.listing(block, slot);
            if (listing.bedrooms < 2)
                continue;
            json.openObject();
            putListing(json, world, listing);
            json.close();
            ++found;
        }
        json.close().put(u"total", 3).put(u"page", 1);
    } else if (tool.contains("rent"_L1)) {
        json.openArray(u"items");
        for (int i = 0; i < 2; ++i)
            json.openObject()
                .put(u"rent_charge_id", qint64(block) * 300 + i + 1)
                .put(u"amount_due", 28000 + i * 4500)
                .put(u"due_date", demoDateText(world.clock.monthStart().addDays(4)))
                .put(u"status", i ? u"partial" : u"overdue")
                .close();
        json.close().put(u"count", 2);
    } else if (tool.contains("lease"_L1)) {
        json.openObject(u"lease").put(u"id", qint64(block) + 1).put(u"status", u"active");
        json.put(u"end_date", demoDateText(world.clock.today().addDays(150))).put(u"monthly_rent", 32000).close();
    } else if (tool == "owner_dashboard_overview"_L1) {
        json.openObject(u"statistics").put(u"managed", 6).put(u"active_leases", 5).putRaw(u"occupancy", u"83.3");
        json.put(u"expected_rent", 215000).close();
    } else {
        json.put(u"message", u"done").put(u"id", qint64(block) + 7);
    }
    return json.text();
}

QString argumentsOf(const DemoWorld &world, int block, const QString &tool)
{
    DemoJson json;
    if (tool == "discovery_search"_L1)
        json.put(u"city", u"Gurugram")
            .put(u"bedrooms_min", 2)
            .put(u"price_max", 45000)
            .put(u"amenities", QStringList{u"Car Parking"_s});
    else if (tool == "visits_schedule"_L1)
        json.put(u"property_id", world.listing(block, 62).id)
            .put(u"scheduled_date", world.clock.ago(-3, 330).isoText());
    else if (tool == "tenant_maintenance_create"_L1)
        json.put(u"property_id", world.listing(block, 60).id)
            .put(u"title", u"Geyser broken")
            .put(u"category", u"electrical")
            .put(u"priority", u"high");
    else if (tool == "discovery_property_get"_L1)
        json.put(u"property_id", world.listing(block, 62).id);
    else if (tool == "bookings_cancel"_L1)
        json.put(u"booking_id", qint64(block) * 80 + 6).put(u"reason", u"Plans changed");
    else if (tool == "owner_rent_status"_L1)
        json.put(u"include_paid", false).put(u"limit", 20);
    else if (tool.endsWith("_list"_L1) || tool.endsWith("_due"_L1))
        json.put(u"page", 1).put(u"limit", 20);
    return json.text();
}

class Talk
{
public:
    Talk(DemoWorld &world, qint64 conversation, DemoInstant when)
        : m_table(world.writer.table(u"ai_conversation_messages")), m_conversation(conversation), m_when(when)
    { }

    void say(const QString &role, const QString &content, const QString &tool = {}, const QString &arguments = {},
             const QString &result = {})
    {
        const auto maybe = [](const QString &text) { return text.isEmpty() ? Value::null() : Value(text); };
        DemoRow row = m_table.row();
        row.set(u"conversation_id", m_conversation)
            .set(u"role", role)
            .set(u"content", maybe(content))
            .set(u"tool_name", maybe(tool))
            .set(u"tool_args", maybe(arguments))
            .set(u"tool_result", maybe(result))
            .set(u"created_at", m_when); // one time stamp for all messages of a turn
        row.write();
    }
    void nextTurn() { m_when = m_when.plusMinutes(2); }

private:
    DemoTable &m_table;
    qint64 m_conversation;
    DemoInstant m_when;
};

void writeConversation(DemoWorld &world, int block, int number)
{
    const QJsonArray &talks = world.texts.records(u"assistant.talks");
    const int turns = 1 + number % 3;
    const DemoInstant begin = world.clock.ago(number * 3 % 40, 100 + number * 11);
    const QString title = talks.at(number)[u"question"_s].toString().left(60);
    DemoRow row = world.writer.table(u"ai_conversations").row();
    const qint64 userId = number % 14 == 13 ? world.person(block, DemoCast::firstAgentLogin + 1).id
        : number % 4 == 2                   ? world.person(block, DemoCast::firstOwner + number).id
                                            : world.customer(block, number).id;
    row.set(u"user_id", userId)
        .set(u"title", number == 10 ? Value::null() : Value(title))
        .set(u"created_at", begin)
        .set(u"updated_at", begin.plusMinutes(2 * (turns - 1)));
    Talk talk(world, row.write(), begin);
    for (int turn = 0; turn < turns; ++turn, talk.nextTurn()) {
        const QJsonObject source = talks.at((number + turn) % talks.size()).toObject();
        const QString tool = source[u"tool"_s].toString();
        talk.say(u"user"_s, source[u"question"_s].toString());
        if (!tool.isEmpty()) {
            const QString result = resultOf(world, block, source);
            talk.say(u"tool_call"_s, {}, tool, argumentsOf(world, block, tool));
            talk.say(u"tool_result"_s, {}, tool, {}, result);
            const QString widget = source[u"widget"_s].toString();
            if (!widget.isEmpty()) // now and then the payload was not JSON
                talk.say(u"widget"_s, {}, widget, {}, number == 7 ? u"{\"raw\": \"3 leases\"}"_s : result);
        }
        talk.say(u"assistant"_s, source[u"answer"_s].toString());
    }
}

} // namespace

void makeDemoAssistant(DemoWorld &world)
{
    const int talks = int(world.texts.records(u"assistant.talks").size());
    for (int block = 0; block < world.scale; ++block) {
        for (int number = 0; number < talks; ++number)
            writeConversation(world, block, number);
    }
}

} // namespace Ghar
