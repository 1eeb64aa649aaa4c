// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demodatahub.h"
#include "seed/demojson.h"
#include "seed/demoworld.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr int projectsPerBlock = 50;
constexpr int complaintsPerBlock = 60;

QString reraNumber(int block, int number)
{
    return u"GGM/DEMO/%1/%2"_s.arg(100 + number).arg(2018 + block * 7 % 9) + (block ? u"/%1"_s.arg(block) : QString());
}

/// Builder of a project; two spellings of the first share no slug, which is what the register really does.
int builderOf(int number)
{
    return number * 3 % 10;
}

void writeProjects(DemoWorld &world, int block)
{
    static const QStringList statuses{u"registered"_s, u"registered"_s, u"lapsed"_s,
                                      u"completed"_s,  u"revoked"_s,    u"Registered "_s};
    const QStringList &developers = world.texts.list(u"datahub.developers");
    const QStringList &names = world.texts.list(u"datahub.projects");
    QList<int> complaints(developers.size(), 0);
    for (int number = 0; number < complaintsPerBlock; ++number)
        ++complaints[builderOf(number % projectsPerBlock)];
    for (int number = 0; number < projectsPerBlock; ++number) {
        DemoRow row = world.writer.table(u"rera_projects").row();
        DemoRandom &random = row.random();
        const DemoLocality &place = world.texts.localities().at((number * 3 + block) % 80);
        const QDate registered = world.clock.today().addDays(-random.between(200, 2600));
        const int units = random.between(40, 900);
        const QString name = u"%1 Phase %2"_s.arg(names.at(number % names.size())).arg(1 + number / 10);
        const QString &developer = developers.at(builderOf(number));
        row.set(u"rera_number", reraNumber(block, number))
            .set(u"project_name", name)
            .set(u"location", place.name + u", " + place.city)
            .set(u"status", statuses.at(number % statuses.size()))
            .set(u"project_type", number % 5 == 0 ? u"Commercial"_s : u"Group Housing"_s)
            .set(u"registration_date", registered)
            .set(u"expiry_date", registered.addYears(number == 31 ? -1 : 5))
            .set(u"complaint_count", complaints.at(builderOf(number))) // of the builder, repeated on each project
            .set(u"source_url", u"https://rera.example.in/project/%1"_s.arg(row.id()))
            .set(u"raw_data", DemoDataHub::rawRow({u"Project"_s, u"Promoter"_s}, {name, developer}))
            .set(u"created_at", world.clock.ago(random.between(20, 300), 1240))
            .set(u"updated_at", world.clock.ago(random.between(0, 9), 1240));
        if (number % 16 == 15) {
            row.set(u"developer_slug", u"unknown"_s); // the promoter's cell was empty
        } else {
            row.set(u"developer_name", developer).set(u"developer_slug", DemoDataHub::slug({developer}));
        }
        if (number % 9 != 4)
            row.set(u"total_units", number == 18 ? 0 : units)
                .set(u"units_booked", number == 27 ? units + 14 : random.between(0, units));
        if (number % 7 != 6)
            row.set(u"possession_date",
                    number == 12 ? registered.addDays(-30) : registered.addDays(random.between(700, 2400)));
        if (number % 3 == 0)
            row.set(u"total_area_sqm", DemoDecimal{qint64(random.between(4000, 90000)) * 100 + 25, 2});
        row.write();
    }
}

void writeComplaints(DemoWorld &world, int block)
{
    static const QStringList natures{u"delay"_s, u"quality"_s, u"refund"_s, u"compensation"_s, u"other"_s, u"delay"_s};
    static const QStringList people{u"individual"_s, u"association"_s, u"authority"_s};
    static const QStringList directions{u"compensation"_s, u"penalty"_s, u"refund"_s, u"dismissal"_s};
    const QStringList &developers = world.texts.list(u"datahub.developers");
    const QStringList &orders = world.texts.list(u"datahub.orders");
    for (int number = 0; number < complaintsPerBlock; ++number) {
        DemoRow row = world.writer.table(u"rera_complaints").row();
        DemoRandom &random = row.random();
        const int project = number % projectsPerBlock;
        const QString &builder = developers.at(builderOf(project));
        row.set(u"order_number", u"CR/%1/%2"_s.arg(4000 + row.id()).arg(world.clock.today().year() - number % 4))
            .set(u"complainant_type", people.at(number % 3))
            .set(u"respondent_builder", builder)
            .set(u"builder_slug", DemoDataHub::slug({builder}))
            .set(u"complaint_nature", natures.at(number % natures.size()))
            .set(u"order_summary", orders.at(number % orders.size()))
            .set(u"direction_type", directions.at(number % 4))
            .set(u"source_url", u"https://rera.example.in/orders/%1"_s.arg(row.id()))
            .set(u"raw_data",
                 u"{\"link_text\": \"Order\", \"pdf_url\": \"https://rera.example.in/orders/%1.pdf\"}"_s.arg(row.id()))
            .set(u"created_at", world.clock.ago(random.between(5, 300), 1245));
        if (number % 8 != 7)
            row.set(u"order_date", world.clock.today().addDays(number == 33 ? 12 : -random.between(5, 900)));
        // Some orders name a project that the register does not know.
        if (number % 4 != 3)
            row.set(u"rera_number", number % 11 == 5 ? u"GGM/DEMO/999/2016"_s : reraNumber(block, project));
        if (number % 3 != 2)
            row.set(u"respondent_project", world.texts.list(u"datahub.projects").at(project % 10));
        if (number % 2 == 0)
            row.set(u"penalty_amount",
                    DemoMoney::rupees(number == 40 ? 1500000000 : qint64(random.between(1, 90)) * 25000));
        if (number % 5 != 0)
            row.set(u"pdf_url", u"https://rera.example.in/orders/%1.pdf"_s.arg(row.id()));
        row.write();
    }
}

struct PhraseGroup
{
    QString tag;
    QStringList phrases;
};

const QList<PhraseGroup> &phraseGroups()
{
    static const QList<PhraseGroup> groups{
        {u"land_acquisition"_s, {u"land acquisition"_s, u"section 4"_s, u"section 6"_s, u"compensation"_s, u"award"_s}},
        {u"rate_revision"_s, {u"circle rate"_s, u"collector rate"_s, u"revised rate"_s, u"dlc rate"_s}},
        {u"policy"_s, {u"master plan"_s, u"policy"_s, u"regulation"_s, u"act"_s, u"ordinance"_s, u"amendment"_s}},
        {u"clu_change"_s, {u"change of land use"_s, u"clu"_s, u"zoning"_s, u"land use change"_s, u"conversion"_s}}};
    return groups;
}

void writeGazette(DemoWorld &world, int block, int number)
{
    const QJsonObject source = world.texts.records(u"datahub.gazette").at(number % 7).toObject();
    const QString title = number < 7 && block == 0
        ? source[u"title"_s].toString()
        : u"%1, no. %2"_s.arg(source[u"title"_s].toString()).arg(number + block * 100);
    const QString summary = source[u"summary"_s].toString();
    // Scored as the platform does it, by bare substrings: "action" counts as "act".
    const QString text = (title + u' ' + summary).toLower();
    QStringList tags;
    int hits = 0;
    for (const PhraseGroup &group : phraseGroups()) {
        const int before = hits;
        for (const QString &phrase : group.phrases)
            hits += text.contains(phrase) ? 1 : 0;
        if (hits > before)
            tags.append(group.tag);
    }
    DemoRow row = world.writer.table(u"gazette_notifications").row();
    DemoRandom &random = row.random();
    row.set(u"title", title)
        .set(u"summary", summary)
        .set(u"department", source[u"department"_s].toString())
        .set(u"relevance_tags", DemoJson::array(tags))
        .set(u"relevance_score", DemoDecimal{qMin(100, hits * 20), 2})
        .set(u"source_url", u"https://gazette.example.in/list"_s)
        .set(u"raw_data", u"{\"link_text\": \"Notification\"}"_s)
        .set(u"created_at", world.clock.ago(random.between(1, 200), 1250));
    if (!tags.isEmpty())
        row.set(u"notification_type", tags.constFirst());
    if (number % 6 != 5)
        row.set(u"notification_number", u"DEMO-%1.pdf"_s.arg(5000 + row.id()))
            .set(u"pdf_url", u"https://gazette.example.in/%1.pdf"_s.arg(5000 + row.id()))
            .set(u"pdf_text", text);
    if (number % 10 != 8)
        row.set(u"notification_date", world.clock.today().addDays(-random.between(1, 400)));
    row.write();
}

void writeLandRecord(DemoWorld &world, int block, int number)
{
    DemoRow row = world.writer.table(u"jamabandi_cache").row();
    DemoRandom &random = row.random();
    const DemoInstant fetched = world.clock.ago(number % 3 == 0 ? random.between(0, 6) : random.between(8, 60), 300);
    QStringList owners;
    for (int i = 0; i < number % 4; ++i)
        owners.append(random.pick(world.texts.maleNames()) + u' ' + random.pick(world.texts.surnames()));
    row.set(u"tehsil", world.texts.list(u"datahub.tehsils").at(number % 6))
        .set(u"village", world.texts.list(u"datahub.villages").at(number % 8))
        .set(u"khasra_number", u"%1//%2"_s.arg(10 + number).arg(block + 1))
        .set(u"owner_names", DemoJson::array(owners))
        .set(u"area_kanal", DemoDecimal{qint64(random.between(0, 40)) * 10000, 4})
        .set(u"area_marla", DemoDecimal{number == 13 ? 260000 : random.between(0, 19) * 10000 + 5000, 4})
        .set(u"fetched_at", fetched)
        .set(u"expires_at", fetched.plusDays(7));
    if (number % 5 != 4)
        row.set(u"khewat_number", QString::number(200 + number)).set(u"survey_number", u"%1/2"_s.arg(number + 30));
    if (number % 4 != 3)
        row.set(u"mutation_status", world.texts.list(u"datahub.mutation").at(number % 3));
    if (number % 6 == 2)
        row.set(u"encumbrance_details", u"Mortgaged with a co-operative bank"_s);
    if (number % 2)
        row.set(u"source_html", u"<table><tr><th>Khewat</th><td>%1</td></tr></table>"_s.arg(200 + number));
    row.write();
}

void writeColony(DemoWorld &world, int block, int number)
{
    static const QStringList approvals{u"approved"_s, u"pending"_s, u"revoked"_s};
    static const QStringList uses{u"approved"_s, u"pending"_s, u"rejected"_s};
    const QStringList &colonies = world.texts.list(u"datahub.colonies");
    DemoRow row = world.writer.table(u"colony_approvals").row();
    DemoRandom &random = row.random();
    QString name = u"%1 %2"_s.arg(colonies.at(number % colonies.size())).arg(1 + number / 8);
    if (block > 0)
        name += u" block %1"_s.arg(block);
    row.set(u"colony_name", name)
        .set(u"approval_status", approvals.at(number % 3))
        .set(u"clu_status", uses.at(number / 3 % 3))
        .set(u"sector", u"Sector %1"_s.arg(58 + number))
        .set(u"source_url", u"https://colonies.example.in/list"_s)
        .set(u"raw_data", DemoDataHub::rawRow({u"Colony"_s, u"Area"_s}, {name, u"-"_s}))
        .set(u"created_at", world.clock.ago(random.between(30, 500), 1255));
    if (number % 4 != 3)
        row.set(u"licence_number", u"DEMO/%1 of %2"_s.arg(40 + number).arg(2008 + number % 15))
            .set(u"developer_name", world.texts.list(u"datahub.developers").at(number % 10));
    if (number % 5 != 0)
        row.set(u"approval_date", world.clock.today().addDays(-random.between(100, 4000)));
    if (number % 6 != 1)
        row.set(u"area_acres", DemoDecimal{random.between(20000, 900000), 4});
    row.write();
}

} // namespace

void makeDemoRegisters(DemoWorld &world)
{
    for (int block = 0; block < world.scale; ++block) {
        writeProjects(world, block);
        writeComplaints(world, block);
        for (int number = 0; number < 36; ++number)
            writeGazette(world, block, number);
        for (int number = 0; number < 30; ++number)
            writeLandRecord(world, block, number);
        for (int number = 0; number < 34; ++number)
            writeColony(world, block, number);
    }
}

} // namespace Ghar
