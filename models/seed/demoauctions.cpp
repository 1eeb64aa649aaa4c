// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demodatahub.h"
#include "seed/demojson.h"
#include "seed/demoworld.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// Stand-in of the scrapers for "date not stated".
const QDate noDate(1970, 1, 1);

const QStringList &sources()
{
    static const QStringList list{u"sarfaesi"_s,
                                  u"ibapi"_s,
                                  u"mstc"_s,
                                  u"drt"_s,
                                  u"ecourts"_s,
                                  u"ibbi"_s,
                                  u"baanknet"_s,
                                  u"dda"_s,
                                  u"dfc_delhi"_s,
                                  u"hsvp"_s,
                                  u"hsvp_procure247"_s,
                                  u"dtcp"_s,
                                  u"mda"_s,
                                  u"yeida"_s,
                                  u"bank_eauctions"_s,
                                  u"eauctions_india"_s,
                                  u"auction_bazaar"_s,
                                  u"eauction_dekho"_s,
                                  u"findauction"_s,
                                  u"findauction_prop"_s,
                                  u"auction_tiger"_s,
                                  u"sbi"_s,
                                  u"pnb"_s,
                                  u"bob"_s,
                                  u"canara"_s,
                                  u"hdfc"_s,
                                  u"icici"_s,
                                  u"union"_s,
                                  u"yes_bank"_s};
    return list;
}

class BankAuctions
{
public:
    explicit BankAuctions(DemoWorld &world) : m_world(world), m_authorities(world.texts.object(u"datahub.authorities"))
    { }
    void write(int block, int number);

private:
    [[nodiscard]] QString bankOf(const QString &source, int number) const;
    void setDates(DemoRow &row, int number);
    void setMoney(DemoRow &row, int number);

    DemoWorld &m_world;
    const QJsonObject m_authorities;
    const QStringList &m_banks = m_world.texts.list(u"datahub.banks");
    const QStringList &m_descriptions = m_world.texts.list(u"datahub.descriptions");
    const QStringList &m_types = m_world.texts.list(u"datahub.types");
};

QString BankAuctions::bankOf(const QString &source, int number) const
{
    if (m_authorities.contains(source))
        return m_authorities.value(source).toString();
    if (source == "ibbi"_L1)
        return u"IBBI - Imagined Industries %1 Ltd"_s.arg(number % 9);
    if (source == "drt"_L1)
        return u"DRT-I Delhi - OA/%1/2025"_s.arg(100 + number);
    return m_banks.at(number % m_banks.size());
}

void BankAuctions::setDates(DemoRow &row, int number)
{
    DemoRandom &random = row.random();
    QDate date = m_world.clock.today().addDays(random.between(-70, 75));
    if (number % 8 == 3)
        date = noDate;
    else if (number == 41)
        date = m_world.clock.today().addDays(900); // a typing error of the source
    row.set(u"auction_date", date);
    if (number % 3 == 1 && date != noDate)
        row.set(u"auction_end_date", date.addDays(number == 37 ? -4 : random.between(0, 2)));
}

void BankAuctions::setMoney(DemoRow &row, int number)
{
    DemoRandom &random = row.random();
    qint64 reserve = qint64(random.between(18, 900)) * 100000;
    if (number == 22)
        reserve = 5400; // the price in thousands, read as rupees
    if (number % 17 == 5)
        return; // not stated
    row.set(u"reserve_price", DemoMoney::rupees(reserve));
    if (number % 5 != 2)
        row.set(u"emd_amount", DemoMoney::rupees(number == 48 ? reserve * 2 : reserve / 10));
}

void BankAuctions::write(int block, int number)
{
    const QString &source = sources().at(number % sources().size());
    const DemoLocality &place = m_world.texts.localities().at((number * 7 + block) % m_world.texts.localities().size());
    DemoRow row = m_world.writer.table(u"bank_auctions").row();
    DemoRandom &random = row.random();
    const bool isTwin = number % 25 == 24; // the plot before, found again by another site
    const int plot = (isTwin ? number : number + 1) + block * 1000;
    const DemoLocality &site =
        isTwin ? m_world.texts.localities().at(((number - 1) * 7 + block) % m_world.texts.localities().size()) : place;
    const QString address = u"Plot %1, %2, %3 %4"_s.arg(plot).arg(site.name, site.city, site.pin);
    // Half of the sources write the old name of the city.
    QString written = address;
    if (number % 2)
        written.replace(u"Gurugram"_s, u"Gurgaon"_s).replace(u"Sector "_s, u"Sec-"_s);
    const QString description = m_descriptions.at(number % m_descriptions.size());
    const QString bank = bankOf(source, isTwin ? number + 3 : number);
    const bool hasAddress = number % 10 != 9;
    const QString text = hasAddress ? description : description + u", "_s + written;
    row.set(u"source", source)
        .set(u"bank_name", bank)
        .set(u"property_description", text)
        .set(u"property_type", m_types.at(number % m_types.size()))
        .set(u"city", place.city == "Gurugram"_L1 && number % 2 ? u"Gurgaon"_s : place.city)
        .set(u"locality", place.name)
        .set(u"source_url", u"https://auctions.example.com/%1/%2"_s.arg(source).arg(row.id()))
        .set(u"normalized_address_hash", DemoDataHub::addressHash(hasAddress ? written : text))
        .set(u"created_at", m_world.clock.ago(random.between(0, 80), 1290))
        .set(u"updated_at", m_world.clock.ago(random.between(0, 3), 1290))
        .set(u"raw_data", DemoDataHub::rawRow({u"Bank"_s, u"Property"_s, u"Reserve"_s}, {bank, text, u"as stated"_s}));
    if (hasAddress)
        row.set(u"full_address", written);
    if (number % 6 != 1) // some sources give square yards or metres without saying so
        row.set(u"area_sqft", DemoDecimal{qint64(random.between(60, 3200)) * 100 + (number % 4 ? 0 : 50), 2});
    if (number % 3 != 0)
        row.set(u"possession_type", number % 2 ? u"physical"_s : u"symbolic"_s);
    if (number % 2) {
        row.set(u"contact_person", u"Authorised officer %1"_s.arg(number % 12))
            .set(u"contact_phone", u"+9199999090%1"_s.arg(number % 100, 2, 10, QChar(u'0')))
            .set(u"contact_email", u"auctions%1@example.in"_s.arg(number % 12));
    }
    setDates(row, number);
    setMoney(row, number);
    row.write();
}

void writeCourtAuction(DemoWorld &world, int block, int number)
{
    const DemoLocality &place = world.texts.localities().at((number * 13 + 5) % world.texts.localities().size());
    DemoRow row = world.writer.table(u"court_auctions").row();
    DemoRandom random = row.random();
    row.set(u"source", number % 3 ? u"drt"_s : u"ecourts"_s)
        .set(u"case_number", u"RC/%1/%2"_s.arg(100 + number + block * 100).arg(world.clock.today().year() - number % 4))
        .set(u"borrower_name",
             number % 9 == 8 ? Value::null() : Value(random.pick(world.texts.list(u"datahub.borrowers"))))
        .set(u"property_description", random.pick(world.texts.list(u"datahub.descriptions")))
        .set(u"property_type", random.pick(world.texts.list(u"datahub.types")))
        .set(u"city", number % 4 == 1 ? u"Gurgaon"_s : place.city)
        .set(u"locality", place.name)
        .set(u"auction_date", number % 6 == 2 ? noDate : world.clock.today().addDays(random.between(-60, 60)))
        .set(u"court_name", random.pick(world.texts.list(u"datahub.courts")))
        .set(u"presiding_officer", random.pick(world.texts.list(u"datahub.officers")))
        .set(u"contact_details", u"Registry, room %1"_s.arg(random.between(1, 40)))
        .set(u"source_url", u"https://courts.example.in/case/%1"_s.arg(row.id()))
        .set(u"raw_data", DemoDataHub::rawRow({u"Case"_s, u"Date"_s}, {u"RC"_s, u"-"_s}))
        .set(u"created_at", world.clock.ago(random.between(0, 70), 1290));
    if (number % 5 != 4)
        row.set(u"reserve_price", DemoMoney::rupees(qint64(random.between(12, 700)) * 100000));
    row.write();
}

void writeAlert(DemoWorld &world, int block, int number)
{
    static const QStringList types{u"residential"_s, u"plot"_s, u"commercial"_s,
                                   u"farmhouse"_s}; // the last never occurs
    DemoRow row = world.writer.table(u"auction_alerts").row();
    const qint64 low = qint64(number + 1) * 1000000;
    row.set(u"user_id",
            number == 11 ? world.person(block, DemoCast::firstSuspended).id : world.customer(block, number).id)
        .set(u"city", number % 3 ? u"Gurugram"_s : u"Delhi NCR"_s)
        .set(u"is_active", number % 7 != 6)
        .set(u"alert_channels", number % 4 ? u"[\"email\"]"_s : u"[\"email\", \"push\"]"_s)
        .set(u"created_at", world.clock.ago(10 + number * 4, 300));
    if (number % 2)
        row.set(u"property_type", types.at(number / 2 % 4));
    if (number % 3 != 2)
        row.set(u"min_price", DemoMoney::rupees(low))
            .set(u"max_price", DemoMoney::rupees(number == 9 ? low / 2 : low * 4));
    if (number % 4 == 1)
        row.set(u"bank_name", world.texts.list(u"datahub.banks").at(number % 6));
    if (number % 5 == 0)
        row.set(u"keyword", u"corner"_s);
    if (number % 2 == 0)
        row.set(u"last_notified_at", world.clock.ago(1, 1300));
    row.write();
}

/// The history of one scraper, oldest run first.
void writeRuns(DemoWorld &world, int block, const QString &name, int number, int daysBetween)
{
    static const int runs = 4;
    const QStringList &errors = world.texts.list(u"datahub.errors");
    for (int run = runs - 1; run >= 0; --run) {
        DemoRow row = world.writer.table(u"scraper_runs").row();
        DemoRandom &random = row.random();
        const bool isLatest = run == 0;
        const DemoInstant started = world.clock.ago((run + block * runs) * daysBetween + 1, 1230, number);
        int found = random.between(8, 60);
        int stored = found;
        int failed = 0;
        QString status = u"success"_s;
        if (number % 9 == 1)
            found = stored = 0; // blocked by the source, three times over
        else if (number % 9 == 2 && isLatest)
            stored = 0; // a key the database does not have
        else if (number % 9 == 3 && run == 1) {
            status = u"failed"_s;
            found = stored = 0;
            row.set(u"error_message", errors.at(number % errors.size()));
        } else if (number % 9 == 4 && isLatest) {
            status = u"running"_s; // the process died, the row stayed
            found = stored = 0;
        } else if (number % 9 == 5 && run == 2) {
            status = u"partial"_s;
            failed = 6;
        } else if (number % 9 == 6 && isLatest) {
            failed = 3;
            found = 9; // a sudden drop
            stored = 9;
        }
        const bool isManual = number % 7 == 5 && isLatest;
        row.set(u"scraper_name", name)
            .set(u"run_type", isManual ? (number % 2 ? u"manual"_s : u"manual_override"_s) : u"cron"_s)
            .set(u"status", status)
            .set(u"records_found", found)
            .set(u"records_upserted", stored)
            .set(u"records_failed", failed)
            .set(u"started_at", started);
        if (isManual)
            row.set(u"triggered_by", world.admin(block, number).id);
        if (status != "running"_L1)
            row.set(u"finished_at", started.plusMinutes(random.between(1, 25)));
        row.write();
    }
}

void writeScrapers(DemoWorld &world, int block)
{
    struct Rhythm
    {
        int days;
        QStringList names;
    };
    static const QList<Rhythm> rhythms{
        {1,
         {u"bank_auctions"_s, u"hsvp_auctions"_s, u"dda_auctions"_s, u"mda_auctions"_s, u"yeida_auctions"_s,
          u"aggregator_eauctions"_s, u"gazette"_s, u"court_auctions"_s, u"neighbourhood"_s, u"alerts"_s}},
        {7,
         {u"rera_projects"_s, u"bank_rates"_s, u"rera_complaints"_s, u"baanknet_auctions"_s, u"ibbi_auctions"_s,
          u"dfc_delhi_auctions"_s, u"drt_auctions"_s, u"hsvp_procure247_auctions"_s, u"aggregator_misc_auctions"_s,
          u"bank_specific_auctions"_s}},
        {183, {u"circle_rates"_s, u"zoning"_s}}};
    int number = 0;
    for (const Rhythm &rhythm : rhythms) {
        for (const QString &name : rhythm.names)
            writeRuns(world, block, name, number++, rhythm.days);
    }
}

} // namespace

void makeDemoAuctions(DemoWorld &world)
{
    BankAuctions auctions(world);
    for (int block = 0; block < world.scale; ++block) {
        for (int number = 0; number < 110; ++number)
            auctions.write(block, number);
        for (int number = 0; number < 40; ++number)
            writeCourtAuction(world, block, number);
        for (int number = 0; number < 16; ++number)
            writeAlert(world, block, number);
        writeScrapers(world, block);
    }
}

} // namespace Ghar
