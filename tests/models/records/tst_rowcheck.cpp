// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/changestatement.h"
#include "records/originalrow.h"
#include "records/rowcheck.h"
#include "support/platformfixture.h"

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Staged rows are looked at before anything is sent, and each sentence says the rule.
class tst_RowCheck : public PlatformFixture
{
    Q_OBJECT

    static StagedValue to(const QString &text) { return {Value(text), false}; }

    StagedRow edit(const QString &table, const Value &id, const QMap<QString, StagedValue> &values)
    {
        const Result<std::optional<OriginalRow>> row = readOriginal(*m_connection, *m_live->table(table), {id});
        if (!row || !*row)
            qFatal("%s", qPrintable(table));
        return {stagedIdOf((*row)->key), StagedKind::Update, **row, values};
    }

    StagedRow insertion(const QString &id, const QString &table, QMap<QString, StagedValue> values)
    {
        values.insert(startOfRow(*m_live->table(table), QDateTime(QDate(2026, 11, 22), QTime(6, 30), Qt::UTC)));
        StagedRow row{id, StagedKind::Insert, {}, values};
        row.original.table = table;
        return row;
    }

    /// The sentences by row and column; fails the program when the check itself does.
    QMap<QString, QString> check(const QList<StagedRow> &rows)
    {
        const Result<QList<RowProblem>> problems = checkStagedRows(*m_connection, *m_live, rows);
        if (!problems)
            qFatal("%s", qPrintable(whyNot(problems)));
        QMap<QString, QString> found;
        for (const RowProblem &problem : *problems)
            found.insert(problem.id + u' ' + problem.column, problem.sentence);
        return found;
    }

private slots:
    void findsNothingInRowsThatKeepAllRules()
    {
        const Value user = m_rows->id(u"users"_s);
        const Value lease = m_rows->id(u"leases"_s);
        QVERIFY(check({edit(u"users"_s, user, {{u"full_name"_s, to(u"आशा"_s)}}),
                       edit(u"leases"_s, lease, {{u"monthly_rent"_s, to(u"1.00"_s)}})})
                    .isEmpty());
    }

    void namesValuesThatAreMissingInANewRow()
    {
        const QMap<QString, QString> found = check({insertion(u"+a"_s, u"leases"_s, {})});
        QCOMPARE(found.value(u"+a owner_id"_s), u"Owner needs a value."_s);
        QVERIFY(found.contains(u"+a monthly_rent"_s));
        QVERIFY2(!found.contains(u"+a id"_s), "the database makes the key");
        QVERIFY2(!found.contains(u"+a created_at"_s), "the database fills it in");
    }

    void namesTheRowThatHasAUniqueValue()
    {
        const Value taken = m_rows->id(u"users"_s, {{u"phone"_s, Value(u"+919999012345"_s)}});
        const Value user = m_rows->id(u"users"_s);
        const QMap<QString, QString> found = check({edit(u"users"_s, user, {{u"phone"_s, to(u"+919999012345"_s)}})});
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().contains(u"must be unique"_s), qPrintable(found.first()));
        // Its own value is no obstacle, nor is the absence of one.
        QVERIFY(check({edit(u"users"_s, taken, {{u"phone"_s, to(u"+919999012345"_s)}})}).isEmpty());
        QVERIFY(check({edit(u"users"_s, user, {{u"phone"_s, {Value::null(), false}}})}).isEmpty());
    }

    void seesTheSameValueInTwoStagedRows()
    {
        const Value a = m_rows->id(u"users"_s);
        const Value b = m_rows->id(u"users"_s);
        const QMap<QString, QString> found = check({edit(u"users"_s, a, {{u"phone"_s, to(u"+919999000001"_s)}}),
                                                    edit(u"users"_s, b, {{u"phone"_s, to(u"+919999000001"_s)}})});
        QCOMPARE(found.size(), 2);
        QVERIFY(found.first().contains(u"another staged row"_s));
    }

    void looksAtAllColumnsOfAKey()
    {
        const Value user = m_rows->id(u"users"_s);
        const Value property = m_rows->id(u"properties"_s);
        (void)m_rows->make(u"property_amenities"_s, {{u"property_id"_s, property}});
        const QString amenity = scalar(*m_connection, u"SELECT amenity_id FROM property_amenities"_s);
        const auto row = [&](const Value &of) {
            return insertion(u"+a"_s, u"property_amenities"_s,
                             {{u"property_id"_s, {of, false}}, {u"amenity_id"_s, to(amenity)}});
        };
        QCOMPARE(check({row(property)}).size(), 1);
        QVERIFY(check({row(m_rows->id(u"properties"_s))}).isEmpty());
    }

    void namesAKeyThatLeadsNowhere()
    {
        const Value lease = m_rows->id(u"leases"_s);
        const QMap<QString, QString> found = check({edit(u"leases"_s, lease, {{u"owner_id"_s, to(u"987654"_s)}})});
        QCOMPARE(found.values(), QStringList{u"Users has no row with the key 987654."_s});
    }

    void acceptsAKeyOfANewRowAndRefusesThatOfADeletedOne()
    {
        const Value user = m_rows->id(u"users"_s);
        const Value lease = m_rows->id(u"leases"_s);
        StagedRow removed = edit(u"users"_s, user, {});
        removed.kind = StagedKind::Delete;
        const StagedRow moved = edit(u"leases"_s, lease, {{u"tenant_user_id"_s, {user, false}}});
        QVERIFY(check({moved}).isEmpty());
        const QMap<QString, QString> found = check({moved, removed});
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().contains(u"to be deleted"_s), qPrintable(found.first()));
        const StagedRow tour = insertion(u"+t"_s, u"tours"_s, {{u"title"_s, to(u"T"_s)}});
        const QString key = tour.values.value(u"id"_s).value.text();
        const QMap<QString, QString> scene = check({tour, insertion(u"+s"_s, u"scenes"_s, {{u"tour_id"_s, to(key)}})});
        QVERIFY(!scene.contains(u"+s tour_id"_s));
    }

    void asksTheDatabaseWhetherAConditionHolds()
    {
        const Value lease = m_rows->id(
            u"leases"_s, {{u"start_date"_s, Value(u"2026-01-01"_s)}, {u"end_date"_s, Value(u"2026-12-31"_s)}});
        QMap<QString, QString> found = check({edit(u"leases"_s, lease, {{u"end_date"_s, to(u"2025-12-31"_s)}})});
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().startsWith(u"The rule is: "_s), qPrintable(found.first()));
        QVERIFY(check({edit(u"leases"_s, lease, {{u"end_date"_s, to(u"2026-01-02"_s)}})}).isEmpty());
        const Value property = m_rows->id(u"properties"_s);
        found = check({edit(u"properties"_s, property, {{u"payment_due_day"_s, to(u"29"_s)}})});
        QCOMPARE(found.size(), 1);
        const Value user = m_rows->id(u"users"_s);
        const auto method = [&](const StagedValue &value) {
            return check({edit(u"users"_s, user, {{u"last_auth_method"_s, value}})}).size();
        };
        QCOMPARE(method(to(u"telepathy"_s)), 1);
        QCOMPARE(method(to(u"google"_s)), 0);
        QCOMPARE(method({Value::null(), false}), 0);
    }

    void comparesJsonWithItsKnownShape()
    {
        const Value user = m_rows->id(u"users"_s);
        const auto preferences = [&](const QString &json) {
            return check({edit(u"users"_s, user, {{u"preferences"_s, to(json)}})});
        };
        QVERIFY(preferences(u"{\"budget_min\": 10000, \"purpose\": \"rent\", \"unknown\": [1, {}]}"_s).isEmpty());
        const QMap<QString, QString> number = preferences(u"{\"budget_min\": \"10000\"}"_s);
        QCOMPARE(number.size(), 1);
        QVERIFY2(number.first().contains(u"budget_min"_s) && number.first().contains(u"number"_s),
                 qPrintable(number.first()));
        QCOMPARE(preferences(u"{\"purpose\": \"borrow\"}"_s).size(), 1);
        QVERIFY(preferences(u"{\"budget_min\": null}"_s).isEmpty());
    }

    void keepsAnOldFaultElsewhereOutOfIt()
    {
        const Value lease = m_rows->id(u"leases"_s);
        StagedRow row = edit(u"leases"_s, lease, {{u"notes"_s, to(u"x"_s)}});
        row.original.values.insert(u"owner_id"_s, Value(u"987654"_s));
        QVERIFY(check({row}).isEmpty());
    }

    void stopsWhenItIsTold()
    {
        const Value lease = m_rows->id(u"leases"_s);
        const QList<StagedRow> rows{edit(u"leases"_s, lease, {{u"owner_id"_s, to(u"987654"_s)}})};
        const Result<QList<RowProblem>> problems = checkStagedRows(*m_connection, *m_live, rows, [] { return false; });
        GHAR_VERIFY(problems);
        QVERIFY(problems->isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_RowCheck)
#include "tst_rowcheck.moc"
