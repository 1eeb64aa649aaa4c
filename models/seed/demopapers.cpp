// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demojson.h"
#include "seed/demoleases.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

const QStringList &roomNames()
{
    static const QStringList names{u"living_room"_s, u"kitchen"_s, u"bedroom"_s, u"bathroom"_s, u"balcony"_s};
    return names;
}

/// Findings in one of the three forms in use. `wear` makes them worse from room to room.
QString roomsJson(const DemoWorld &world, int form, int wear)
{
    static const QStringList words{u"excellent"_s, u"good"_s, u"fair"_s, u"poor"_s, u"damaged"_s, u"missing"_s};
    const QStringList &notes = world.texts.list(u"leases.room_notes");
    DemoJson json;
    if (form == 2)
        json.openArray(u"rooms");
    for (int room = 0; room < roomNames().size(); ++room) {
        const QString &word = words.at(qMin(5, 1 + (wear > 0 && room % 2 ? wear : 0)));
        const QString &note = notes.at((room + wear) % notes.size());
        if (form == 0) {
            json.openObject(roomNames().at(room)).put(u"condition", word).put(u"notes", note);
            json.put(u"photos", QStringList{DemoWorld::mediaUrl(u"inspections/%1.jpg"_s.arg(room))}).close();
        } else if (form == 1) {
            if (wear > 0 && room == 2)
                continue; // a room nobody looked at again
            json.openObject(roomNames().at(room)).put(u"walls", word).put(u"floor", room == 3 ? u"worn" : u"good");
            json.put(room == 1 ? u"sink" : u"fan", room == 1 && wear > 1 ? u"damaged" : u"ok")
                .put(u"notes", note)
                .close();
        } else {
            QString name = roomNames().at(room);
            name[0] = name.at(0).toUpper();
            json.openObject()
                .put(u"name", name.replace(u'_', u' '))
                .put(u"condition", word)
                .put(u"notes", note)
                .close();
        }
    }
    return json.text();
}

void writeInspection(DemoWorld &world, const DemoLease &lease, const QString &type, DemoInstant when, int form,
                     int wear)
{
    DemoRow row = world.writer.table(u"inspection_checklists").row();
    const qint64 inspector = world.person(lease.block, DemoCast::firstAgentLogin + lease.place % 9).id;
    row.set(u"property_id", lease.propertyId)
        .set(u"lease_id", lease.id)
        .set(u"owner_id", lease.ownerId)
        .set(u"inspection_type", type)
        .set(u"conducted_by_user_id", inspector)
        .set(u"conducted_at", when)
        .set(u"rooms_data", roomsJson(world, form, wear))
        .set(u"created_at", when.plusMinutes(30));
    if (lease.place % 3 != 1)
        row.set(u"overall_notes", wear > 1 ? u"Deposit to be discussed."_s : u"In order."_s);
    if (lease.place % 2 == 0) {
        DemoDocument sheet;
        sheet.type = u"inspection_report"_s;
        sheet.title = u"Signed sheet, %1"_s.arg(type);
        sheet.ownerId = lease.ownerId;
        sheet.propertyId = lease.propertyId;
        sheet.leaseId = lease.id;
        sheet.created = when.plusDays(1);
        sheet.createdBy = inspector;
        sheet.isForTenant = true;
        row.set(u"owner_signature_document_id", writeDemoDocument(world, sheet))
            .set(u"signed_by_owner_at", when.plusDays(1));
        if (lease.place % 4 == 0 && lease.tenantId != 0)
            row.set(u"tenant_signature_document_id", writeDemoDocument(world, sheet))
                .set(u"signed_by_tenant_at", when.plusDays(1));
    }
    row.write();
}

void writeInspections(DemoWorld &world, const DemoLease &lease)
{
    const bool hasBegun =
        lease.status != "draft"_L1 && lease.status != "pending_signature"_L1 && lease.start <= world.clock.today();
    if (!hasBegun)
        return;
    const bool isOver = lease.status == "expired"_L1 || lease.status == "terminated"_L1;
    const DemoInstant begin = DemoClock::midnight(lease.start).plusMinutes(330);
    if (lease.place % 3 == 0 || isOver)
        writeInspection(world, lease, u"move_in"_s, begin, lease.place % 3, 0);
    if (lease.place % 7 == 2)
        writeInspection(world, lease, u"routine"_s,
                        begin.plusDays(40) < world.clock.now() ? begin.plusDays(40) : world.clock.ago(1), 2, 1);
    if (isOver && lease.end < world.clock.today())
        writeInspection(world, lease, u"move_out"_s, DemoClock::midnight(lease.end).plusMinutes(400), lease.place % 2,
                        1 + lease.place % 4);
}

/// Papers about people and homes: identity proofs, deeds, policies.
void writeFiles(DemoWorld &world, int block)
{
    static const QStringList personal{u"id_proof"_s, u"address_proof"_s, u"income_proof"_s};
    static const QStringList titles{u"Aadhaar card (masked sample)"_s, u"Electricity bill"_s, u"Salary slip"_s};
    for (int number = 0; number < 24; ++number) {
        const DemoPerson &owner = world.person(block, DemoCast::firstOwner + number / 2);
        DemoDocument paper;
        paper.type = personal.at(number % 3);
        paper.title = titles.at(number % 3);
        paper.ownerId = owner.id;
        paper.userId = owner.id;
        paper.created = world.clock.ago(60 + number * 5, 300);
        paper.createdBy = owner.id;
        writeDemoDocument(world, paper);
    }
    static const QStringList kinds{u"property_deed"_s, u"insurance_policy"_s, u"invoice"_s, u"other"_s};
    static const QStringList words{u"Sale deed, copy"_s, u"Fire and theft policy"_s, u"Invoice of the painter"_s,
                                   u"Society NOC"_s};
    for (int number = 0; number < 20; ++number) {
        const DemoListing &listing = world.listing(block, DemoCast::firstManaged + number * 3);
        DemoDocument paper;
        paper.type = kinds.at(number % 4);
        paper.title = words.at(number % 4);
        // One paper belongs to somebody else's portfolio than its home.
        paper.ownerId = number == 17 ? world.person(block, DemoCast::firstOwner + 3).id : listing.ownerId;
        paper.propertyId = listing.id;
        paper.created = world.clock.ago(30 + number * 9, 300);
        paper.isForTenant = number % 8 == 3; // shared, yet without a lease nobody sees it
        writeDemoDocument(world, paper);
    }
}

} // namespace

void makeDemoPapers(DemoWorld &world)
{
    for (const DemoLease &lease : std::as_const(world.leases))
        writeInspections(world, lease);
    for (int block = 0; block < world.scale; ++block)
        writeFiles(world, block);
}

} // namespace Ghar
