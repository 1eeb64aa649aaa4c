// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seed/demotexts.h"
#include "seed/demotime.h"
#include "seed/demowriter.h"

#include <QList>

namespace Ghar {

/// The demo platform is made of blocks that are alike: `scale` says how many. Each block has people in fixed places, so
/// that every part of the generator finds the cast it needs (an owner, a suspended user) without asking another part.
namespace DemoCast {
inline constexpr int people = 220;
inline constexpr int agents = 12;
inline constexpr int listings = 260;

inline constexpr int firstAdmin = 0;
inline constexpr int formerAdmin = 3; ///< role admin, not active
inline constexpr int firstAgentLogin = 4;
inline constexpr int agentWithoutRow = 16; ///< role agent, no agent_id: sees nothing
inline constexpr int firstOwner = 17;
inline constexpr int owners = 50;
inline constexpr int firstFlatmate = 67;
inline constexpr int flatmates = 120;
inline constexpr int thriceReported = 67;  ///< three people reported: profile paused
inline constexpr int selfUnpaused = 68;    ///< paused by reports, switched back on by the user
inline constexpr int suspendedPoster = 69; ///< suspended, yet profile and listing stay visible
inline constexpr int firstCustomer = 187;
inline constexpr int customers = 21;
inline constexpr int firstDeleted = 208;
inline constexpr int firstDuplicate = 212; ///< phone with the suffix _dup_1
inline constexpr int firstSuspended = 214;
inline constexpr int migrated = 218;
inline constexpr int escapedName = 219; ///< name stored with HTML entities

inline constexpr int sharedListings = 60; ///< pg and flatmate, in the review cycle
inline constexpr int firstManaged = 60;   ///< rentals with leases
inline constexpr int managed = 60;
inline constexpr int firstStay = 120; ///< short stays with bookings
inline constexpr int stays = 30;
inline constexpr int firstSale = 150;
inline constexpr int stalePoint = 88;   ///< moved on the map, its point was not
inline constexpr int listedTwice = 163; ///< the home before once more, by somebody else
} // namespace DemoCast

struct DemoPerson
{
    qint64 id = 0;
    QString name;
    QString phone;
    QString email;
    QString authId;           ///< users.supabase_user_id
    bool hasAuthUuid = false; ///< the id is a UUID, so that notifications can be addressed to it
    bool isActive = true;
    DemoInstant joined;
};

struct DemoListing
{
    qint64 id = 0;
    int block = 0;
    qint64 ownerId = 0;
    QString title;
    QString type;
    QString address;
    int locality = 0;
    int latitude = 0; ///< millionths of a degree
    int longitude = 0;
    qint64 rent = 0;  ///< rupees a month
    qint64 price = 0; ///< base_price in rupees
    qint64 dailyRate = 0;
    qint64 deposit = 0;
    int maxOccupancy = 0;
    int dueDay = 1;
    int bedrooms = 0;
    int bathrooms = 0;
    int area = 0;
    DemoInstant created;
};

struct DemoLease
{
    qint64 id = 0;
    int block = 0;
    int place = 0; ///< of the managed listing in its block
    qint64 propertyId = 0;
    qint64 ownerId = 0;
    qint64 tenantId = 0; ///< 0: a tenant without account
    QString status;
    QDate start;
    QDate end;       ///< effective: the earlier of end and termination
    qint64 rent = 0; ///< rupees
    int dueDay = 1;
};

/// What the parts of the generator share.
class DemoWorld
{
public:
    DemoWorld(const Schema &schema, QDate today, int blocks, const DemoTexts &words, SeedSink &sink)
        : scale(blocks), texts(words), clock(today), writer(schema, clock, sink)
    { }

    [[nodiscard]] const DemoPerson &person(int block, int slot) const
    {
        return people.at(qsizetype(block) * DemoCast::people + slot);
    }
    [[nodiscard]] const DemoPerson &personById(qint64 id) const { return people.at(id - 1); }
    [[nodiscard]] const DemoListing &listing(int block, int slot) const
    {
        return listings.at(qsizetype(block) * DemoCast::listings + slot);
    }
    [[nodiscard]] qint64 agentId(int block, int number) const { return qint64(block) * DemoCast::agents + number + 1; }
    /// Somebody with a flatmates profile; `number` wraps around.
    [[nodiscard]] const DemoPerson &flatmate(int block, int number) const
    {
        return person(block, DemoCast::firstFlatmate + number % DemoCast::flatmates);
    }
    [[nodiscard]] const DemoPerson &customer(int block, int number) const
    {
        return person(block, DemoCast::firstCustomer + number % DemoCast::customers);
    }
    [[nodiscard]] const DemoPerson &admin(int block, int number) const
    {
        return person(block, DemoCast::firstAdmin + number % 3);
    }
    [[nodiscard]] const DemoLocality &locality(const DemoListing &listing) const
    {
        return texts.localities().at(listing.locality);
    }
    /// The active lease of a property, or nullptr.
    [[nodiscard]] const DemoLease *activeLease(qint64 propertyId) const
    {
        const auto found = activeLeases.constFind(propertyId);
        return found == activeLeases.cend() ? nullptr : &leases.at(*found);
    }
    /// Key of a tour, known before the tour is made because listings link to it.
    [[nodiscard]] static QString tourKey(int block, int number)
    {
        DemoRandom random(DemoRandom::seedOf(u"tour", quint64(block) * 1000 + quint64(number)));
        return demoUuid(random);
    }
    /// Address of a picture nobody serves; the desk shows its placeholder.
    [[nodiscard]] static QString mediaUrl(QStringView path) { return u"https://media.example.com/" + path; }

    const int scale;
    const DemoTexts &texts;
    const DemoClock clock;
    DemoWriter writer;
    QList<DemoPerson> people;              ///< by id
    QList<DemoListing> listings;           ///< by id
    QList<DemoLease> leases;               ///< by id
    QHash<qint64, qsizetype> activeLeases; ///< property -> position in leases
};

// The parts, in the order in which they build on each other.
void makeDemoPeople(DemoWorld &world);
void makeDemoListings(DemoWorld &world);
void makeDemoFlatmates(DemoWorld &world);
void makeDemoReports(DemoWorld &world);
void makeDemoVisits(DemoWorld &world);
void makeDemoBookings(DemoWorld &world);
void makeDemoContent(DemoWorld &world);
void makeDemoBlog(DemoWorld &world);
void makeDemoTours(DemoWorld &world);
void makeDemoMedia(DemoWorld &world);
void makeDemoLeases(DemoWorld &world);
void makeDemoRent(DemoWorld &world);
void makeDemoPapers(DemoWorld &world);
void makeDemoUpkeep(DemoWorld &world);
void makeDemoApplications(DemoWorld &world);
void makeDemoAuctions(DemoWorld &world);
void makeDemoRegisters(DemoWorld &world);
void makeDemoMarketRates(DemoWorld &world);
void makeDemoAssistant(DemoWorld &world);
void makeDemoNotices(DemoWorld &world);

} // namespace Ghar
