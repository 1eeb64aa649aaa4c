// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demofixture.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Leases, charges, payments and papers of the demo platform against the rules of property management.
class tst_DemoLeases : public DemoFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { QCOMPARE(generate(), QString()); }
    void allowsOneActiveLeasePerHome();
    void pointsPropertiesAtTheirLease();
    void chargesWholeMonths();
    void explainsEveryChargeByItsPayments();
    void showsUnusualPayments();
    void keepsDocumentsWithTheirLease();
    void showsInspectionsInThreeForms();
};

void tst_DemoLeases::allowsOneActiveLeasePerHome()
{
    const Rows &leases = table(u"leases"_s);
    QSet<QString> homes;
    int held = 0;
    int notice = 0;
    int ending = 0;
    const QString soon = DemoOptions().today.addDays(90).toString(Qt::ISODate);
    for (qsizetype row = 0; row < leases.rows.size(); ++row) {
        QCOMPARE_LT(leases.text(row, u"start_date"), leases.text(row, u"end_date"));
        if (leases.text(row, u"status") != "active"_L1)
            continue;
        QVERIFY(!homes.contains(leases.text(row, u"property_id")));
        homes.insert(leases.text(row, u"property_id"));
        held += leases.text(row, u"end_date") < m_today;
        notice += leases.text(row, u"termination_date") > m_today;
        ending += leases.text(row, u"end_date") >= m_today && leases.text(row, u"end_date") <= soon;
    }
    QCOMPARE_GE(held, 3);
    QCOMPARE_GE(notice, 1);
    QCOMPARE_GE(ending, 3);
    QCOMPARE_GE(count(leases,
                      [&](qsizetype row) {
                          return leases.text(row, u"status") == "terminated"_L1
                              && leases.at(row, u"termination_date").isNull();
                      }),
                1);
    QCOMPARE_GE(count(leases, [&](qsizetype row) { return leases.text(row, u"lease_terms").startsWith(u'"'); }), 1);
    QCOMPARE_GE(count(leases,
                      [&](qsizetype row) {
                          return leases.at(row, u"tenant_user_id").isNull() && !leases.at(row, u"tenant_name").isNull();
                      }),
                1);
}

void tst_DemoLeases::pointsPropertiesAtTheirLease()
{
    const Rows &homes = table(u"properties"_s);
    const Rows &leases = table(u"leases"_s);
    int stale = 0;
    int pointers = 0;
    for (qsizetype row = 0; row < homes.rows.size(); ++row) {
        if (homes.at(row, u"current_lease_id").isNull())
            continue;
        ++pointers;
        const qsizetype lease = homes.text(row, u"current_lease_id").toInt() - 1;
        QCOMPARE(leases.text(lease, u"property_id"), homes.text(row, u"id"));
        QCOMPARE(homes.at(row, u"current_tenant_id"), leases.at(lease, u"tenant_user_id"));
        QCOMPARE(homes.text(row, u"is_managed"), u"true"_s);
        stale += leases.text(lease, u"status") == "renewed"_L1;
    }
    QCOMPARE_GE(pointers, 30);
    QCOMPARE_GE(stale, 1);
}

void tst_DemoLeases::chargesWholeMonths()
{
    const Rows &charges = table(u"rent_charges"_s);
    for (qsizetype row = 0; row < charges.rows.size(); ++row) {
        const QDate month = QDate::fromString(charges.text(row, u"billing_month"), Qt::ISODate);
        QCOMPARE(month.day(), 1);
        QCOMPARE(charges.text(row, u"period_start"), charges.text(row, u"billing_month"));
        QCOMPARE(charges.text(row, u"period_end"), month.addMonths(1).addDays(-1).toString(Qt::ISODate));
        const QDate due = QDate::fromString(charges.text(row, u"due_date"), Qt::ISODate);
        QCOMPARE(due.month(), month.month());
    }
}

void tst_DemoLeases::explainsEveryChargeByItsPayments()
{
    const Rows &charges = table(u"rent_charges"_s);
    const Rows &payments = table(u"rent_payments"_s);
    QHash<QString, qint64> paid;
    for (qsizetype row = 0; row < payments.rows.size(); ++row) {
        const qsizetype charge = payments.text(row, u"charge_id").toInt() - 1;
        for (QStringView column : {u"lease_id", u"property_id", u"owner_id", u"tenant_user_id"})
            QCOMPARE(payments.at(row, column), charges.at(charge, column));
        QCOMPARE_LT(payments.text(row, u"paid_at"), m_today + u"T"_s);
        paid[payments.text(row, u"charge_id")] += paise(payments.text(row, u"amount_paid"));
    }
    for (qsizetype row = 0; row < charges.rows.size(); ++row) {
        const qint64 total = paise(charges.text(row, u"amount_due")) + paise(charges.text(row, u"late_fee_assessed"));
        const qint64 sum = paid.value(charges.text(row, u"id"));
        const QString status = charges.text(row, u"status");
        if (status == "paid"_L1)
            QCOMPARE_GE(sum, total);
        else if (status == "partial"_L1)
            QVERIFY(sum > 0 && sum < total);
        else
            QCOMPARE(sum, 0);
        if (status == "overdue"_L1)
            QCOMPARE_LT(charges.text(row, u"due_date"), m_today);
    }
}

void tst_DemoLeases::showsUnusualPayments()
{
    const Rows &payments = table(u"rent_payments"_s);
    QHash<QString, int> perCharge;
    QSet<QString> references;
    int twice = 0;
    int reversed = 0;
    for (qsizetype row = 0; row < payments.rows.size(); ++row) {
        ++perCharge[payments.text(row, u"charge_id")];
        const QString key =
            payments.text(row, u"charge_id") + payments.text(row, u"amount_paid") + payments.text(row, u"reference");
        if (!payments.at(row, u"reference").isNull()) {
            twice += references.contains(key);
            references.insert(key);
        }
        if (!payments.text(row, u"amount_paid").startsWith(u'-'))
            continue;
        // A reversal names the payment it takes back.
        ++reversed;
        const qsizetype original = payments.text(row, u"reference").mid(4).toInt() - 1;
        QCOMPARE(u'-' + payments.text(original, u"amount_paid"), payments.text(row, u"amount_paid"));
        QCOMPARE(payments.text(original, u"charge_id"), payments.text(row, u"charge_id"));
    }
    QCOMPARE_GE(reversed, 1);
    QCOMPARE_GE(twice, 1);
    QCOMPARE_GE(std::count_if(perCharge.cbegin(), perCharge.cend(), [](int number) { return number >= 2; }), 10);
    QCOMPARE_GE(count(payments, [&](qsizetype row) { return !payments.at(row, u"receipt_document_id").isNull(); }), 20);
}

void tst_DemoLeases::keepsDocumentsWithTheirLease()
{
    const Rows &leases = table(u"leases"_s);
    const Rows &papers = table(u"documents"_s);
    int attached = 0;
    for (qsizetype row = 0; row < leases.rows.size(); ++row) {
        if (leases.at(row, u"lease_document_id").isNull())
            continue;
        ++attached;
        const qsizetype paper = leases.text(row, u"lease_document_id").toInt() - 1;
        QCOMPARE(papers.text(paper, u"lease_id"), leases.text(row, u"id"));
        QCOMPARE(papers.text(paper, u"document_type"), u"lease_agreement"_s);
    }
    QCOMPARE_GE(attached, 30);
    const int versions = count(papers, [&](qsizetype row) {
        const qsizetype before = papers.text(row, u"replaces_document_id").toInt() - 1;
        return before >= 0 && papers.text(row, u"version").toInt() == papers.text(before, u"version").toInt() + 1;
    });
    QCOMPARE_GE(versions, 3);
}

void tst_DemoLeases::showsInspectionsInThreeForms()
{
    const Rows &sheets = table(u"inspection_checklists"_s);
    QSet<QString> forms;
    for (qsizetype row = 0; row < sheets.rows.size(); ++row) {
        const QJsonObject rooms = json(sheets, row, u"rooms_data");
        const QString type = sheets.text(row, u"inspection_type");
        forms.insert(rooms.contains(u"rooms"_s)                               ? u"list"_s
                         : rooms.begin()->toObject().contains(u"condition"_s) ? u"condition"_s
                                                                              : u"items"_s);
        QVERIFY(!type.isEmpty());
    }
    QCOMPARE(forms.size(), 3);
}

QTEST_GUILESS_MAIN(tst_DemoLeases)

#include "tst_demoleases.moc"
