// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demoleases.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

using namespace DemoLeasePlace;

class Rent
{
public:
    Rent(DemoWorld &world, const DemoLease &lease) : m_world(world), m_lease(lease) { }
    void writeMonths();

private:
    void writeMonth(QDate month, int number);
    void pay(qint64 charge, qint64 paise, DemoInstant when, const QString &note = {}, const QString &reference = {});
    [[nodiscard]] QString settle(qint64 *paise, int number, QDate due) const;

    DemoWorld &m_world;
    const DemoLease &m_lease;
};

/// What became of a month; takes the paid share out of `paise`.
QString Rent::settle(qint64 *paise, int number, QDate due) const
{
    const QDate today = m_world.clock.today();
    const qint64 total = *paise;
    const int key = (m_lease.place * 7 + number * 3) % 40;
    if (due > today) { // paid ahead here and there
        *paise = key == 8 ? total : key == 9 ? total / 4 : 0;
        return key == 8 ? u"paid"_s : key == 9 ? u"partial"_s : u"pending"_s;
    }
    const bool isRecent = due.daysTo(today) < 130;
    switch (key) {
    case 1:
    case 2:
        *paise = total / 2;
        return isRecent ? u"partial"_s : u"paid"_s;
    case 3:
        *paise = total - 1; // three thirds that miss one paisa
        return u"partial"_s;
    case 4:
        *paise = 0;
        return u"waived"_s;
    case 5:
    case 6:
        *paise = isRecent ? 0 : total;
        return isRecent ? u"overdue"_s : u"paid"_s;
    case 7: // late, but nothing on the platform writes it down
        *paise = isRecent ? 0 : total;
        return isRecent ? u"pending"_s : u"paid"_s;
    default:
        return u"paid"_s;
    }
}

void Rent::writeMonths()
{
    if (m_lease.status == "draft"_L1 || m_lease.status == "pending_signature"_L1
        || m_lease.place == cancelledBeforeStart)
        return;
    QDate last = qMin(m_lease.end, m_world.clock.today().addMonths(m_lease.place % 12 == 4 ? 1 : 0));
    if (m_lease.place == chargedAfterEnd)
        last = m_lease.end.addMonths(3); // charges that nobody removed
    QDate month(m_lease.start.year(), m_lease.start.month(), 1);
    for (int number = 0; month <= last; ++number, month = month.addMonths(1))
        writeMonth(month, number);
}

void Rent::writeMonth(QDate month, int number)
{
    const QDate due(month.year(), month.month(), qMin(m_lease.dueDay, month.daysInMonth()));
    const qint64 amount = m_lease.rent * 100 + (m_lease.place % 8 == 5 ? 50 : 0);
    const bool hasFee = (m_lease.place + number) % 23 == 6 && due < m_world.clock.today().addDays(-15);
    const qint64 fee = hasFee ? 50000 : 0;
    qint64 paid = amount + fee;
    const QString status = settle(&paid, number, due);
    DemoRow row = m_world.writer.table(u"rent_charges").row();
    row.set(u"lease_id", m_lease.id)
        .set(u"property_id", m_lease.propertyId)
        .set(u"owner_id", m_lease.ownerId)
        .setKey(u"tenant_user_id", m_lease.tenantId)
        .set(u"billing_month", month)
        .set(u"period_start", month)
        .set(u"period_end", month.addMonths(1).addDays(-1))
        .set(u"due_date", due)
        .set(u"amount_due", DemoMoney{amount})
        .set(u"late_fee_assessed", DemoMoney{fee})
        .set(u"status", status)
        .set(u"created_at", DemoClock::midnight(qMin(month, m_world.clock.today())).plusMinutes(60));
    DemoRandom random = row.random();
    const qint64 charge = row.write();
    if (paid <= 0)
        return;

    const DemoInstant now = m_world.clock.now();
    const auto notLater = [&](DemoInstant when) { return now < when ? now.plusMinutes(-60) : when; };
    const DemoInstant dueAt = DemoClock::midnight(due).plusMinutes(240);
    const int key = (m_lease.place * 7 + number * 3) % 40;
    if (status == "paid"_L1 && key <= 2) {
        pay(charge, paid, notLater(dueAt.plusDays(-1)), m_world.texts.list(u"leases.payment_notes").at(0));
        pay(charge, amount + fee - paid, notLater(dueAt.plusDays(14)),
            m_world.texts.list(u"leases.payment_notes").at(1));
    } else if (key == 3) {
        for (int part = 0; part < 3; ++part)
            pay(charge, paid / 3 + (part == 2 ? paid % 3 : 0), notLater(dueAt.plusDays(part * 4)));
    } else if (key == 10) {
        pay(charge, paid, notLater(dueAt), {}, u"CHQ 0%1"_s.arg(charge));
        const qint64 bounced = m_world.writer.table(u"rent_payments").count();
        pay(charge, -paid, notLater(dueAt.plusDays(3)), u"Cheque returned unpaid"_s, u"REV:%1"_s.arg(bounced));
        pay(charge, paid, notLater(dueAt.plusDays(5)));
    } else if (key == 11 && number % 2) {
        // The form was sent twice: same amount, same reference, minutes apart.
        pay(charge, paid, notLater(dueAt), {}, u"UPI/DEMO/%1"_s.arg(charge));
        pay(charge, paid, notLater(dueAt.plusMinutes(2)), {}, u"UPI/DEMO/%1"_s.arg(charge));
    } else {
        pay(charge, paid,
            notLater(dueAt.plusDays(random.between(-5, key % 4 == 0 ? 18 : 3)).plusMinutes(random.between(-200, 900))));
    }
}

void Rent::pay(qint64 charge, qint64 paise, DemoInstant when, const QString &note, const QString &reference)
{
    static const QStringList methods{
        u"upi"_s,    u"bank_transfer"_s, u"upi"_s,    u"upi"_s,  u"bank_transfer"_s, u"cheque"_s,
        u"upi"_s,    u"bank_transfer"_s, u"online"_s, u"upi"_s,  u"cash"_s,          u"upi"_s,
        u"cheque"_s, u"bank_transfer"_s, u"upi"_s,    u"card"_s, u"upi"_s,           u"online"_s,
        u"cash"_s,   u"bank_transfer"_s, u"other"_s,  u"upi"_s,  u"check"_s};
    DemoRow row = m_world.writer.table(u"rent_payments").row();
    DemoRandom random = row.random();
    const QString &method = methods.at(row.id() % methods.size());
    row.set(u"charge_id", charge)
        .set(u"lease_id", m_lease.id)
        .set(u"property_id", m_lease.propertyId)
        .set(u"owner_id", m_lease.ownerId)
        .setKey(u"tenant_user_id", m_lease.tenantId)
        .set(u"paid_at", when)
        .set(u"amount_paid", DemoMoney{paise})
        .set(u"created_at", when.plusMinutes(random.between(0, 30)));
    if (row.id() % 19 != 0)
        row.set(u"payment_method", method);
    if (!reference.isEmpty())
        row.set(u"reference", reference);
    else if (method != "cash"_L1 && random.chance(80))
        row.set(u"reference", u"DEMO%1"_s.arg(random.next() % 100000000, 8, 10, QChar(u'0')));
    if (!note.isEmpty())
        row.set(u"notes", note);
    else if (random.chance(6))
        row.set(u"notes", random.pick(m_world.texts.list(u"leases.payment_notes")));
    if (row.id() % 8 == 3 && paise > 0) {
        DemoDocument receipt;
        receipt.type = u"receipt"_s;
        receipt.title = u"Rent receipt %1"_s.arg(row.id());
        receipt.ownerId = m_lease.ownerId;
        receipt.created = when.plusMinutes(45);
        receipt.userId = m_lease.tenantId;
        receipt.propertyId = m_lease.propertyId;
        receipt.leaseId = m_lease.id;
        receipt.isForTenant = true;
        row.set(u"receipt_document_id", writeDemoDocument(m_world, receipt));
    }
    row.write();
}

} // namespace

void makeDemoRent(DemoWorld &world)
{
    for (const DemoLease &lease : std::as_const(world.leases))
        Rent(world, lease).writeMonths();
}

} // namespace Ghar
