// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demoreview.h"

#include "seed/demojson.h"

using namespace Qt::StringLiterals;

namespace Ghar::DemoReview {

namespace {

using namespace DemoCast;

struct Flag
{
    QString code;
    QString severity;
    QString field;
    QString reason;
    QString term;
};

QList<Flag> flagsOf(int slot)
{
    switch (slot) {
    case missingFields:
        return {{u"missing_photos"_s, u"high"_s, u"image_urls"_s, u"Fewer than two photos."_s, {}},
                {u"missing_key_field"_s, u"warning"_s, u"description"_s, u"The description is empty."_s, {}},
                {u"missing_key_field"_s, u"warning"_s, u"gender_preference"_s, u"Nobody is named who may rent."_s, {}},
                {u"missing_key_field"_s, u"warning"_s, u"sharing_type"_s, u"The kind of sharing is missing."_s, {}}};
    case suspiciousRent:
        return {{u"suspicious_pricing"_s, u"high"_s, u"monthly_rent"_s, u"The rent looks far too high."_s, {}}};
    case spamWords:
        return {
            {u"commercial_spam"_s, u"warning"_s, u"content"_s, u"The text advertises something else."_s, u"crypto"_s},
            {u"off_platform_spam"_s, u"warning"_s, u"content"_s, u"The text leads away from the platform."_s,
             u"whatsapp only"_s}};
    case 5:
        return {{u"adult_content"_s, u"high"_s, u"content"_s, u"The text contains adult words."_s, u"xxx"_s}};
    case 6:
        return {
            {u"illegal_substances"_s, u"high"_s, u"content"_s, u"The text names illegal substances."_s, u"ganja"_s}};
    default:
        return {};
    }
}

void putPrescreen(DemoJson &json, const DemoWorld &world, const DemoListing &listing, int slot)
{
    const QList<Flag> flags = flagsOf(slot);
    json.put(u"ai_prescreen_result", flags.isEmpty() ? u"clear" : u"flagged").openArray(u"ai_prescreen_flags");
    QStringList reasons;
    for (const Flag &flag : flags) {
        json.openObject().put(u"code", flag.code).put(u"severity", flag.severity).put(u"reason", flag.reason);
        json.put(u"field", flag.field);
        if (!flag.term.isEmpty())
            json.put(u"matched_term", flag.term);
        json.close();
        if (reasons.size() < 3)
            reasons.append(flag.reason);
    }
    json.close();
    QString reason = reasons.join(u"; "_s);
    if (flags.size() > 3)
        reason += u"; %1 more flag(s)"_s.arg(flags.size() - 3);
    if (flags.isEmpty())
        json.putNull(u"ai_prescreen_reason");
    else
        json.put(u"ai_prescreen_reason", reason);
    json.put(u"ai_prescreen_photo_count", slot == missingFields ? 1 : 3)
        .put(u"ai_prescreened_at", listing.created.plusMinutes(1).isoText());
    if (slot == suspiciousRent)
        json.put(u"ai_prescreened_by", world.admin(listing.block, 1).id);
}

void putDecision(DemoJson &json, const DemoWorld &world, const DemoListing &listing, int admin, DemoInstant when)
{
    json.put(u"moderated_by", world.admin(listing.block, admin).id).put(u"moderated_at", when.isoText());
}

void putApproval(DemoJson &json, const DemoWorld &world, const DemoListing &listing, int slot)
{
    const DemoInstant when = listing.created.plusMinutes(95 + slot * 7);
    putDecision(json, world, listing, slot, when);
    json.put(u"first_approved_at", when.isoText())
        .put(u"approval_boost_granted_at", when.isoText())
        .put(u"boosted_until", when.plusDays(1).isoText())
        .put(u"boost_reason", u"first_approval");
}

/// The last named place that is not behind this one.
int stateOf(int slot)
{
    static const QList<int> places{pending,
                                   waitingForOwner,
                                   approved,
                                   rejected,
                                   pausedByOwner,
                                   autoPaused,
                                   statusMissing,
                                   statusMissingHidden,
                                   neverReviewed,
                                   limbo,
                                   moveInPassed,
                                   liveAfterRejection,
                                   approvedWithOldReason,
                                   notForRent,
                                   noPreferences,
                                   disputedTags};
    int found = pending;
    for (const int place : places) {
        if (place <= slot)
            found = place;
    }
    return found;
}

void putTagVotes(DemoJson &json, const DemoWorld &world, const DemoListing &listing)
{
    const QStringList &tags = world.texts.list(u"listings.society_tags");
    json.openObject(u"society_tag_vote_counts");
    json.openObject(tags.at(0)).put(u"up", 2).put(u"down", 0).close();
    json.openObject(tags.at(1)).put(u"up", 0).put(u"down", 3).close().close();
    json.openObject(u"society_tag_user_votes");
    for (int i = 0; i < 3; ++i) {
        json.openObject(QString::number(world.flatmate(listing.block, 40 + i).id)).put(tags.at(1), u"down");
        if (i < 2)
            json.put(tags.at(0), u"up");
        json.close();
    }
    json.close().openObject(u"society_tag_disputes").openObject(tags.at(1));
    json.put(u"status", u"community_disputed").put(u"downvotes", 3).close().close();
}

} // namespace

void setState(const DemoWorld &world, DemoRow &row, const DemoListing &listing, int slot)
{
    static const QStringList genders{u"any"_s, u"male"_s, u"female"_s};
    static const QStringList sharing{u"private_room"_s, u"shared_room"_s, u"master_bedroom"_s, u"entire_flat"_s};
    const QStringList &reasons = world.texts.list(u"listings.moderation_reasons");
    const int state = stateOf(slot);
    DemoRandom &random = row.random();
    QDate moveIn = world.clock.today().addDays(random.between(2, 45));
    bool available = false;
    if (state == noPreferences) {
        row.set(u"is_available", true)
            .set(u"available_from", DemoClock::midnight(moveIn))
            .setNull(u"listing_preferences");
        return;
    }

    DemoJson json;
    if (slot != missingFields)
        json.put(u"gender_preference", genders.at(slot % 3)).put(u"sharing_type", sharing.at(slot % 4));
    if (slot % 3 == 0)
        json.put(u"food_habits", u"vegetarian").put(u"pets", slot % 2 ? u"no_pets" : u"pet_friendly");
    switch (state) {
    case pending:
        json.put(u"moderation_status", u"pending_review");
        break;
    case waitingForOwner:
        json.put(u"moderation_status", u"pending_review").put(u"moderation_reason", reasons.at(slot % reasons.size()));
        putDecision(json, world, listing, slot, listing.created.plusMinutes(140));
        break;
    case rejected:
        json.put(u"moderation_status", u"rejected");
        if (slot % 2 == 0)
            json.put(u"moderation_reason", reasons.at(slot % reasons.size()));
        putDecision(json, world, listing, slot, listing.created.plusMinutes(200));
        break;
    case pausedByOwner:
        json.put(u"moderation_status", u"paused").put(u"owner_status_updated_at", world.clock.ago(3, 200).isoText());
        putApproval(json, world, listing, slot);
        break;
    case autoPaused:
        moveIn = world.clock.today().addDays(-random.between(2, 20));
        json.put(u"moderation_status", u"paused")
            .put(u"auto_paused_reason", u"expired_move_in_date")
            .put(u"auto_paused_at", world.clock.ago(1, 240).isoText())
            .put(u"expired_move_in_date", DemoClock::midnight(moveIn).isoText())
            .put(u"room_poster_review_required", true)
            .put(u"previous_moderation_status", u"live");
        putApproval(json, world, listing, slot);
        break;
    case statusMissing:
        available = true;
        break;
    case statusMissingHidden:
        break;
    case neverReviewed:
        json.put(u"moderation_status", u"live").put(u"owner_status_updated_at", world.clock.ago(2, 120).isoText());
        available = true;
        break;
    case limbo:
        json.put(u"moderation_status", u"live");
        break;
    case liveAfterRejection:
        json.put(u"moderation_status", u"live").put(u"moderation_reason", reasons.at(1));
        putDecision(json, world, listing, slot, listing.created.plusMinutes(60));
        json.put(u"owner_status_updated_at", listing.created.plusMinutes(400).isoText());
        available = true;
        break;
    default:
        json.put(u"moderation_status", u"live");
        if (state == approvedWithOldReason)
            json.put(u"moderation_reason", reasons.at(0));
        putApproval(json, world, listing, slot);
        available = true;
        if (state == moveInPassed)
            moveIn = world.clock.today().addDays(-1);
        if (slot == disputedTags)
            putTagVotes(json, world, listing);
        break;
    }
    if (state != statusMissing && state != limbo)
        putPrescreen(json, world, listing, slot);
    if (slot % 8 == 1)
        json.put(u"video_tour_url", DemoWorld::mediaUrl(u"videos/room.mp4"));
    row.set(u"is_available", available)
        .set(u"available_from", DemoClock::midnight(moveIn))
        .set(u"listing_preferences", json.text());
}

QString imageUrl(const DemoListing &listing, int number)
{
    // Two of three listings show the flat that ships with the desk, the rest has addresses as the platform writes them.
    static const QStringList living{u"living-sofa"_s, u"living-wall"_s, u"living-from-kitchen"_s,
                                    u"living-from-balcony"_s};
    static const QStringList others{u"bed"_s,      u"kitchen-corner"_s, u"balcony-street"_s,  u"dining"_s,
                                    u"wardrobe"_s, u"bed-and-window"_s, u"kitchen-counter"_s, u"balcony-door"_s};
    if (listing.id % 3 != 0) {
        // Three and eight have no common divisor, so no listing shows a picture twice.
        const QString &name = number == 0 ? living.at(listing.id % living.size())
                                          : others.at((listing.id * 5 + number * 3) % others.size());
        return u"ghar-demo:/photos/%1.jpg"_s.arg(name);
    }
    return DemoWorld::mediaUrl(u"properties/%1/%2.webp"_s.arg(listing.id).arg(number + 1));
}

void makeDetails(DemoWorld &world)
{
    static const QStringList categories{u"room"_s,     u"hall"_s,   u"kitchen"_s,   u"bathroom"_s, u"balcony"_s,
                                        u"terrace"_s,  u"garden"_s, u"parking"_s,   u"entrance"_s, u"exterior"_s,
                                        u"interior"_s, u"others"_s, u"floor_plan"_s};
    const QJsonObject captions = world.texts.object(u"listings.captions");
    QStringList captionOf;
    for (const QString &category : categories)
        captionOf.append(captions.value(category).toString());
    const int amenityCount = int(world.texts.records(u"amenities.amenities").size());
    DemoTable &images = world.writer.table(u"property_images");
    DemoTable &links = world.writer.table(u"property_amenities");
    for (const DemoListing &listing : std::as_const(world.listings)) {
        const int slot = int((listing.id - 1) % DemoCast::listings);
        DemoRandom random(DemoRandom::seedOf(u"details", quint64(listing.id)));
        const int pictures = slot == missingFields ? 1 : random.between(1, slot < sharedListings ? 3 : 4);
        for (int number = 0; number < pictures; ++number) {
            DemoRow row = images.row();
            const int category = number == 0 ? 10 : int((listing.id + number * 3) % categories.size());
            row.set(u"property_id", listing.id)
                .set(u"image_url", imageUrl(listing, number))
                .set(u"caption", row.random().chance(70) ? Value(captionOf.at(category)) : Value::null())
                .set(u"image_category", categories.at(category))
                .set(u"display_order", number)
                .set(u"is_main_image", number == 0 && listing.id % 53 != 0)
                .set(u"created_at", listing.created);
            row.write();
        }
        // A step that shares no factor with 46 never repeats an amenity.
        const int count = random.between(1, 5);
        const int first = random.below(amenityCount);
        for (int number = 0; number < count; ++number) {
            DemoRow row = links.row();
            row.set(u"property_id", listing.id)
                .set(u"amenity_id", 1 + (first + number * 7) % amenityCount)
                .set(u"created_at", listing.created);
            row.write();
        }
    }
}

} // namespace Ghar::DemoReview
