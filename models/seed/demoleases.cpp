// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demoleases.h"

#include "seed/demojson.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

using namespace DemoLeasePlace;

constexpr int termMonths = 11;

/// One lease to write: the place decides the state, the months its age.
struct Plan
{
    int place = 0;
    QString status;
    int startedMonthsAgo = 0;
    int months = termMonths;
    qint64 renewedFrom = 0;
    bool isCurrent = false; ///< the property names it
};

class Leases
{
public:
    Leases(DemoWorld &world, int block) : m_world(world), m_block(block) { }

    void writePlace(int place);

private:
    qint64 write(const Plan &plan);
    void setTenant(DemoRow &row, DemoLease &lease);
    void setTerms(DemoRow &row, const DemoLease &lease, const Plan &plan);
    void setSignatures(DemoRow &row, const DemoLease &lease);
    void setTermination(DemoRow &row, DemoLease &lease);
    void addAgreement(const DemoLease &lease);

    DemoWorld &m_world;
    int m_block;
};

void Leases::writePlace(int place)
{
    DemoRandom random(DemoRandom::seedOf(u"lease place", quint64(m_block) * 100 + quint64(place)));
    Plan plan;
    plan.place = place;
    if (place >= vacant)
        return;
    if (place < expiringSoon || place == plannedRenewal || place == plannedRenewal + 1) {
        plan.status = u"active"_s;
        plan.isCurrent = place != withoutPointer;
        plan.startedMonthsAgo = random.between(1, 7);
        if (place < endingSoon)
            plan.startedMonthsAgo = 12 + place; // ended, nobody closed it
        else if (place < onNotice || place >= plannedRenewal)
            plan.startedMonthsAgo = 9 + place % 2;
        else if (place == startsLater)
            plan.startedMonthsAgo = -1;
        const qint64 id = write(plan);
        if (place < plannedRenewal)
            return;
        Plan successor{place, u"pending_signature"_s, plan.startedMonthsAgo - termMonths, termMonths, id, false};
        write(successor);
        return;
    }
    if (place < expired)
        write({place, u"expiring_soon"_s, 9 + place % 2, termMonths, 0, place % 2 == 0});
    else if (place < terminated)
        write({place, u"expired"_s, 13 + place % 5, termMonths, 0, false});
    else if (place < renewedToDraft)
        write({place, u"terminated"_s, place == cancelledBeforeStart ? -1 : 8 + place % 4, termMonths, 0, false});
    else if (place < draft) {
        // The old lease is marked at once, whatever the successor is.
        const bool toDraft = place < renewed;
        const qint64 id = write({place, u"renewed"_s, toDraft ? 10 : 14, termMonths, 0, toDraft});
        write({place, toDraft ? u"draft"_s : u"active"_s, toDraft ? -1 : 3, termMonths, id, !toDraft});
    } else if (place < pendingSignature)
        write({place, u"draft"_s, -1, termMonths, 0, false});
    else
        write({place, u"pending_signature"_s, -1, place % 2 ? 24 : termMonths, 0, false});
}

qint64 Leases::write(const Plan &plan)
{
    const DemoListing &listing = m_world.listing(m_block, DemoCast::firstManaged + plan.place);
    DemoRow row = m_world.writer.table(u"leases").row();
    DemoRandom &random = row.random();
    DemoLease lease;
    lease.id = row.id();
    lease.block = m_block;
    lease.place = plan.place;
    lease.propertyId = listing.id;
    lease.ownerId = plan.place == foreignOwner ? m_world.person(m_block, DemoCast::firstOwner + 9).id : listing.ownerId;
    lease.status = plan.status;
    // Half of the leases begin inside a month, where proration shows.
    lease.start = m_world.clock.monthStart(plan.startedMonthsAgo).addDays(plan.place % 2 ? random.between(4, 20) : 0);
    lease.end = lease.start.addMonths(plan.months).addDays(-1);
    lease.rent = listing.rent;
    if (plan.renewedFrom != 0)
        lease.rent = (listing.rent * 105 / 100 + 50) / 100 * 100;
    lease.dueDay = plan.place == lateDueDay ? 31 : plan.place % 3 == 0 ? 1 : listing.dueDay;

    row.set(u"property_id", lease.propertyId)
        .set(u"owner_id", lease.ownerId)
        .set(u"status", lease.status)
        .set(u"start_date", lease.start)
        .set(u"end_date", lease.end)
        .set(u"monthly_rent", plan.place % 8 == 5 ? DemoMoney{lease.rent * 100 + 50} : DemoMoney::rupees(lease.rent))
        .set(u"security_deposit", DemoMoney::rupees(plan.place % 14 == 2 ? lease.rent * 4 : listing.deposit))
        .set(u"payment_due_day", lease.dueDay)
        .set(u"grace_period_days", plan.place % 9 == 0 ? 0 : 5);
    const DemoInstant created =
        DemoClock::midnight(qMin(lease.start, m_world.clock.today())).plusDays(-random.between(3, 25)).plusMinutes(400);
    row.set(u"created_at", created);
    if (plan.place % 5 == 1 || plan.place == bothFees)
        row.set(u"late_fee_amount", DemoMoney::rupees(500));
    if (plan.place % 5 == 2 || plan.place == bothFees)
        row.set(u"late_fee_percentage", 2);
    setTenant(row, lease);
    setTerms(row, lease, plan);
    setSignatures(row, lease);
    setTermination(row, lease);
    row.write();
    if (lease.status == "active"_L1)
        m_world.activeLeases.insert(lease.propertyId, m_world.leases.size());
    m_world.leases.append(lease);
    addAgreement(lease);
    if (plan.isCurrent)
        m_world.writer.updateLater(
            u"properties", lease.propertyId, {u"current_lease_id"_s, u"current_tenant_id"_s},
            {Value::integer(lease.id), lease.tenantId ? Value::integer(lease.tenantId) : Value::null()});
    return lease.id;
}

void Leases::setTenant(DemoRow &row, DemoLease &lease)
{
    if (lease.status == "draft"_L1 && lease.place == draft)
        return; // nobody found yet
    if (lease.place == withoutAccount || lease.place == expired) {
        row.set(u"tenant_name", u"Om Prakash Tyagi"_s).set(u"tenant_phone", u"+919999909999"_s);
        return;
    }
    // Tenants come from the flatmates, so that nobody rents from himself; two of them hold several leases.
    const DemoPerson &tenant = m_world.flatmate(lease.block, 30 + (lease.place % 20 == 19 ? 0 : lease.place));
    lease.tenantId = tenant.id;
    row.set(u"tenant_user_id", tenant.id)
        .set(u"tenant_name", tenant.name)
        .set(u"tenant_phone", tenant.phone)
        .set(u"tenant_email", tenant.email);
}

void Leases::setTerms(DemoRow &row, const DemoLease &lease, const Plan &plan)
{
    if (lease.place == textTerms) {
        row.set(u"lease_terms", u"\"Eleven months, one month notice\""_s);
    } else if (lease.place % 6 != 3) {
        DemoJson terms;
        terms.put(u"notice_period_days", lease.place % 2 ? 30 : 60);
        if (lease.place % 7 == 4) {
            terms.put(u"lock_in_months", 6).openObject(u"escalation");
            terms.put(u"type", u"percent").put(u"value", 5).put(u"base_rent", DemoMoney::rupees(lease.rent).text());
            terms.put(u"every_months", 12)
                .put(u"first_on", demoDateText(lease.start.addMonths(12)))
                .put(u"rounding", u"rupee")
                .close();
        }
        if (lease.place == fromApplication)
            terms.put(u"application_id", demoApplicationId(lease.block, 2));
        if (plan.renewedFrom != 0)
            terms.put(u"renewed_from_lease_id", plan.renewedFrom);
        row.set(u"lease_terms", terms.text());
    }
    if (lease.place % 3 == 1)
        row.set(u"special_clauses", row.random().pick(m_world.texts.list(u"leases.clauses")));
}

void Leases::setSignatures(DemoRow &row, const DemoLease &lease)
{
    if (lease.status == "draft"_L1)
        return;
    const DemoInstant signedAt = DemoClock::midnight(lease.start).plusDays(-3).plusMinutes(420);
    if (lease.status == "pending_signature"_L1 || lease.place == cancelledBeforeStart) {
        if (lease.place % 2)
            row.set(u"signed_by_owner_at", m_world.clock.ago(2, 300));
        return;
    }
    row.set(u"signed_by_owner_at", signedAt);
    if (lease.place % 11 != 10)
        row.set(u"signed_by_tenant_at", signedAt.plusDays(1));
}

void Leases::setTermination(DemoRow &row, DemoLease &lease)
{
    const QString &reason = row.random().pick(m_world.texts.list(u"leases.reasons"));
    if (lease.status == "active"_L1 && lease.place == onNotice) {
        row.set(u"termination_date", m_world.clock.today().addDays(24)).set(u"termination_reason", reason);
        return;
    }
    if (lease.status != "terminated"_L1)
        return;
    const QDate last =
        lease.place == cancelledBeforeStart ? m_world.clock.today() : lease.start.addMonths(5).addDays(14);
    row.set(u"updated_at", DemoClock::midnight(last).plusMinutes(500));
    if (lease.place == terminatedUndated) {
        // A secondary path wrote the reason into the clauses instead.
        row.set(u"special_clauses", u"Terminated: "_s + reason);
        return;
    }
    row.set(u"termination_date", last).set(u"termination_reason", reason);
    lease.end = qMin(lease.end, last);
}

/// The signed paper; some leases have a second version that replaces the first.
void Leases::addAgreement(const DemoLease &lease)
{
    if (lease.status == "draft"_L1 || lease.place % 6 == 5)
        return;
    DemoDocument paper;
    paper.type = u"lease_agreement"_s;
    paper.title = u"Lease agreement %1"_s.arg(lease.id);
    paper.ownerId = lease.ownerId;
    paper.created = DemoClock::midnight(qMin(lease.start, m_world.clock.today())).plusDays(-2).plusMinutes(430);
    paper.propertyId = lease.propertyId;
    paper.leaseId = lease.id;
    paper.userId = lease.tenantId;
    paper.createdBy = m_world.person(lease.block, DemoCast::firstAgentLogin + lease.place % 9).id;
    paper.isForTenant = true;
    qint64 id = writeDemoDocument(m_world, paper);
    if (lease.place % 8 == 2) {
        paper.version = 2;
        paper.replaces = id;
        paper.title += u", stamped"_s;
        paper.created = paper.created.plusDays(1);
        id = writeDemoDocument(m_world, paper);
    }
    m_world.writer.updateLater(u"leases", lease.id, {u"lease_document_id"_s}, {Value::integer(id)});
}

} // namespace

qint64 writeDemoDocument(DemoWorld &world, const DemoDocument &document)
{
    DemoRow row = world.writer.table(u"documents").row();
    const bool isPicture = document.type.endsWith("_proof"_L1) && row.id() % 2;
    const QString path = u"documents/%1/%2-%3.%4"_s.arg(document.leaseId ? u"leases"_s : u"general"_s, document.type)
                             .arg(row.id())
                             .arg(isPicture ? "jpg"_L1 : "pdf"_L1);
    row.set(u"owner_id", document.ownerId)
        .setKey(u"user_id", document.userId)
        .setKey(u"property_id", document.propertyId)
        .setKey(u"lease_id", document.leaseId)
        .setKey(u"maintenance_request_id", document.requestId)
        .setKey(u"rental_application_id", document.applicationId)
        .setKey(u"replaces_document_id", document.replaces)
        .setKey(u"created_by_user_id", document.createdBy)
        .set(u"document_type", document.type)
        .set(u"title", document.title)
        .set(u"file_url", DemoWorld::mediaUrl(path))
        .set(u"file_path", path)
        .set(u"mime_type", isPicture ? u"image/jpeg"_s : u"application/pdf"_s)
        .set(u"file_size", row.random().between(40000, 2400000))
        .set(u"shared_with_tenant", document.isForTenant)
        .set(u"shared_with_agent", row.id() % 9 != 4)
        .set(u"version", document.version)
        .set(u"created_at", document.created);
    return row.write();
}

void makeDemoLeases(DemoWorld &world)
{
    for (int block = 0; block < world.scale; ++block) {
        for (int place = 0; place < DemoCast::managed; ++place)
            Leases(world, block).writePlace(place);
    }
}

} // namespace Ghar
