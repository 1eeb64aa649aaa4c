// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demojson.h"
#include "seed/demoreview.h"
#include "seed/demoworld.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

using namespace DemoCast;

/// What a listing of a kind costs and how large it is.
struct Kind
{
    QString type;
    QString words;   ///< in the title
    int rooms = 0;   ///< most bedrooms; 0 for land and shops
    int rentLow = 0; ///< thousand rupees a month
    int rentHigh = 0;
    int saleLow = 0; ///< lakh rupees
    int saleHigh = 0;
    int areaLow = 0; ///< square feet
    int areaHigh = 0;
};

const QList<Kind> &kinds()
{
    static const QList<Kind> list{
        {u"apartment"_s, u"flat"_s, 4, 16, 90, 48, 320, 620, 2400},
        {u"builder_floor"_s, u"builder floor"_s, 4, 22, 120, 75, 520, 900, 2800},
        {u"house"_s, u"independent house"_s, 5, 28, 160, 90, 700, 1000, 3600},
        {u"villa"_s, u"villa"_s, 5, 90, 250, 260, 900, 2800, 6200},
        {u"condo"_s, u"condominium flat"_s, 4, 45, 180, 150, 620, 1400, 3400},
        {u"penthouse"_s, u"penthouse"_s, 5, 110, 250, 320, 900, 3000, 6000},
        {u"studio"_s, u"studio"_s, 1, 12, 32, 35, 75, 320, 560},
        {u"loft"_s, u"loft"_s, 2, 24, 70, 70, 210, 700, 1500},
        {u"room"_s, u"room"_s, 1, 8, 17, 35, 40, 120, 260},
        {u"plot"_s, u"plot"_s, 0, 15, 60, 60, 600, 900, 9000},
        {u"office"_s, u"office"_s, 0, 45, 240, 80, 700, 500, 6000},
        {u"shop"_s, u"shop"_s, 0, 30, 180, 60, 500, 150, 1400},
        {u"warehouse"_s, u"warehouse"_s, 0, 60, 250, 200, 900, 5000, 30000},
    };
    return list;
}

/// A home is listed before anybody books, visits or rents it.
int daysOld(int slot, DemoRandom &random)
{
    if (slot < sharedListings)
        return random.between(2, 70);
    if (slot < firstStay)
        return random.between(560, 900);
    if (slot < firstSale)
        return random.between(260, 600);
    return random.between(65, 500);
}

/// Without zeros at the end, as a server writes the numbers of a point.
QString shortest(const DemoDecimal &number)
{
    QString text = number.text();
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

class Listings
{
public:
    explicit Listings(DemoWorld &world) : m_world(world), m_table(world.writer.table(u"properties")) { }
    void make(int block, int slot);

private:
    void setPlace(DemoRow &row, DemoListing &listing);
    void setWords(DemoRow &row, DemoListing &listing, const Kind &kind, int slot);
    void setSize(DemoRow &row, DemoListing &listing, const Kind &kind, int slot);
    void setMoney(DemoRow &row, DemoListing &listing, const Kind &kind, int slot);
    void setState(DemoRow &row, const DemoListing &listing, int slot);
    void setManagement(DemoRow &row, DemoListing &listing, int slot);
    [[nodiscard]] QString words(DemoRandom &random, int slot, bool isHome) const;

    DemoWorld &m_world;
    DemoTable &m_table;
    const QStringList &m_societies = m_world.texts.list(u"listings.societies");
    const QStringList &m_openers = m_world.texts.list(u"listings.openers");
    const QStringList &m_hindiOpeners = m_world.texts.list(u"listings.hindi_openers");
    const QStringList &m_middles = m_world.texts.list(u"listings.middles");
    const QStringList &m_commercial = m_world.texts.list(u"listings.commercial");
    const QStringList &m_closers = m_world.texts.list(u"listings.closers");
    const QStringList &m_features = m_world.texts.list(u"listings.features");
    const QStringList &m_tags = m_world.texts.list(u"listings.tags");
    const QStringList &m_landmarks = m_world.texts.list(u"listings.landmarks");
    const QStringList &m_builders = m_world.texts.list(u"listings.builders");
    const QStringList &m_keywords = m_world.texts.list(u"listings.keywords");
    QString m_society;
};

/// The kind of the listing in this place of a block.
Kind kindFor(int slot)
{
    if (slot < sharedListings)
        return {slot % 2 ? u"flatmate"_s : u"pg"_s,
                slot % 2 ? u"room in a shared flat"_s : u"PG"_s,
                3,
                8,
                28,
                0,
                0,
                110,
                320};
    static const QList<int> rentals{0, 1, 0, 2, 6, 0, 10, 1, 4, 0, 11, 7};
    static const QList<int> stays{0, 3, 6, 8, 7, 5};
    if (slot < firstStay)
        return kinds().at(rentals.at(slot % rentals.size()));
    if (slot < firstSale)
        return kinds().at(stays.at(slot % stays.size()));
    return kinds().at(slot % kinds().size());
}

QString purposeFor(int slot)
{
    if (slot == DemoReview::notForRent)
        return u"short_stay"_s;
    if (slot < firstStay)
        return u"rent"_s;
    if (slot < firstSale)
        return u"short_stay"_s;
    return slot % 10 == 9 ? u"rent"_s : u"buy"_s;
}

void Listings::make(int block, int slot)
{
    DemoRow row = m_table.row();
    DemoRandom &random = row.random();
    DemoListing listing;
    listing.id = row.id();
    listing.block = block;
    const Kind kind = kindFor(slot);
    listing.type = kind.type;
    listing.created = m_world.clock.ago(daysOld(slot, random), random.between(0, 380));
    // Posters of the first half own their room; the rest belongs to owners, two of whom have a large share.
    const DemoPerson &owner = slot == DemoReview::ofSuspendedOwner ? m_world.person(block, suspendedPoster)
        : slot < sharedListings && slot % 2                        ? m_world.flatmate(block, slot / 2)
        : slot % 11 == 0                                           ? m_world.person(block, firstOwner)
        : slot % 13 == 0                                           ? m_world.person(block, firstOwner + 1)
                         : m_world.person(block, firstOwner + random.below(owners));
    listing.ownerId = owner.id;
    row.set(u"property_type", kind.type)
        .set(u"purpose", purposeFor(slot))
        .set(u"owner_id", owner.id)
        .set(u"owner_name", owner.name)
        .set(u"owner_contact", owner.phone)
        .set(u"is_seed_data", true)
        .set(u"created_at", listing.created)
        .set(u"updated_at", m_world.clock.ago(random.between(0, 20), random.between(0, 380)));
    setPlace(row, listing);
    setSize(row, listing, kind, slot);
    setWords(row, listing, kind, slot);
    setMoney(row, listing, kind, slot);
    setState(row, listing, slot);
    setManagement(row, listing, slot);
    row.write();
    m_world.listings.append(listing);
}

void Listings::setPlace(DemoRow &row, DemoListing &listing)
{
    DemoRandom &random = row.random();
    listing.locality = random.below(m_world.texts.localities().size());
    DemoLocality place = m_world.locality(listing);
    listing.latitude = place.latitude + random.between(-45, 45) * 100;
    listing.longitude = place.longitude + random.between(-50, 50) * 100;
    m_society = random.pick(m_societies);
    listing.address = u"%1-%2, %3, %4, %5 %6"_s.arg(QChar(u'A' + random.below(8)))
                          .arg(random.between(101, 2412))
                          .arg(m_society, place.name, place.city, place.pin);
    const int slot = int((listing.id - 1) % DemoCast::listings);
    if (slot == listedTwice) {
        const DemoListing &first = m_world.listings.constLast();
        listing.locality = first.locality;
        listing.latitude = first.latitude;
        listing.longitude = first.longitude;
        listing.address = first.address;
        place = m_world.locality(first);
    }
    static const QHash<QString, QString> states{
        {u"HR"_s, u"Haryana"_s}, {u"DL"_s, u"Delhi"_s}, {u"UP"_s, u"Uttar Pradesh"_s}};
    row.set(u"full_address", listing.address)
        .set(u"city", place.city)
        .set(u"state", states.value(place.state))
        .set(u"pincode", place.pin)
        .set(u"locality", place.name)
        .set(u"sub_locality", m_society);
    if (random.chance(60))
        row.set(u"landmark", random.pick(m_landmarks));
    if (listing.id % 97 == 0)
        return; // a few addresses were never found on the map
    const DemoDecimal latitude{listing.latitude, 6};
    const DemoDecimal longitude{listing.longitude, 6};
    row.set(u"latitude", latitude)
        .set(u"longitude", longitude)
        .set(u"location",
             u"SRID=4326;POINT(%1 %2)"_s.arg(
                 shortest(longitude),
                 shortest(slot == stalePoint ? DemoDecimal{listing.latitude - 21000, 6} : latitude)));
}

void Listings::setSize(DemoRow &row, DemoListing &listing, const Kind &kind, int slot)
{
    DemoRandom &random = row.random();
    listing.area = random.between(kind.areaLow, kind.areaHigh);
    row.set(u"area_sqft", listing.area).set(u"area_type", random.chance(70) ? u"Carpet Area"_s : u"Super Area"_s);
    if (kind.type == "plot"_L1)
        return;
    const int floors =
        kind.type == "villa"_L1 || kind.type == "house"_L1 ? random.between(1, 3) : random.between(3, 32);
    row.set(u"total_floors", floors)
        .set(u"floor_number", random.between(0, floors))
        .set(u"age_of_property", random.between(0, 22))
        .set(u"parking_spaces", random.between(0, 2));
    listing.bathrooms = 1;
    if (kind.rooms > 0) {
        // Rooms grow with the area, give or take one.
        const int share = (listing.area - kind.areaLow) * kind.rooms / (kind.areaHigh - kind.areaLow + 1);
        listing.bedrooms = qBound(kind.type == "villa"_L1 || kind.type == "penthouse"_L1 ? 3 : 1,
                                  1 + share - (random.chance(25) ? 1 : 0), kind.rooms);
        if (slot == listedTwice)
            listing.bedrooms = m_world.listings.constLast().bedrooms;
        listing.bathrooms = qMax(1, listing.bedrooms - random.below(2));
        row.set(u"bedrooms", listing.bedrooms).set(u"balconies", random.between(0, 3));
    }
    row.set(u"bathrooms", listing.bathrooms);
    if (slot >= firstStay && slot < firstSale) {
        listing.maxOccupancy = listing.bedrooms * 2 + random.below(2);
        row.set(u"max_occupancy", listing.maxOccupancy).set(u"minimum_stay_days", random.between(1, 3));
    }
}

QString Listings::words(DemoRandom &random, int slot, bool isHome) const
{
    if (!isHome)
        return random.pick(m_commercial) + u' ' + random.pick(m_closers);
    const QString &opener = slot % 8 == 3 ? random.pick(m_hindiOpeners) : random.pick(m_openers);
    return opener + u' ' + random.pick(m_middles) + u' ' + random.pick(m_closers);
}

void Listings::setWords(DemoRow &row, DemoListing &listing, const Kind &kind, int slot)
{
    DemoRandom &random = row.random();
    const DemoLocality &place = m_world.locality(listing);
    listing.title = kind.rooms > 1 && slot >= sharedListings
        ? u"%1 BHK %2 in %3, %4"_s.arg(listing.bedrooms).arg(kind.words, m_society, place.name)
        : u"%1 in %2, %3"_s.arg(kind.words.at(0).toUpper() + kind.words.mid(1), m_society, place.name);
    if (slot == 66) // short texts are stored with their entities
        listing.title += u" &amp; terrace"_s;
    QString description = words(random, slot, kind.rooms > 0);
    if (slot == DemoReview::spamWords)
        description += u" Join our crypto group, whatsapp only."_s;
    if (slot != DemoReview::missingFields)
        row.set(u"description", slot % 12 == 5 ? u"<p>%1</p>"_s.arg(description) : description);
    row.set(u"title", listing.title)
        .set(u"builder_name", random.chance(50) ? Value(random.pick(m_builders)) : Value::null());

    QStringList features;
    for (int i = 0, count = random.between(2, 6), at = random.below(m_features.size()); i < count; ++i)
        features.append(m_features.at((at + i * 3) % m_features.size()));
    if (slot == 77) // an import of old rows left objects where lists belong
        row.set(u"features", u"{\"lift\": true, \"power_backup\": true, \"pool\": false}"_s);
    else
        row.set(u"features", DemoJson::array(features));
    row.set(u"tags", DemoJson::array({random.pick(m_tags)}))
        .set(u"search_keywords", random.pick(m_keywords) + u", " + random.pick(m_keywords));
    if (listing.id % 31 != 0)
        row.set(u"main_image_url", DemoReview::imageUrl(listing, 0));
    if (slot % 20 == 4)
        row.set(u"virtual_tour_url", u"https://360ghar.com/view/"_s + DemoWorld::tourKey(listing.block, slot / 20));
    if (slot % 17 == 1)
        row.set(u"video_urls", DemoJson::array({DemoWorld::mediaUrl(u"videos/%1.mp4"_s.arg(listing.id))}))
            .set(u"video_tour_url", u"ghar-demo:/tour-flat/walk.mp4"_s);
    if (slot % 9 == 2)
        row.set(u"floor_plan_url", u"ghar-demo:/tour-flat/floorplan.svg"_s);
    if (slot % 23 == 0)
        row.set(u"google_street_view_url", u"https://maps.example.com/?pano=%1"_s.arg(listing.id));
}

void Listings::setMoney(DemoRow &row, DemoListing &listing, const Kind &kind, int slot)
{
    DemoRandom &random = row.random();
    // Size sets the price, the draw only shades it.
    const qint64 share = kind.areaHigh > kind.areaLow
        ? qint64(listing.area - kind.areaLow) * 80 / (kind.areaHigh - kind.areaLow) + random.below(20)
        : 50;
    const QString purpose = purposeFor(slot);
    if (purpose == "buy"_L1) {
        listing.price = (kind.saleLow + (kind.saleHigh - kind.saleLow) * share / 100) * 100000;
        row.set(u"price_per_sqft", DemoMoney{listing.price * 100 / listing.area});
    } else {
        listing.rent = (kind.rentLow * 1000 + (kind.rentHigh - kind.rentLow) * 10 * share) / 500 * 500;
        listing.deposit = listing.rent * (slot < sharedListings ? 1 : random.between(1, 3));
        listing.price = listing.rent;
    }
    if (purpose == "short_stay"_L1) {
        listing.dailyRate = qMax<qint64>(900, listing.rent / 14 / 50 * 50);
        listing.price = listing.dailyRate;
        if (slot != firstStay) // without a rate the price of a night falls back to base_price
            row.set(u"daily_rate", DemoMoney::rupees(listing.dailyRate));
    }
    if (purpose == "rent"_L1 || slot < sharedListings) {
        if (slot == DemoReview::suspiciousRent)
            listing.rent = listing.price = 1200000;
        row.set(u"monthly_rent", DemoMoney::rupees(listing.rent))
            .set(u"security_deposit", DemoMoney::rupees(listing.deposit))
            .set(u"maintenance_charges", DemoMoney::rupees(qint64(listing.area) * random.between(2, 5)));
    }
    row.set(u"base_price", DemoMoney::rupees(listing.price));
}

void Listings::setState(DemoRow &row, const DemoListing &listing, int slot)
{
    DemoRandom &random = row.random();
    static const QStringList statuses{u"available"_s,   u"available"_s, u"available"_s,  u"sold"_s,
                                      u"under_offer"_s, u"available"_s, u"maintenance"_s};
    const QString purpose = purposeFor(slot);
    QString status = purpose == "buy"_L1 ? statuses.at(slot % 7) : slot % 6 == 1 ? u"rented"_s : u"available"_s;
    if (slot % 41 == 20)
        status = u"maintenance"_s;
    row.set(u"status", status)
        .set(u"view_count", random.between(0, 900))
        .set(u"like_count", random.between(0, 60))
        .set(u"interest_count", random.between(0, 25));
    if (slot < sharedListings) {
        DemoReview::setState(m_world, row, listing, slot);
        return;
    }
    // Nothing on the platform keeps the two in step, so some sold homes are still offered.
    row.set(u"is_available", status == "available"_L1 || status == "under_offer"_L1 || slot % 3 == 0);
    if (purpose == "rent"_L1)
        row.set(u"available_from", DemoClock::midnight(m_world.clock.today().addDays(random.between(-60, 60))));
    if (purpose == "short_stay"_L1 && slot % 4 == 0) {
        DemoJson calendar;
        calendar.openArray(u"blocked").openObject();
        calendar.put(u"from", demoDateText(m_world.clock.today().addDays(20)))
            .put(u"to", demoDateText(m_world.clock.today().addDays(27)))
            .put(u"note", u"Owner visits");
        row.set(u"calendar_data", calendar.text());
    }
}

void Listings::setManagement(DemoRow &row, DemoListing &listing, int slot)
{
    if (slot < firstManaged || slot >= firstManaged + managed)
        return;
    DemoRandom &random = row.random();
    const int place = slot - firstManaged;
    listing.dueDay = place % 5 == 0 ? 28 : place % 3 == 0 ? 1 : 5;
    // Every form of the policy that occurs on the platform.
    static const QStringList policies{
        u"{\"type\": \"fixed\", \"amount\": 500}"_s, u"{\"type\": \"fixed\", \"amount\": 500, \"apply_after\": 3}"_s,
        u"{\"type\": \"percentage\", \"percent\": 2}"_s, u"{\"type\": \"percentage\", \"percentage\": 10}"_s, u"{}"_s};
    row.set(u"is_managed", true)
        .set(u"management_status",
             place % 19 == 18       ? u"archived"_s
                 : place % 13 == 12 ? u"draft"_s
                                    : u"active"_s)
        .set(u"payment_due_day", listing.dueDay)
        .set(u"grace_period_days", place % 7 == 0 ? 0 : random.between(3, 10))
        .set(u"late_fee_policy", place % 6 == 5 ? Value::null() : Value(policies.at(place % 6)));
}

} // namespace

void makeDemoListings(DemoWorld &world)
{
    DemoTable &table = world.writer.table(u"amenities");
    const QJsonArray &amenities = world.texts.records(u"amenities.amenities");
    for (const QJsonValue &entry : amenities) {
        DemoRow row = table.row();
        row.set(u"title", entry[u"title"_s].toString())
            .set(u"icon", entry[u"icon"_s].toString())
            .set(u"category", entry[u"category"_s].toString())
            .set(u"is_active", row.id() % 23 != 0)
            .set(u"created_at", world.clock.ago(700, 300));
        row.write();
    }
    Listings listings(world);
    world.listings.reserve(qsizetype(world.scale) * DemoCast::listings);
    for (int block = 0; block < world.scale; ++block) {
        for (int slot = 0; slot < DemoCast::listings; ++slot)
            listings.make(block, slot);
    }
    DemoReview::makeDetails(world);
}

} // namespace Ghar
