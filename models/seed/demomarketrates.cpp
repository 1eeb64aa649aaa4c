// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demodatahub.h"
#include "seed/demojson.h"
#include "seed/demoworld.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

void writeCircleRate(DemoWorld &world, int block, int number)
{
    static const QStringList types{u"residential"_s, u"commercial"_s, u"plot"_s, u"industrial"_s};
    DemoRow row = world.writer.table(u"circle_rates").row();
    DemoRandom random(DemoRandom::seedOf(u"circle", quint64(number / 3)));
    // Three years of the same sector and use; the scraper writes the year of the run.
    const int year = world.clock.today().year() - number % 3;
    const int place = number / 3;
    const QString sector = place == 39 ? u"Sec 57"_s : u"Sector %1"_s.arg(place < 20 ? 14 + place * 2 : 57 + place);
    const QString &type = types.at(place % 4);
    const QString colony = block > 0 ? u"Block %1"_s.arg(block) : place % 3 == 1 ? u"Old colony"_s : QString();
    qint64 perYard = qint64(random.between(22, 120)) * 1000 * (place == 7 ? 30 : 1);
    perYard = perYard * (number % 3 == 0 ? (place == 11 ? 170 : 112) : number % 3 == 1 ? 106 : 100) / 100;
    QStringList parts{sector};
    if (!colony.isEmpty())
        parts.append(colony);
    row.set(u"sector", sector)
        .set(u"property_type", type)
        .set(u"revision_year", place == 33 && number % 3 == 0 ? year + 1 : year)
        .set(u"slug",
             DemoDataHub::slug(parts
                               + QStringList{type, QString::number(place == 33 && number % 3 == 0 ? year + 1 : year)}))
        .set(u"source_url", u"https://rates.example.in/gurugram/%1"_s.arg(year))
        .set(u"raw_data", DemoDataHub::rawRow({u"Sector"_s, u"Rate"_s}, {sector, QString::number(perYard)}))
        .set(u"created_at",
             DemoClock::midnight(QDate(year, 4, 1)) < world.clock.now()
                 ? DemoClock::midnight(QDate(year, 4, 1)).plusMinutes(1230)
                 : world.clock.ago(1))
        .set(u"updated_at", world.clock.ago(40 + number, 1230));
    if (!colony.isEmpty())
        row.set(u"colony", colony);
    if (place == 21)
        return void(row.write()); // all three rates missing
    if (place % 5 != 2)
        row.set(u"rate_per_sqyd", DemoMoney::rupees(perYard));
    if (place % 5 == 2 || place % 5 == 4) // one sector says something else per foot than per yard
        row.set(u"rate_per_sqft", DemoMoney{perYard * 100 / (place == 14 ? 8 : 9)});
    row.write();
}

void writeZoning(DemoWorld &world, int block, int number)
{
    static const QStringList uses{u"residential"_s, u"commercial"_s, u"industrial"_s, u"green_belt"_s,
                                  u"institutional"_s};
    DemoRow row = world.writer.table(u"zoning_data").row();
    DemoRandom &random = row.random();
    QString sector = u"Sector %1"_s.arg(21 + number * 2);
    if (number % 10 == 7)
        sector += u"A"_s;
    if (block > 0)
        sector += u" part %1"_s.arg(block);
    const QString &use = uses.at(number % 5);
    row.set(u"sector", sector)
        .set(u"slug", DemoDataHub::slug({sector, use}))
        .set(u"master_plan_year", 2031)
        .set(u"source_url", u"https://plans.example.in/2031"_s)
        .set(u"raw_data", DemoDataHub::rawRow({u"Sector"_s, u"Use"_s}, {sector, use}))
        .set(u"created_at", world.clock.ago(200, 1230));
    if (number % 6 == 5)
        row.setNull(u"land_use");
    else
        row.set(u"land_use", use);
    if (use != "green_belt"_L1)
        row.set(u"far_limit", DemoDecimal{number == 12 ? 17500 : random.between(100, 350), 2}) // 175 for 1.75
            .set(u"max_height_m", DemoDecimal{random.between(12, 60) * 100, 2})
            .set(u"max_coverage_pct", DemoDecimal{number == 16 ? 12000 : random.between(30, 65) * 100, 2});
    if (number % 3 == 0)
        row.set(u"setback_front_m", DemoDecimal{random.between(20, 90) * 10, 2})
            .set(u"setback_rear_m", DemoDecimal{300, 2});
    if (number % 8 == 1)
        row.set(u"notes", u"Read with the note on transit zones."_s);
    row.write();
}

void writeBankRates(DemoWorld &world, int block)
{
    const QStringList &lenders = world.texts.list(u"datahub.lenders");
    static const QStringList types{u"home_loan_min"_s, u"mclr_1y"_s};
    // Every weekly run adds a row per bank, changed or not.
    for (int week = 0; week < 5; ++week) {
        const int age = week + block * 5;
        const QDate day = world.clock.today().addDays(-3 - age * 7);
        for (int lender = 0; lender < lenders.size() * 2; ++lender) {
            const int bank = lender / 2;
            DemoRow row = world.writer.table(u"bank_rates").row();
            const int rate = 83500 + bank * 1500 + (lender % 2) * 4500 + (age % 20 >= 3 ? 2500 : 0);
            row.set(u"bank_name", lenders.at(bank))
                .set(u"rate_type", types.at(lender % 2))
                .set(u"rate_value",
                     DemoDecimal{lender == 7 && week == 0 ? 195000 : rate, 4}) // a percentage of something else
                .set(u"effective_date", day)
                .set(u"source", u"https://rates.example.com/%1"_s.arg(bank))
                .set(
                    u"raw_data",
                    u"{\"parsed_text\": \"from %1 % p.a.\", \"parsed\": true}"_s.arg(DemoDecimal{rate / 100, 2}.text()))
                .set(u"created_at", DemoClock::midnight(day).plusMinutes(1230));
            row.write();
        }
        DemoRow repo = world.writer.table(u"bank_rates").row();
        repo.set(u"bank_name", u"RBI"_s)
            .set(u"rate_type", u"repo"_s)
            .set(u"rate_value", DemoDecimal{age % 20 >= 3 ? 65000 : 62500, 4})
            .set(u"effective_date", age % 9 == 8 ? Value::null() : Value(demoDateText(day)))
            .set(u"source", u"https://rates.example.com/policy"_s)
            .set(u"created_at", DemoClock::midnight(day).plusMinutes(1230));
        repo.write();
    }
}

void addPlaces(DemoJson &json, const DemoWorld &world, DemoRandom &random, int count, const QString &type)
{
    for (int i = 0; i < count; ++i) {
        json.openObject().put(u"name", random.pick(world.texts.list(u"datahub.places"))).put(u"type", type);
        json.putNull(u"distance_m").putRaw(u"rating", DemoDecimal{random.between(21, 49), 1}.text()).close();
    }
}

QString placesJson(const DemoWorld &world, DemoRandom &random, int count, const QString &type)
{
    DemoJson json(DemoJson::Root::Array);
    addPlaces(json, world, random, count, type);
    return json.text();
}

void writeScore(DemoWorld &world, int block, int number)
{
    const DemoListing &listing = world.listing(block, number * 4);
    DemoRow row = world.writer.table(u"neighbourhood_scores").row();
    DemoRandom &random = row.random();
    const int counts[] = {random.between(0, 9), random.between(2, 20), random.between(0, 20), random.between(3, 20)};
    static const QStringList names{u"transit"_s, u"education"_s, u"health"_s, u"retail"_s};
    DemoJson scores;
    int sum = 0;
    for (int i = 0; i < 4; ++i) {
        const int score = qMin(100, counts[i] * 15);
        scores.put(names.at(i), score);
        sum += score;
    }
    const DemoInstant fetched = world.clock.ago(random.between(1, 55), 1240);
    // Some were taken at a position that has moved since.
    const int shift = number % 15 == 9 ? 9000 : 0;
    row.set(u"listing_id", listing.id)
        .set(u"latitude", DemoDecimal{qint64(listing.latitude + shift) * 10, 7})
        .set(u"longitude", DemoDecimal{qint64(listing.longitude) * 10, 7})
        .set(u"overall_score", sum / 4)
        .set(u"category_scores",
             number % 20 == 19
                 ? u"{\"transit\": 60, \"schools\": 75, \"hospitals\": 45, \"shopping\": 90, \"safety\": 70}"_s
                 : scores.text())
        .set(u"nearby_places", placesJson(world, random, 3, u"supermarket"_s))
        .set(u"metro_stations", placesJson(world, random, qMin(2, counts[0]), u"subway_station"_s))
        .set(u"schools", placesJson(world, random, qMin(2, counts[1]), u"school"_s))
        .set(u"hospitals", placesJson(world, random, qMin(2, counts[2]), u"hospital"_s))
        .set(u"malls", placesJson(world, random, 1, u"shopping_mall"_s))
        .set(u"api_calls_made", 12)
        .set(u"last_fetched_at", fetched)
        .set(u"stale_after", fetched.plusDays(30))
        .set(u"created_at", fetched)
        .set(u"updated_at", fetched);
    row.write();
}

} // namespace

void makeDemoMarketRates(DemoWorld &world)
{
    for (int block = 0; block < world.scale; ++block) {
        for (int number = 0; number < 120; ++number)
            writeCircleRate(world, block, number);
        for (int number = 0; number < 40; ++number)
            writeZoning(world, block, number);
        writeBankRates(world, block);
        for (int number = 0; number < 60; ++number)
            writeScore(world, block, number);
    }
}

} // namespace Ghar
