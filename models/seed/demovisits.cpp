// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demosocial.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr int visitsPerBlock = 90;

/// Half past ten to six in India, on the half hour.
DemoInstant slotOf(const DemoWorld &world, int daysAgo, int number)
{
    return world.clock.ago(daysAgo, 300 + number * 7 % 15 * 30);
}

void writeVisit(DemoWorld &world, int block, int number)
{
    static const QStringList statuses{u"scheduled"_s, u"confirmed"_s, u"completed"_s, u"cancelled"_s, u"rescheduled"_s};
    static const QStringList levels{u"high"_s, u"medium"_s, u"low"_s};
    const QString &status = statuses.at(number % 5);
    const bool isMeeting = number % 9 == 4;
    const bool isOver = status == "completed"_L1 || (status == "cancelled"_L1 && number % 2);
    // A few open visits lie in the past: nobody closed them.
    const int daysAgo = isOver || number % 17 == 0 ? 1 + number % 50 : -(1 + number % 21);
    const DemoInstant when = slotOf(world, daysAgo, number);

    DemoRow row = world.writer.table(u"visits").row();
    DemoRandom &random = row.random();
    row.set(u"status", status).set(u"scheduled_date", when);
    row.set(u"created_at", world.clock.ago(qMax(daysAgo, 0) + random.between(1, 9), random.between(0, 380)));
    if (isMeeting) {
        const int talk = DemoSocial::matches + number % 4;
        const DemoSocial::Pair pair = DemoSocial::pairOf(world, block, talk);
        row.set(u"visit_context", u"flatmate_meet"_s)
            .set(u"user_id", pair.second.id)
            .set(u"counterparty_user_id", pair.first.id)
            .set(u"property_id", world.listing(block, (talk - DemoSocial::matches) * 2 + 1).id)
            .set(u"conversation_id", DemoSocial::conversationId(block, talk));
    } else if (number % 9 == 5) {
        const int talk = number % 7; // met through a match
        const DemoSocial::Pair pair = DemoSocial::pairOf(world, block, talk);
        row.set(u"visit_context", u"flatmate_meet"_s)
            .set(u"user_id", pair.second.id)
            .set(u"counterparty_user_id", pair.first.id)
            .set(u"property_id", world.listing(block, talk * 2 + 1).id)
            .set(u"match_id", qint64(block) * DemoSocial::matches + talk + 1);
    } else {
        row.set(u"user_id", world.customer(block, number).id)
            .set(u"property_id", world.listing(block, DemoCast::firstManaged + number * 13 % 200).id);
        if (number % 3 == 0)
            row.set(u"agent_id", world.agentId(block, random.below(DemoCast::agents)));
    }
    if (number % 4 == 1)
        row.set(u"special_requirements", random.pick(world.texts.list(u"social.visit_wishes")));
    if (status == "completed"_L1) {
        row.set(u"actual_date", when.plusMinutes(random.between(-10, 40)))
            .set(u"visit_notes", random.pick(world.texts.list(u"social.visit_notes")))
            .set(u"visitor_feedback", random.pick(world.texts.list(u"social.visit_feedback")))
            .set(u"interest_level", levels.at(number / 5 % 3));
        if (number % 3 == 0)
            row.set(u"follow_up_required", true).set(u"follow_up_date", when.plusDays(3));
    }
    if (status == "cancelled"_L1)
        row.set(u"cancellation_reason", random.pick(world.texts.list(u"social.cancel_reasons")));
    if (status == "rescheduled"_L1) {
        // The platform keeps the reason in the column of cancellations.
        row.set(u"rescheduled_from", when.plusDays(-2))
            .set(u"cancellation_reason", random.pick(world.texts.list(u"social.cancel_reasons")));
    }
    if (status != "scheduled"_L1)
        row.set(u"updated_at", world.clock.ago(qMax(daysAgo, 0), 200));
    row.write();
}

} // namespace

void makeDemoVisits(DemoWorld &world)
{
    for (int block = 0; block < world.scale; ++block) {
        for (int number = 0; number < visitsPerBlock; ++number)
            writeVisit(world, block, number);
    }
}

} // namespace Ghar
