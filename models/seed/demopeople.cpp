// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demojson.h"
#include "seed/demoworld.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

using namespace DemoCast;

bool isFlatmate(int slot)
{
    return slot >= firstFlatmate && slot < firstFlatmate + DemoCast::flatmates;
}

bool isOwner(int slot)
{
    return slot >= firstOwner && slot < firstOwner + owners;
}

/// +91 99999 0xxxx, longer from the ten-thousandth person on: no network serves either.
QString phoneOf(qint64 id)
{
    return u"+91999990" + QString::number(id).rightJustified(4, u'0');
}

/// Nobody acts before joining: owners came first, tenants before their leases, a few people only this month.
int joinedDaysAgo(int slot, DemoRandom &random)
{
    if (slot < firstFlatmate)
        return random.between(910, 1300);
    if (slot >= firstFlatmate + 30 && slot < firstFlatmate + 90)
        return random.between(560, 900);
    if (slot >= firstFlatmate + 110 && slot < firstCustomer)
        return random.between(2, 25);
    if (slot >= firstDeleted)
        return slot < firstDuplicate ? random.between(300, 800) : random.between(1, 60);
    return random.between(250, 900);
}

class People
{
public:
    explicit People(DemoWorld &world) : m_world(world), m_users(world.writer.table(u"users")) { }

    void make(int block, int slot);

private:
    void setIdentity(DemoRow &row, DemoPerson &person, int block, int slot);
    void setProfile(DemoRow &row, int slot);
    void setPreferences(DemoRow &row, int slot);
    void setSettings(DemoRow &row, int slot);
    void setDeleted(DemoRow &row, DemoPerson &person);

    DemoWorld &m_world;
    DemoTable &m_users;
    const QStringList &m_professions = m_world.texts.list(u"people.professions");
    const QStringList &m_bios = m_world.texts.list(u"people.bios");
};

void People::make(int block, int slot)
{
    DemoRow row = m_users.row();
    DemoPerson person;
    person.id = row.id();
    person.joined = m_world.clock.ago(joinedDaysAgo(slot, row.random()), row.random().between(0, 380));
    row.set(u"is_seed_data", true).set(u"created_at", person.joined);
    if (row.random().chance(70))
        row.set(u"updated_at", m_world.clock.ago(row.random().between(0, 3), row.random().between(0, 380)));
    setIdentity(row, person, block, slot);
    if (slot >= firstDeleted && slot < firstDuplicate) {
        setDeleted(row, person);
    } else {
        setSettings(row, slot);
        if (isFlatmate(slot))
            setProfile(row, slot);
        else
            setPreferences(row, slot);
    }
    row.set(u"is_active", person.isActive);
    row.write();
    m_world.people.append(person);
}

void People::setIdentity(DemoRow &row, DemoPerson &person, int block, int slot)
{
    DemoRandom &random = row.random();
    const bool female = random.chance(46);
    const QString first = random.pick(female ? m_world.texts.femaleNames() : m_world.texts.maleNames());
    QString last = random.pick(m_world.texts.surnames());
    if (!female && last == "Kaur"_L1)
        last = u"Singh"_s;
    person.name = slot == escapedName ? u"Anita D&#x27;Mello"_s : first + u' ' + last;
    person.phone = phoneOf(person.id);
    person.email = u"%1.%2%3@example.%4"_s.arg(first.toLower(), last.toLower())
                       .arg(person.id)
                       .arg(person.id % 3 == 0 ? "in"_L1 : "com"_L1);
    person.hasAuthUuid = slot % 3 != 0;
    person.authId = person.hasAuthUuid ? demoUuid(random) : u"seed-user-%1"_s.arg(person.id);
    person.isActive = slot != formerAdmin && slot != suspendedPoster && slot != migrated
        && (slot < firstSuspended || slot > firstSuspended + 3);
    if (slot >= firstDuplicate && slot < firstSuspended)
        person.phone = phoneOf(person.id - slot + firstFlatmate + 13 + slot - firstDuplicate) + u"_dup_1";
    if (slot == migrated)
        person.authId = u"__migrated__%1"_s.arg(person.id);

    row.set(u"supabase_user_id", person.authId)
        .set(u"full_name", person.name)
        .set(u"phone", person.phone)
        .set(u"email", slot == migrated ? Value::null() : Value(person.email))
        .set(u"date_of_birth", DemoClock::midnight(m_world.clock.today().addDays(-random.between(21 * 366, 61 * 366))));
    if (random.chance(55))
        row.set(u"profile_image_url", DemoWorld::mediaUrl(u"avatars/%1.jpg"_s.arg(person.id)));
    if (slot < firstAgentLogin)
        row.set(u"role", u"admin"_s);
    else if (slot <= agentWithoutRow)
        row.set(u"role", u"agent"_s);
    if (slot >= firstAgentLogin && slot < agentWithoutRow)
        row.set(u"agent_id", m_world.agentId(block, slot - firstAgentLogin));
    else if (slot >= firstOwner && slot < firstDeleted && slot % 4 != 0) {
        // The first agent carries more than the fifty people a desk is meant for; the last one is no longer active.
        const int number = random.chance(36) ? 0 : random.below(agents);
        row.set(u"agent_id", m_world.agentId(block, number));
    }

    static const QStringList methods{u"google"_s,         u"apple"_s,     u"email_password"_s,
                                     u"phone_password"_s, u"phone_otp"_s, u"email_otp"_s};
    const bool verified = random.chance(72);
    row.set(u"is_verified", verified)
        .set(u"phone_verified", verified || random.chance(40))
        .set(u"email_verified", random.chance(60))
        .set(u"last_auth_method", methods.at(slot % methods.size()))
        .set(u"last_auth_method_at", m_world.clock.ago(random.between(0, 60), random.between(0, 390)));
    const DemoLocality &home = random.pick(m_world.texts.localities());
    if (random.chance(60)) {
        row.set(u"current_latitude", DemoDecimal{home.latitude / 100, 4})
            .set(u"current_longitude", DemoDecimal{home.longitude / 100, 4});
    }
    row.set(u"flatmates_onboarding_completed", isFlatmate(slot))
        .set(u"stays_onboarding_completed", random.chance(35))
        .set(u"estate_onboarding_completed", isOwner(slot) || random.chance(40))
        .set(u"ghar360_onboarding_completed", random.chance(50));
}

void People::setProfile(DemoRow &row, int slot)
{
    static const QStringList modes{u"room_poster"_s, u"seeker"_s, u"co_hunter"_s, u"open_to_both"_s};
    static const QStringList statuses{u"active"_s, u"active"_s,         u"active"_s, u"active"_s, u"draft"_s,
                                      u"active"_s, u"pending_review"_s, u"active"_s, u"paused"_s, u"rejected"_s};
    // The catalogue's four answers, and the spellings other clients have sent.
    static const QStringList timelines{
        u"immediately"_s,    u"within_2_weeks"_s, u"within_1_month"_s, u"just_exploring"_s,  u"immediately"_s,
        u"within_2_weeks"_s, u"within_1_month"_s, u"just_exploring"_s, u"immediate"_s,       u"now"_s,
        u"this_month"_s,     u"within_a_month"_s, u"within_month"_s,   u"within_3_months"_s, u"next_month"_s,
        u"two_weeks"_s};
    static const QStringList sleep{u"early_bird"_s, u"flexible"_s, u"night_owl"_s};
    static const QStringList clean{u"minimal"_s, u"tidy"_s, u"spotless"_s};
    static const QStringList food{u"vegetarian"_s, u"vegan"_s, u"non_vegetarian"_s, u"eggetarian"_s,
                                  u"no_preference"_s};
    static const QStringList habits{u"neither"_s, u"smoke_outside"_s, u"drink_occasionally"_s, u"both_fine"_s};
    static const QStringList guests{u"no_overnight_guests"_s, u"occasional_ok"_s, u"open_house"_s};
    static const QStringList work{u"wfh"_s, u"office"_s, u"hybrid"_s};
    static const QStringList limits{
        u"no_smoking"_s,         u"no_drinking"_s, u"food_veg_only"_s, u"no_pets"_s,    u"no_overnight_guests"_s,
        u"gender_female_only"_s, u"no_parties"_s,  u"min_tidy"_s,      u"early_riser"_s};
    DemoRandom &random = row.random();
    const int number = slot - firstFlatmate;
    QString status = statuses.at(number % statuses.size());
    if (slot == thriceReported)
        status = u"paused"_s;
    if (slot == selfUnpaused || slot == suspendedPoster)
        status = u"active"_s;
    const int budget = random.between(8, 28) * 1000;
    const DemoLocality &place = random.pick(m_world.texts.localities());
    row.set(u"flatmates_mode", number < 30 ? modes.at(0) : modes.at(number % 4))
        .set(u"flatmates_profile_status", status)
        .set(u"flatmates_budget_min", budget)
        .set(u"flatmates_budget_max", budget + random.between(3, 15) * 1000)
        .set(u"flatmates_move_in_timeline", timelines.at(number % timelines.size()))
        .set(u"flatmates_city", place.city)
        .set(u"flatmates_locality", place.name)
        .set(u"flatmates_last_active_at", m_world.clock.ago(random.between(0, 40), random.between(0, 380)));
    if (status != "draft"_L1) {
        row.set(u"flatmates_bio", random.pick(m_bios))
            .set(u"flatmates_sleep_schedule", sleep.at(random.below(3)))
            .set(u"flatmates_cleanliness", clean.at(random.below(3)))
            .set(u"flatmates_food_habits", food.at(number % 5))
            .set(u"flatmates_smoking_drinking", habits.at(random.below(4)))
            .set(u"flatmates_guests_policy", guests.at(random.below(3)))
            .set(u"flatmates_work_style", work.at(random.below(3)));
    }

    DemoJson json;
    json.put(u"purpose", u"rent").put(u"budget_min", budget).put(u"budget_max", budget + 8000);
    json.put(u"location_preference", QStringList{place.name}).put(u"max_distance_km", random.between(3, 15));
    json.openObject(u"flatmates");
    if (number % 7 == 0)
        json.put(u"age", QString::number(random.between(21, 38))); // some clients send digits as text
    else
        json.put(u"age", random.between(21, 38));
    json.put(u"profession", random.pick(m_professions));
    json.put(u"gender", random.chance(46) ? u"female" : u"male");
    json.put(u"gender_preference",
             number % 5 == 0       ? u"female_only"
                 : number % 5 == 1 ? u"male_only"
                                   : u"no_preference");
    json.put(u"non_negotiables", QStringList{limits.at(number % 9), limits.at((number + 4) % 9)});
    json.put(u"pets", number % 3 == 0 ? u"have_pets" : u"no_pets");
    json.put(u"parties_at_home", number % 2 == 0 ? u"never" : u"occasional_weekends");
    if (slot == thriceReported || slot == selfUnpaused) {
        json.put(u"auto_paused_reason", u"repeat_reports")
            .put(u"auto_paused_report_count", 3)
            .put(u"auto_paused_at", m_world.clock.ago(slot == thriceReported ? 2 : 12, 300).isoText());
    }
    row.set(u"preferences", json.text());
}

void People::setPreferences(DemoRow &row, int slot)
{
    DemoRandom &random = row.random();
    DemoJson json;
    if (isOwner(slot)) {
        static const QStringList states{u"verified"_s, u"pending"_s, u"rejected"_s, u"unknown"_s};
        // Older rows carry the status under its first name.
        json.put(slot % 9 == 0 ? u"kyc_status" : u"pm_kyc_status", states.at(slot % 3 == 0 ? slot % 4 : 0));
    } else if (random.chance(70)) {
        const int low = random.between(15, 60) * 1000;
        json.put(u"property_type", QStringList{u"apartment"_s, u"builder_floor"_s})
            .put(u"purpose", random.chance(60) ? u"rent" : u"buy")
            .put(u"budget_min", low)
            .put(u"budget_max", low * 2)
            .put(u"bedrooms_min", random.between(1, 3))
            .put(u"location_preference", QStringList{random.pick(m_world.texts.localities()).name});
    }
    row.set(u"preferences", json.text());
}

void People::setSettings(DemoRow &row, int slot)
{
    DemoRandom &random = row.random();
    DemoJson notify;
    if (slot % 2 == 0) {
        notify.put(u"email_notifications", random.chance(80))
            .put(u"push_notifications", random.chance(85))
            .put(u"sms_notifications", random.chance(20))
            .put(u"visit_reminders", true)
            .put(u"promotional_emails", random.chance(30));
    } else {
        notify.put(u"push", random.chance(85)).put(u"email", random.chance(80));
        notify.openObject(u"categories")
            .put(u"promotions", random.chance(40))
            .put(u"digest", random.chance(60))
            .put(u"visit_reminders", true)
            .close();
        notify.openObject(u"quietHours").put(u"start", u"22:00").put(u"end", u"07:30").close();
    }
    DemoJson privacy;
    privacy.put(u"profile_visibility", random.chance(85) ? u"public" : u"private")
        .put(u"location_sharing", random.chance(60))
        .put(u"contact_sharing", random.chance(50))
        .put(u"search_history_tracking", random.chance(80));
    row.set(u"notification_settings", notify.text()).set(u"privacy_settings", privacy.text());
}

/// What account deletion leaves behind: the row with nobody in it.
void People::setDeleted(DemoRow &row, DemoPerson &person)
{
    person.isActive = false;
    person.name.clear();
    person.authId = u"__deleted__%1"_s.arg(person.id);
    person.hasAuthUuid = false;
    row.set(u"supabase_user_id", person.authId);
    for (const QString &column :
         {u"full_name"_s, u"phone"_s, u"email"_s, u"date_of_birth"_s, u"profile_image_url"_s, u"preferences"_s,
          u"notification_settings"_s, u"privacy_settings"_s, u"current_latitude"_s, u"current_longitude"_s,
          u"last_auth_method"_s, u"last_auth_method_at"_s})
        row.setNull(column);
    for (const QString &column :
         {u"is_verified"_s, u"phone_verified"_s, u"email_verified"_s, u"flatmates_onboarding_completed"_s,
          u"stays_onboarding_completed"_s, u"estate_onboarding_completed"_s, u"ghar360_onboarding_completed"_s})
        row.set(column, false);
}

void makeAgents(DemoWorld &world)
{
    DemoTable &table = world.writer.table(u"agents");
    const QStringList &names = world.texts.list(u"people.agent_names");
    const QStringList &descriptions = world.texts.list(u"people.agent_descriptions");
    const QStringList &languages = world.texts.list(u"people.languages");
    static const QStringList types{u"general"_s, u"specialist"_s, u"senior"_s};
    static const QStringList levels{u"beginner"_s, u"intermediate"_s, u"expert"_s};
    for (int number = 0; number < world.scale * agents; ++number) {
        DemoRow row = table.row();
        DemoRandom &random = row.random();
        const int place = number % agents;
        DemoJson hours;
        if (place == 5) {
            // A page of the platform's handbook describes hours by weekday; one row follows it.
            for (const QString &day : {u"monday"_s, u"wednesday"_s, u"friday"_s})
                hours.openObject(day).put(u"start", u"10:00").put(u"end", u"18:00").close();
        } else {
            hours.put(u"start", place % 2 ? u"09:00" : u"10:00")
                .put(u"end", place % 3 ? u"19:00" : u"18:00")
                .put(u"timezone", u"Asia/Kolkata")
                .put(u"days",
                     QStringList{u"monday"_s, u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s, u"saturday"_s});
        }
        row.set(u"name", names.at(place))
            .set(u"contact_number", u"+91999990%1"_s.arg(9900 + number % 100))
            .set(u"description", descriptions.at(place % descriptions.size()))
            .set(u"avatar_url", DemoWorld::mediaUrl(u"agents/%1.jpg"_s.arg(row.id())))
            .set(u"languages", DemoJson::array({languages.at(0), languages.at(1 + place % 5)}))
            .set(u"agent_type", types.at(place % 3))
            .set(u"experience_level", levels.at(place / 4))
            .set(u"is_active", place != agents - 1)
            .set(u"is_available", place < agents - 2)
            .set(u"working_hours", hours.text())
            .set(u"total_users_assigned", place == 0 ? random.between(60, 90) : random.between(4, 30))
            .set(u"user_satisfaction_rating", DemoDecimal{place == 7 ? 0 : random.between(31, 49), 1})
            .set(u"is_seed_data", true)
            .set(u"created_at", world.clock.ago(random.between(1000, 1400), 300))
            .set(u"updated_at", world.clock.ago(random.between(1, 60), 300));
        row.write();
    }
}

void makeSearchHistory(DemoWorld &world, int block)
{
    DemoTable &table = world.writer.table(u"user_search_history");
    const QStringList &queries = world.texts.list(u"people.search_queries");
    for (int number = 0; number < 60; ++number) {
        DemoRow row = table.row();
        DemoRandom &random = row.random();
        const DemoLocality &place = random.pick(world.texts.localities());
        DemoJson filters;
        filters.put(u"purpose", number % 3 ? u"rent" : u"buy").put(u"bedrooms", random.between(1, 4));
        row.set(u"user_id", number % 2 ? world.customer(block, number).id : world.flatmate(block, number).id)
            .set(u"search_query", random.pick(queries))
            .set(u"search_filters", filters.text())
            .set(u"search_location", place.name + u", " + place.city)
            .set(u"search_radius", random.between(2, 20))
            .set(u"results_count", number % 9 == 0 ? 0 : random.between(1, 60))
            .set(u"user_location_lat", DemoDecimal{place.latitude / 100, 4})
            .set(u"user_location_lng", DemoDecimal{place.longitude / 100, 4})
            .set(u"search_type", number % 4 ? u"text"_s : u"map"_s)
            .set(u"session_id", u"s-%1"_s.arg(random.next() % 1000000, 6, 10, QChar(u'0')))
            .set(u"created_at", world.clock.ago(random.between(0, 90), random.between(0, 380)));
        row.write();
    }
}

void makeInteractions(DemoWorld &world, int block)
{
    DemoTable &table = world.writer.table(u"agent_interactions");
    const QStringList &messages = world.texts.list(u"people.interaction_messages");
    const QStringList &responses = world.texts.list(u"people.interaction_responses");
    static const QStringList types{u"chat"_s, u"call"_s, u"email"_s};
    for (int number = 0; number < 60; ++number) {
        DemoRow row = table.row();
        DemoRandom &random = row.random();
        row.set(u"agent_id", world.agentId(block, random.below(agents)))
            .set(u"user_id", world.person(block, firstOwner + random.below(firstDeleted - firstOwner)).id)
            .set(u"interaction_type", types.at(number % 3))
            .set(u"message", random.pick(messages))
            .set(u"created_at",
                 world.clock.ago(number < 12 ? number / 2 : random.between(1, 120), random.between(0, 380)));
        if (number % 6 != 0) {
            row.set(u"response", random.pick(responses)).set(u"response_time_seconds", random.between(20, 14000));
            if (number % 3 != 0)
                row.set(u"user_satisfaction", random.between(1, 5));
        }
        row.write();
    }
}

} // namespace

void makeDemoPeople(DemoWorld &world)
{
    makeAgents(world);
    People people(world);
    world.people.reserve(qsizetype(world.scale) * DemoCast::people);
    for (int block = 0; block < world.scale; ++block) {
        for (int slot = 0; slot < DemoCast::people; ++slot)
            people.make(block, slot);
    }
    for (int block = 0; block < world.scale; ++block) {
        makeSearchHistory(world, block);
        makeInteractions(world, block);
    }
}

} // namespace Ghar
