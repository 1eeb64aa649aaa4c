// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demosocial.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

using namespace DemoSocial;

class Reports
{
public:
    Reports(DemoWorld &world, int block) : m_world(world), m_block(block)
    {
        const QJsonObject notes = world.texts.object(u"social.report_notes");
        for (const QString &reason : reasons()) {
            QStringList list;
            const QJsonArray texts = notes.value(reason).toArray();
            for (const QJsonValue &text : texts)
                list.append(text.toString());
            m_notes.append(list);
        }
    }

    static const QStringList &reasons()
    {
        static const QStringList list{u"spam"_s, u"fake_profile"_s, u"abuse"_s, u"inappropriate"_s, u"other"_s};
        return list;
    }

    void add(const DemoPerson &reporter, const DemoPerson &reported, int reason, const QString &status, int daysAgo)
    {
        DemoRow row = m_world.writer.table(u"user_reports").row();
        DemoRandom &random = row.random();
        const DemoInstant when = m_world.clock.ago(daysAgo, random.between(0, 380));
        row.set(u"reporter_user_id", reporter.id)
            .set(u"reported_user_id", reported.id)
            .set(u"reason", reasons().at(reason))
            .set(u"status", status)
            .set(u"created_at", when);
        // A decision overwrites what the reporter wrote.
        if (status == "dismissed"_L1 && random.chance(40))
            row.set(u"notes", u"Checked the thread, nothing that breaks the rules."_s);
        else if (status == "actioned"_L1 && random.chance(40))
            row.set(u"notes", u"Warned, second time."_s);
        else if (random.chance(85))
            row.set(u"notes", random.pick(m_notes.at(reason)));
        if (status != "open"_L1)
            row.set(u"updated_at", when.plusMinutes(random.between(60, 4000)));
        if (m_conversation >= 0)
            row.set(u"conversation_id", conversationId(m_block, m_conversation));
        row.setKey(u"property_id", m_property);
        row.write();
        m_conversation = -1;
        m_property = 0;
    }
    /// Evidence for the next report.
    Reports &about(int conversation, qint64 property = 0)
    {
        m_conversation = conversation;
        m_property = property;
        return *this;
    }

private:
    DemoWorld &m_world;
    int m_block;
    int m_conversation = -1;
    qint64 m_property = 0;
    QList<QStringList> m_notes;
};

void writeReports(DemoWorld &world, int block)
{
    static const QStringList statuses{u"open"_s, u"reviewed"_s, u"dismissed"_s, u"actioned"_s};
    Reports reports(world, block);
    // Every reason in every status, between people who talked.
    for (int number = 0; number < 20; ++number) {
        const int talk = 3 + number;
        const Pair pair = pairOf(world, block, talk);
        const QString &status = statuses.at(number / 5);
        const int age = status == "open"_L1 ? 1 + number : status == "reviewed"_L1 ? 10 + number * 3 : 20 + number * 2;
        reports.about(talk).add(pair.second, pair.first, number % 5, status, age);
    }
    // Reports about a listing.
    for (int number = 0; number < 5; ++number) {
        const Pair pair = pairOf(world, block, matches + 5 + number);
        reports.about(-1, world.listing(block, (5 + number) * 2 + 1).id)
            .add(pair.second, pair.first, number, statuses.at(number % 4), 4 + number);
    }
    const DemoPerson &thrice = world.person(block, DemoCast::thriceReported);
    reports.add(world.flatmate(block, 90), thrice, 0, u"dismissed"_s, 40);
    reports.about(0).add(world.flatmate(block, 60), thrice, 2, u"open"_s, 6);
    reports.add(world.flatmate(block, 91), thrice, 3, u"open"_s, 4);
    reports.add(world.flatmate(block, 92), thrice, 1, u"open"_s, 2);
    // Paused once, switched on again by the user: three people are still waiting for an answer.
    const DemoPerson &unpaused = world.person(block, DemoCast::selfUnpaused);
    reports.add(world.flatmate(block, 93), unpaused, 0, u"open"_s, 21);
    reports.add(world.flatmate(block, 94), unpaused, 4, u"reviewed"_s, 18);
    reports.add(world.flatmate(block, 95), unpaused, 2, u"open"_s, 12);
    // One person who files again and again.
    for (int number = 0; number < 3; ++number)
        reports.add(world.flatmate(block, 96), world.flatmate(block, 97), 4, number == 2 ? u"open"_s : u"dismissed"_s,
                    9 - number);
    // Behind the suspensions.
    reports.add(world.flatmate(block, 98), world.person(block, DemoCast::suspendedPoster), 2, u"actioned"_s, 15);
    for (int number = 0; number < 3; ++number)
        reports.add(world.flatmate(block, 99 + number), world.person(block, DemoCast::firstSuspended + number), number,
                    u"actioned"_s, 30 + number);
}

void writeBlocks(DemoWorld &world, int block)
{
    DemoTable &table = world.writer.table(u"user_blocks");
    for (const int number : {8, 18, 28, 38, blockedButActivePair}) {
        const Pair pair = pairOf(world, block, number);
        DemoRow row = table.row();
        row.set(u"blocker_user_id", pair.first.id)
            .set(u"blocked_user_id", pair.second.id)
            .set(u"created_at", pairTime(world, number).plusMinutes(150));
        row.write();
    }
    for (int number = 0; number < 4; ++number) {
        DemoRow row = table.row();
        row.set(u"blocker_user_id", world.flatmate(block, 90 + number).id)
            .set(u"blocked_user_id", world.person(block, DemoCast::thriceReported).id)
            .set(u"created_at", world.clock.ago(2, 260 + number));
        row.write();
    }
}

} // namespace

void makeDemoReports(DemoWorld &world)
{
    for (int block = 0; block < world.scale; ++block) {
        writeBlocks(world, block);
        writeReports(world, block);
    }
}

} // namespace Ghar
