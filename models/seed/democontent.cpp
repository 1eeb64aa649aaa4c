// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demojson.h"
#include "seed/demoworld.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

using namespace DemoCast;

void writeBugs(DemoWorld &world, int block)
{
    static const QStringList severities{u"low"_s, u"medium"_s, u"high"_s, u"critical"_s};
    static const QStringList statuses{u"open"_s, u"in_progress"_s, u"resolved"_s, u"closed"_s, u"open"_s};
    static const QStringList sources{u"mobile"_s, u"web"_s, u"api"_s};
    static const QStringList models{u"Pixel 7"_s, u"Redmi Note 12"_s, u"Galaxy A54"_s, u"iPhone 13"_s};
    DemoTable &table = world.writer.table(u"bug_reports");
    const QJsonArray &bugs = world.texts.records(u"content.bugs");
    const QStringList &resolutions = world.texts.list(u"content.resolutions");
    for (int number = 0; number < 32; ++number) {
        const QJsonObject bug = bugs.at(number % bugs.size()).toObject();
        DemoRow row = table.row();
        DemoRandom &random = row.random();
        const QString &status = statuses.at(number % statuses.size());
        const DemoInstant when = world.clock.ago(random.between(1, 150), random.between(0, 380));
        DemoJson device;
        device.put(u"os", number % 4 == 3 ? u"iOS" : u"Android")
            .put(u"version", QString::number(random.between(11, 15)));
        device.put(u"model", models.at(number % 4));
        row.set(u"source", sources.at(number % 3))
            .set(u"bug_type", bug[u"type"_s].toString())
            .set(u"severity", severities.at(number / 2 % 4))
            .set(u"status", status)
            .set(u"title", bug[u"title"_s].toString())
            .set(u"description", bug[u"text"_s].toString())
            .set(u"device_info", device.text())
            .set(u"app_version", u"2.%1.0"_s.arg(random.between(1, 10)))
            .set(u"tags", number % 3 ? DemoJson::array({u"triaged"_s}) : u"[]"_s)
            .set(u"created_at", when);
        if (number % 8 != 7) // some come in without a login
            row.set(u"user_id", number % 2 ? world.customer(block, number).id : world.flatmate(block, number * 3).id);
        if (number % 4 == 0)
            row.set(u"steps_to_reproduce", u"1. Sign in\n2. Open the screen\n3. Wait"_s)
                .set(u"expected_behavior", u"It opens."_s)
                .set(u"actual_behavior", u"It does not."_s)
                .set(u"media_urls", DemoJson::array({DemoWorld::mediaUrl(u"bugs/%1.png"_s.arg(row.id()))}));
        if (status != "open"_L1)
            row.set(u"assigned_to", world.admin(block, number).id).set(u"updated_at", when.plusDays(1));
        if (status == "resolved"_L1 || status == "closed"_L1)
            row.set(u"resolution", resolutions.at(number % resolutions.size()))
                .set(u"resolved_at",
                     status == "resolved"_L1 || number % 2 ? Value(when.plusDays(2).text()) : Value::null());
        row.write();
    }
}

void writePages(DemoWorld &world)
{
    DemoTable &table = world.writer.table(u"pages");
    const QJsonArray &pages = world.texts.records(u"content.pages");
    for (int number = 0; number < pages.size(); ++number) {
        const QJsonObject page = pages.at(number).toObject();
        DemoRow row = table.row();
        const DemoInstant when = world.clock.ago(300 - number * 20, 300);
        row.set(u"unique_name", page[u"name"_s].toString())
            .set(u"title", page[u"title"_s].toString())
            .set(u"content", page[u"content"_s].toString())
            .set(u"format", page[u"format"_s].toString())
            .set(u"custom_config", u"{\"show_footer\": true, \"enable_sharing\": false}"_s)
            .set(u"is_active", number != 8) // deleted softly: its name stays taken
            .set(u"is_draft", number == 7)
            .set(u"is_private", number >= 4 && number != 6) // private until somebody says otherwise
            .set(u"created_by", world.admin(0, number).id)
            .set(u"updated_by", world.admin(0, number + 1).id)
            .set(u"view_count", row.random().between(0, 900))
            .set(u"created_at", when)
            .set(u"updated_at", when.plusDays(number * 3));
        row.write();
    }
}

void writeVersions(DemoWorld &world)
{
    struct Version
    {
        QString app;
        QString platform;
        QString version;
        int build;
        bool isMandatory;
        bool isActive;
        int daysAgo;
    };
    // The newest active Android row is not the highest version, which sends users the wrong prompt.
    const QList<Version> versions{
        {u"user"_s, u"android"_s, u"2.8.0"_s, 280, false, true, 120},
        {u"user"_s, u"android"_s, u"2.10.0"_s, 2100, false, true, 60},
        {u"user"_s, u"android"_s, u"2.9.1"_s, 291, false, true, 20},
        {u"user"_s, u"ios"_s, u"2.9.0"_s, 290, false, true, 75},
        {u"user"_s, u"ios"_s, u"2.10.0"_s, 2100, true, true, 30},
        {u"user"_s, u"web"_s, u"2026.6"_s, 66, false, true, 90},
        {u"agent"_s, u"android"_s, u"1.4.0"_s, 140, false, false, 200},
        {u"agent"_s, u"android"_s, u"1.5.2"_s, 152, true, true, 40},
        {u"agent"_s, u"ios"_s, u"1.5.0"_s, 150, false, true, 45},
        {u"agent"_s, u"web"_s, u"1.5.0"_s, 15, false, true, 44},
    };
    const QStringList &notes = world.texts.list(u"content.release_notes");
    DemoTable &table = world.writer.table(u"app_versions");
    for (const Version &version : versions) {
        DemoRow row = table.row();
        row.set(u"app", version.app)
            .set(u"platform", version.platform)
            .set(u"version", version.version)
            .set(u"build_number", version.build)
            .set(u"release_notes", notes.at(row.id() % notes.size()))
            .set(u"is_mandatory", version.isMandatory)
            .set(u"is_active", version.isActive)
            .set(u"min_supported_version", version.app == "user"_L1 ? u"2.6.0"_s : u"1.3.0"_s)
            .set(u"created_at", world.clock.ago(version.daysAgo, 300));
        if (version.platform != "web"_L1)
            row.set(u"download_url",
                    u"https://downloads.example.com/%1/%2/%3"_s.arg(version.app, version.platform, version.version));
        row.write();
    }
}

void writeFaqs(DemoWorld &world)
{
    DemoTable &table = world.writer.table(u"faqs");
    const QJsonArray &faqs = world.texts.records(u"content.faqs");
    for (int number = 0; number < faqs.size(); ++number) {
        const QJsonObject faq = faqs.at(number).toObject();
        DemoRow row = table.row();
        row.set(u"question", faq[u"question"_s].toString())
            .set(u"answer", faq[u"answer"_s].toString())
            .set(u"category", number == 17 ? Value::null() : Value(faq[u"category"_s].toString()))
            .set(u"tags", DemoJson::array({faq[u"category"_s].toString().toLower()}))
            .set(u"display_order", number / 4)
            .set(u"is_active", number % 9 != 8)
            .set(u"created_at", world.clock.ago(200 - number, 300));
        row.write();
    }
}

void writeCatalogs(DemoWorld &world)
{
    DemoTable &table = world.writer.table(u"app_catalogs");
    const QJsonArray &catalogs = world.texts.records(u"catalogs.catalogs");
    for (const QJsonValue &entry : catalogs) {
        DemoRow row = table.row();
        row.set(u"key", entry[u"key"_s].toString())
            .set(u"version", 1 + int(row.id() % 3))
            .set(u"payload", DemoJson::compact(entry[u"payload"_s].toObject()))
            .set(u"is_active", row.id() != 3) // the first quiz was replaced by the lifestyle quiz
            .set(u"created_at", world.clock.ago(250, 300));
        row.write();
    }
}

} // namespace

void makeDemoContent(DemoWorld &world)
{
    for (int block = 0; block < world.scale; ++block)
        writeBugs(world, block);
    writePages(world);
    writeVersions(world);
    writeFaqs(world);
    writeCatalogs(world);
}

} // namespace Ghar
