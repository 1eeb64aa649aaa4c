// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demoleases.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Work
{
    QString request;
    QString order; ///< empty: none yet
};

/// Every pair of states that belongs together, and one that does not.
const QList<Work> &works()
{
    static const QList<Work> list{
        {u"open"_s, {}},
        {u"in_review"_s, {}},
        {u"work_order_created"_s, u"created"_s},
        {u"work_order_created"_s, u"assigned"_s},
        {u"work_order_created"_s, u"in_progress"_s},
        {u"work_order_created"_s, u"completed"_s},
        {u"work_order_created"_s, u"cancelled"_s},
        {u"resolved"_s, {}},
        {u"resolved"_s, u"completed"_s},
        {u"resolved"_s, u"closed"_s},
        {u"closed"_s, {}},
        {u"closed"_s, u"completed"_s},
        {u"closed"_s, u"closed"_s},
        {u"closed"_s, u"cancelled"_s},
        {u"open"_s, u"in_progress"_s},
    };
    return list;
}

void writeRequest(DemoWorld &world, int block, int number)
{
    static const QStringList urgencies{u"medium"_s, u"low"_s, u"high"_s, u"emergency"_s};
    const Work &work = works().at(number == 44 ? 14 : number % 14);
    const DemoListing &listing = world.listing(block, DemoCast::firstManaged + number * 7 % DemoCast::managed);
    const QJsonObject kind = world.texts.records(u"leases.maintenance").at(number % 8).toObject();
    const QJsonArray titles = kind[u"titles"_s].toArray();
    const DemoLease *lease = world.activeLease(listing.id);
    DemoRow row = world.writer.table(u"maintenance_requests").row();
    DemoRandom random = row.random();
    const DemoInstant created = world.clock.ago(
        work.request == "open"_L1 ? random.between(0, 12) : random.between(8, 160), random.between(0, 380));
    row.set(u"property_id", listing.id)
        .set(u"owner_id", listing.ownerId)
        .set(u"category", kind[u"category"_s].toString())
        .set(u"urgency", urgencies.at(number / 2 % 4))
        .set(u"title", titles.at(number / 8 % titles.size()).toString())
        .set(u"request_status", work.request)
        .set(u"created_at", created)
        .set(u"updated_at", created.plusDays(1));
    if (lease && number % 3) { // requests made by staff name neither lease nor tenant
        row.set(u"lease_id", lease->id).setKey(u"tenant_user_id", lease->tenantId);
        row.set(u"preferred_contact_method", number % 2 ? u"phone"_s : u"whatsapp"_s)
            .set(u"availability_notes", random.pick(world.texts.list(u"leases.availability")));
    }
    if (number % 4 != 3)
        row.set(u"description", u"Since %1 days, worse in the evening."_s.arg(random.between(1, 9)));
    if (!work.order.isEmpty()) {
        row.set(u"work_order_status", work.order)
            .set(u"priority", u"P%1"_s.arg(1 + number % 3))
            .set(u"estimated_cost", DemoMoney::rupees(random.between(3, 90) * 100));
        if (work.order != "created"_L1)
            row.set(u"assigned_agent_id", world.agentId(block, number % DemoCast::agents))
                .set(u"scheduled_for", created.plusDays(work.order == "assigned"_L1 ? 20 : 2));
        if (work.order == "completed"_L1 || work.order == "closed"_L1)
            row.set(u"completed_at", created.plusDays(random.between(1, 9)))
                .set(u"actual_cost", DemoMoney{qint64(random.between(250, 14000)) * 100 + 50})
                .set(u"completion_notes", random.pick(world.texts.list(u"leases.completion")));
    }
    if (work.request == "closed"_L1)
        row.set(u"closed_at", created.plusDays(12));
    const qint64 id = row.write();

    if (number % 5 != 2)
        return;
    DemoDocument paper;
    paper.type = work.order == "completed"_L1 ? u"invoice"_s : u"other"_s;
    paper.title = u"Attachment of request %1"_s.arg(id);
    paper.ownerId = listing.ownerId;
    paper.propertyId = listing.id;
    paper.requestId = id;
    paper.created = created.plusMinutes(15);
    writeDemoDocument(world, paper);
}

void writeExpense(DemoWorld &world, int block, int number)
{
    const QJsonObject kind = world.texts.records(u"leases.expenses").at(number % 9).toObject();
    const DemoListing &listing = world.listing(block, DemoCast::firstManaged + number * 11 % DemoCast::managed);
    DemoRow row = world.writer.table(u"expenses").row();
    DemoRandom random = row.random();
    const bool isRecurring = number % 10 < 3;
    // A handful lies ahead, which is what the platform calls upcoming.
    const QDate day = world.clock.today().addDays(number % 13 == 6 ? random.between(1, 28) : -random.between(0, 330));
    row.set(u"property_id", listing.id)
        .set(u"owner_id", listing.ownerId)
        .set(u"category", kind[u"category"_s].toString())
        .set(u"amount", DemoMoney{qint64(random.between(4, 460)) * 10000 + (number % 7 == 0 ? 2550 : 0)})
        .set(u"expense_date", day)
        .set(u"description", kind[u"text"_s].toString())
        .set(u"is_recurring", isRecurring)
        .set(u"created_at", DemoClock::midnight(qMin(day, world.clock.today())).plusMinutes(380));
    if (isRecurring) {
        static const QStringList rules{u"{\"freq\": \"monthly\", \"interval\": 1, \"day\": 5}"_s,
                                       u"{\"frequency\": \"quarterly\"}"_s, u"{\"freq\": \"yearly\"}"_s};
        row.set(u"recurrence_rule", rules.at(number % 3));
        if (number % 20 != 2) // some are due although nobody posted them
            row.set(u"next_due_date",
                    number % 4 == 0 ? world.clock.today().addDays(-9)
                                    : world.clock.today().addDays(random.between(3, 60)));
    }
    if (number % 6 == 1) {
        DemoDocument receipt;
        receipt.type = u"receipt"_s;
        receipt.title = u"Receipt: "_s + kind[u"text"_s].toString();
        receipt.ownerId = listing.ownerId;
        receipt.propertyId = listing.id;
        receipt.created = DemoClock::midnight(qMin(day, world.clock.today())).plusMinutes(390);
        row.set(u"receipt_document_id", writeDemoDocument(world, receipt));
    }
    if (number % 9 == 4)
        row.set(u"notes", u"To be shared with the neighbour."_s);
    row.write();
}

} // namespace

void makeDemoUpkeep(DemoWorld &world)
{
    for (int block = 0; block < world.scale; ++block) {
        for (int number = 0; number < 45; ++number)
            writeRequest(world, block, number);
        for (int number = 0; number < 63; ++number)
            writeExpense(world, block, number);
    }
}

} // namespace Ghar
