// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demofixture.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The people, listings, chats, bookings and texts of the demo platform: states that screens need, and the
/// rules between rows that no key enforces.
class tst_DemoStates : public DemoFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { QCOMPARE(generate(), QString()); }
    void marksSeedRows();
    void usesFictionalContacts();
    void showsEveryKindOfAccount();
    void pausesTheThriceReported();
    void showsReportsInEveryState();
    void showsEveryReviewState();
    void ordersPairsAndThreads();
    void keepsSwipesConsistent();
    void showsMistakesOnTheMap();
    void showsEveryPairOfBookingStates();
    void addsBookingsUp();
    void keepsBlogStatusAndSwitchTogether();
    void addressesNotifications();
    void showsToolCallsOfTheAssistant();
};

void tst_DemoStates::marksSeedRows()
{
    for (const QString &name : {u"users"_s, u"agents"_s, u"properties"_s})
        QCOMPARE(count(name, u"is_seed_data", u"true"_s), int(table(name).rows.size()));
}

void tst_DemoStates::usesFictionalContacts()
{
    static const QRegularExpression phone(u"\\+\\d[\\d ]{7,}"_s);
    static const QRegularExpression mail(u"[\\w.]+@([\\w.]+)"_s);
    for (const Table &entry : m_schema->tables()) {
        const Rows &rows = table(entry.name);
        for (const QList<Value> &row : rows.rows) {
            for (const Value &value : row) {
                const QString &text = value.text();
                if (text.size() > 4000)
                    continue; // embeddings
                for (auto found = phone.globalMatch(text); found.hasNext();) {
                    const QString number = found.next().captured();
                    QVERIFY2(number.startsWith("+91999990"_L1), qPrintable(number));
                }
                for (auto found = mail.globalMatch(text); found.hasNext();) {
                    const QString domain = found.next().captured(1);
                    QVERIFY2(domain == "example.com"_L1 || domain == "example.in"_L1, qPrintable(text));
                }
            }
        }
    }
}

void tst_DemoStates::showsEveryKindOfAccount()
{
    const Rows &users = table(u"users"_s);
    QCOMPARE(count(users,
                   [&](qsizetype row) {
                       const bool isGone =
                           users.text(row, u"supabase_user_id") == u"__deleted__"_s + users.text(row, u"id");
                       return isGone && users.at(row, u"full_name").isNull() && users.at(row, u"email").isNull()
                           && users.at(row, u"preferences").isNull() && users.text(row, u"is_active") == "false"_L1;
                   }),
             4);
    QCOMPARE_GE(count(users, [&](qsizetype row) { return users.text(row, u"phone").endsWith("_dup_1"_L1); }), 2);
    QCOMPARE(
        count(users, [&](qsizetype row) { return users.text(row, u"supabase_user_id").startsWith("__migrated__"_L1); }),
        1);
    QCOMPARE_GE(count(users,
                      [&](qsizetype row) {
                          return users.text(row, u"is_active") == "false"_L1 && !users.at(row, u"full_name").isNull();
                      }),
                5);
    QCOMPARE(count(users,
                   [&](qsizetype row) {
                       return users.text(row, u"role") == "agent"_L1 && users.at(row, u"agent_id").isNull();
                   }),
             1);
    // Every duplicate has its original.
    for (qsizetype row = 0; row < users.rows.size(); ++row) {
        const QString phone = users.text(row, u"phone");
        if (phone.contains(u'_'))
            QCOMPARE(count(u"users"_s, u"phone", phone.section(u'_', 0, 0)), 1);
    }
    QHash<QString, int> load;
    for (qsizetype row = 0; row < users.rows.size(); ++row)
        ++load[users.text(row, u"agent_id")];
    QCOMPARE_GT(load.value(u"1"_s), 50); // more than a desk is meant for
    QCOMPARE_GT(load.value(u"12"_s), 0); // assigned to somebody who left
    QCOMPARE(table(u"agents"_s).text(11, u"is_active"), u"false"_s);
}

void tst_DemoStates::pausesTheThriceReported()
{
    const Rows &reports = table(u"user_reports"_s);
    QHash<QString, QSet<QString>> reporters;
    for (qsizetype row = 0; row < reports.rows.size(); ++row) {
        const QString status = reports.text(row, u"status");
        if (status == "open"_L1 || status == "reviewed"_L1)
            reporters[reports.text(row, u"reported_user_id")].insert(reports.text(row, u"reporter_user_id"));
    }
    const Rows &users = table(u"users"_s);
    int paused = 0;
    int switchedOn = 0;
    for (qsizetype row = 0; row < users.rows.size(); ++row) {
        const QJsonObject flatmates = json(users, row, u"preferences").value(u"flatmates"_s).toObject();
        if (flatmates.value(u"auto_paused_reason"_s) != u"repeat_reports"_s)
            continue;
        QCOMPARE(reporters.value(users.text(row, u"id")).size(), 3);
        QCOMPARE(flatmates.value(u"auto_paused_report_count"_s).toInt(), 3);
        paused += users.text(row, u"flatmates_profile_status") == "paused"_L1 ? 1 : 0;
        switchedOn += users.text(row, u"flatmates_profile_status") == "active"_L1 ? 1 : 0;
    }
    QCOMPARE(paused, 1);
    QCOMPARE(switchedOn, 1);
    // Nobody else has that many, or he would be paused as well.
    QCOMPARE(
        std::count_if(reporters.cbegin(), reporters.cend(), [](const QSet<QString> &set) { return set.size() >= 3; }),
        2);
}

void tst_DemoStates::showsReportsInEveryState()
{
    const Rows &reports = table(u"user_reports"_s);
    QSet<QString> pairs;
    for (qsizetype row = 0; row < reports.rows.size(); ++row) {
        pairs.insert(reports.text(row, u"status") + reports.text(row, u"reason"));
        QVERIFY(reports.text(row, u"reporter_user_id") != reports.text(row, u"reported_user_id"));
    }
    QCOMPARE(pairs.size(), 20);
}

void tst_DemoStates::showsEveryReviewState()
{
    const Rows &homes = table(u"properties"_s);
    QHash<QString, int> found;
    QSet<QString> codes;
    QSet<QString> enumsInJson;
    for (qsizetype row = 0; row < homes.rows.size(); ++row) {
        const QString type = homes.text(row, u"property_type");
        if (type != "pg"_L1 && type != "flatmate"_L1)
            continue;
        const QJsonObject wishes = json(homes, row, u"listing_preferences");
        const QString status = wishes.value(u"moderation_status"_s).toString();
        const bool isAvailable = homes.text(row, u"is_available") == "true"_L1;
        const bool isDecided = wishes.contains(u"moderated_at"_s);
        const bool isPast = homes.text(row, u"available_from").left(10) < m_today;
        ++found[status + (isAvailable ? u"+"_s : u"-"_s)];
        found[u"asked to edit"_s] += status == "pending_review"_L1 && isDecided;
        found[u"bypassed"_s] += status == "live"_L1 && isAvailable && !isDecided;
        found[u"limbo"_s] += status == "live"_L1 && !isAvailable && !isDecided;
        found[u"to be paused"_s] += status == "live"_L1 && isAvailable && isPast;
        found[u"auto paused"_s] += status == "paused"_L1 && isPast && !isAvailable
            && wishes.value(u"auto_paused_reason"_s) == u"expired_move_in_date"_s
            && wishes.value(u"previous_moderation_status"_s) == u"live"_s;
        found[u"live again"_s] += status == "live"_L1
            && wishes.value(u"owner_status_updated_at"_s).toString() > wishes.value(u"moderated_at"_s).toString()
            && wishes.contains(u"moderation_reason"_s);
        found[u"wrong purpose"_s] += homes.text(row, u"purpose") != "rent"_L1;
        found[u"disputed"_s] += wishes.contains(u"society_tag_disputes"_s);
        const QJsonArray flags = wishes.value(u"ai_prescreen_flags"_s).toArray();
        for (const QJsonValue &flag : flags)
            codes.insert(flag[u"code"_s].toString());
        QCOMPARE(wishes.value(u"ai_prescreen_result"_s).toString() == "flagged"_L1, !flags.isEmpty());
        enumsInJson += {u"s:"_s + status, u"g:"_s + wishes.value(u"gender_preference"_s).toString(),
                        u"t:"_s + wishes.value(u"sharing_type"_s).toString()};
    }
    for (const QString &state : {u"pending_review-"_s, u"live+"_s, u"rejected-"_s, u"paused-"_s, u"+"_s, u"-"_s,
                                 u"asked to edit"_s, u"bypassed"_s, u"limbo"_s, u"to be paused"_s, u"auto paused"_s,
                                 u"live again"_s, u"wrong purpose"_s, u"disputed"_s})
        QVERIFY2(found.value(state) > 0, qPrintable(state));
    QCOMPARE(codes.size(), 7);
    for (const auto &[name, prefix] :
         {std::pair{u"ListingModerationStatus"_s, u"s:"_s}, std::pair{u"ListingGenderPreference"_s, u"g:"_s},
          std::pair{u"ListingSharingType"_s, u"t:"_s}}) {
        for (const QString &value : m_schema->enumType(name)->values)
            QVERIFY2(enumsInJson.contains(prefix + value), qPrintable(value));
    }
}

void tst_DemoStates::ordersPairsAndThreads()
{
    for (const QString &name : {u"user_matches"_s, u"user_conversations"_s}) {
        const Rows &rows = table(name);
        for (qsizetype row = 0; row < rows.rows.size(); ++row)
            QCOMPARE_LT(rows.text(row, u"user_one_id").toInt(), rows.text(row, u"user_two_id").toInt());
    }
    const Rows &threads = table(u"user_conversations"_s);
    const Rows &messages = table(u"user_messages"_s);
    QHash<QString, QString> last;
    for (qsizetype row = 0; row < messages.rows.size(); ++row) {
        const QString thread = messages.text(row, u"conversation_id");
        QCOMPARE_GE(messages.text(row, u"created_at"), last.value(thread));
        last.insert(thread, messages.text(row, u"created_at"));
        const qsizetype parent = thread.toInt() - 1;
        const QString sender = messages.text(row, u"sender_id");
        QVERIFY(sender == threads.text(parent, u"user_one_id") || sender == threads.text(parent, u"user_two_id"));
    }
    for (qsizetype row = 0; row < threads.rows.size(); ++row)
        QCOMPARE(threads.text(row, u"last_message_at"), last.value(threads.text(row, u"id")));
}

void tst_DemoStates::keepsSwipesConsistent()
{
    const Rows &swipes = table(u"user_swipes"_s);
    const Rows &homes = table(u"properties"_s);
    for (qsizetype row = 0; row < swipes.rows.size(); ++row) {
        const bool isHome = swipes.text(row, u"target_type") == "property"_L1;
        QCOMPARE(swipes.at(row, u"property_id").isNull(), !isHome);
        QCOMPARE(swipes.at(row, u"target_user_id").isNull(), isHome);
        QCOMPARE(swipes.text(row, u"is_liked") == "true"_L1, swipes.text(row, u"swipe_action") != "pass"_L1);
        QVERIFY(swipes.text(row, u"target_user_id") != swipes.text(row, u"user_id"));
        if (isHome)
            QVERIFY(homes.text(swipes.text(row, u"property_id").toInt() - 1, u"owner_id")
                    != swipes.text(row, u"user_id"));
    }
}

void tst_DemoStates::showsMistakesOnTheMap()
{
    const Rows &homes = table(u"properties"_s);
    QSet<QString> places;
    int twice = 0;
    int stale = 0;
    int nowhere = 0;
    for (qsizetype row = 0; row < homes.rows.size(); ++row) {
        const QString latitude = homes.text(row, u"latitude");
        const QString place = homes.text(row, u"full_address") + latitude + homes.text(row, u"bedrooms");
        twice += places.contains(place);
        places.insert(place);
        nowhere += homes.at(row, u"location").isNull();
        QCOMPARE(homes.at(row, u"location").isNull(), homes.at(row, u"latitude").isNull());
        // The point is written without zeros at the end.
        const QString inPoint = homes.text(row, u"location").section(u' ', 1).section(u')', 0, 0);
        stale += !latitude.isEmpty() && inPoint.toDouble() != latitude.toDouble();
    }
    QCOMPARE(twice, 1);
    QCOMPARE(stale, 1);
    QCOMPARE(nowhere, 2);
}

void tst_DemoStates::showsEveryPairOfBookingStates()
{
    const Rows &bookings = table(u"bookings"_s);
    QSet<QString> pairs;
    for (qsizetype row = 0; row < bookings.rows.size(); ++row)
        pairs.insert(bookings.text(row, u"booking_status") + bookings.text(row, u"payment_status"));
    QCOMPARE(pairs.size(), 30);
}

void tst_DemoStates::addsBookingsUp()
{
    const Rows &bookings = table(u"bookings"_s);
    int wrong = 0;
    for (qsizetype row = 0; row < bookings.rows.size(); ++row) {
        QCOMPARE_LT(bookings.text(row, u"check_in_date"), bookings.text(row, u"check_out_date"));
        QCOMPARE_LT(bookings.text(row, u"created_at"), m_today + u"T"_s);
        const qint64 net = paise(bookings.text(row, u"base_amount")) - paise(bookings.text(row, u"discount_amount"));
        const qint64 sum =
            net + paise(bookings.text(row, u"taxes_amount")) + paise(bookings.text(row, u"service_charges"));
        wrong += sum != paise(bookings.text(row, u"total_amount"));
    }
    QCOMPARE(wrong, 1); // the one that was edited without repricing
}

void tst_DemoStates::keepsBlogStatusAndSwitchTogether()
{
    const Rows &posts = table(u"blog_posts"_s);
    int apart = 0;
    int overdue = 0;
    for (qsizetype row = 0; row < posts.rows.size(); ++row) {
        const QString status = posts.text(row, u"status");
        apart += (posts.text(row, u"active") == "true"_L1) != (status == "published"_L1);
        overdue += status == "scheduled"_L1 && posts.text(row, u"scheduled_at") < m_today;
        QCOMPARE(posts.at(row, u"scheduled_at").isNull(), status != "scheduled"_L1);
    }
    QCOMPARE(apart, 1);
    QCOMPARE(overdue, 1);
}

void tst_DemoStates::addressesNotifications()
{
    const Rows &notices = table(u"notifications"_s);
    QSet<QString> types;
    for (qsizetype row = 0; row < notices.rows.size(); ++row) {
        const QJsonObject meta = json(notices, row, u"data").value(u"_meta"_s).toObject();
        types.insert(meta.value(u"type_key"_s).toString());
        const bool isPersonal = notices.text(row, u"audience_type") == "user"_L1;
        QCOMPARE(notices.at(row, u"target_user_id").isNull(), !isPersonal);
        if (isPersonal)
            QCOMPARE(count(u"users"_s, u"supabase_user_id", notices.text(row, u"target_user_id")), 1);
    }
    QCOMPARE(types.size(), 27);
}

void tst_DemoStates::showsToolCallsOfTheAssistant()
{
    const Rows &messages = table(u"ai_conversation_messages"_s);
    for (qsizetype row = 0; row < messages.rows.size(); ++row) {
        const QString role = messages.text(row, u"role");
        const bool isText = role == "user"_L1 || role == "assistant"_L1;
        QCOMPARE(messages.at(row, u"content").isNull(), !isText);
        QCOMPARE(messages.at(row, u"tool_name").isNull(), isText);
        QCOMPARE(messages.at(row, u"tool_args").isNull(), role != "tool_call"_L1);
        QCOMPARE(messages.at(row, u"tool_result").isNull(), role != "tool_result"_L1 && role != "widget"_L1);
    }
}

QTEST_GUILESS_MAIN(tst_DemoStates)

#include "tst_demostates.moc"
