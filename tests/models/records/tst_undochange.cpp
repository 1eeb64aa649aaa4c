// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/initializer.h"
#include "records/changecommit.h"
#include "records/deleteplan.h"
#include "records/originalrow.h"
#include "records/rowkey.h"
#include "records/undochange.h"
#include "schema/schemareader.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"
#include "support/testsize.h"

#include <QRandomGenerator>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// A committed change is taken back from its journal entries, as a new change.
class tst_UndoChange : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
    LiveSchemaPtr m_live;
    int m_changes = 0;

    static StagedValue to(const QString &text) { return {Value(text), false}; }

    OriginalRow read(const QString &table, const Row &key)
    {
        const Result<std::optional<OriginalRow>> row = readOriginal(*m_connection, *m_live->table(table), key);
        if (!row || !*row)
            qFatal("%s", qPrintable(table + u' ' + rowKeyText(key) + u' ' + whyNot(row)));
        return **row;
    }

    StagedRow update(const QString &table, const Value &id, const QMap<QString, StagedValue> &values)
    {
        return {stagedIdOf({id}), StagedKind::Update, read(table, {id}), values};
    }

    StagedRow removal(const QString &table, const Row &key)
    {
        return {stagedIdOf(key), StagedKind::Delete, read(table, key), {}};
    }

    /// Commits and returns the change's id; the program ends when that fails.
    QString commit(const QList<StagedRow> &rows, const Value &reverts = {})
    {
        const QString id = u"change-%1"_s.arg(++m_changes);
        const ChangeHeader header{
            id,           u"desk-1"_s,    QDateTime(QDate(2026, 11, 22), QTime(6, 30), Qt::UTC).addSecs(m_changes),
            {},           Value::null(),  Value::null(),
            u"records"_s, u"asked for"_s, reverts};
        const Result<CommitOutcome> outcome = commitChanges(*m_connection, *m_live, rows, header);
        if (!outcome || outcome->state != CommitOutcome::State::Committed)
            qFatal("%s", qPrintable(outcome ? outcome->problems.first().sentence : whyNot(outcome)));
        return id;
    }

    UndoPlan plan(const QString &changeId)
    {
        const Result<UndoPlan> planned = planUndoOf(*m_connection, *m_live, changeId);
        if (!planned)
            qFatal("%s", qPrintable(whyNot(planned)));
        return *planned;
    }

    /// Every row of every table: `table key` -> its values, without what the platform stamps by itself.
    using State = QMap<QString, QStringList>;

    State state()
    {
        State all;
        for (const LiveTable &table : m_live->tables) {
            if (table.isView)
                continue;
            QStringList selected;
            for (const QString &name : table.table.primaryKey)
                selected.append(m_connection->dialect().read(*table.table.column(name)));
            const qsizetype keySize = selected.size();
            for (const Column &column : table.table.columns) {
                if (!column.setOnUpdate && column.type != ColumnType::TextSearchVector)
                    selected.append(m_connection->dialect().read(column));
            }
            const Result<void> done = m_connection->forEach(
                {u"SELECT "_s + selected.join(u", "_s) + u" FROM "_s + Dialect::quote(table.table.name), {}},
                [&](const Row &row) {
                    QStringList values;
                    for (const Value &value : row.sliced(keySize))
                        values.append(value.isNull() ? u"NULL"_s : u'\'' + value.text());
                    all.insert(table.table.name + u' ' + rowKeyText(row.first(keySize)), values);
                    return true;
                });
            if (!done)
                qFatal("%s", qPrintable(whyNot(done)));
        }
        return all;
    }

    static QString difference(const State &a, const State &b)
    {
        for (auto it = a.cbegin(); it != a.cend(); ++it) {
            if (!b.contains(it.key()))
                return u"missing: "_s + it.key();
            if (b.value(it.key()) != *it)
                return u"different: "_s + it.key() + u'\n' + it->join(u" | "_s).left(900) + u'\n'
                    + b.value(it.key()).join(u" | "_s).left(900);
        }
        return a.size() == b.size() ? QString() : u"more rows than before"_s;
    }

    void use(TemporaryDatabase::Content content)
    {
        QFETCH_GLOBAL(Backend, backend);
        m_connection.reset();
        m_database = std::make_unique<TemporaryDatabase>(backend, content);
        m_connection = m_database->open();
        if (content == TemporaryDatabase::Content::Empty) {
            const Result<InitReport> made =
                initializeDatabase(*m_connection, platformSchema(), DemoRequest{1, QDate(2026, 11, 22)});
            if (!made)
                qFatal("%s", qPrintable(whyNot(made)));
        }
        m_live = m_database->introspected();
        m_changes = 0;
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
    }

    void cleanup()
    {
        m_connection.reset();
        m_database.reset();
    }

    void bringsDeletedRowsBackAsTheyWere()
    {
        use(TemporaryDatabase::Content::Empty);
        QRandomGenerator random(20261122);
        const State before = state();
        QStringList names;
        for (const LiveTable &table : m_live->tables) {
            if (!table.isView && !table.table.primaryKey.isEmpty())
                names.append(table.table.name);
        }
        int restored = 0;
        qsizetype largest = 0;
        const int wanted = testCases(40);
        for (int i = 0; restored < wanted && i < wanted * 10; ++i) {
            // Users and properties take the most along.
            const QString name = i % 4 == 0 ? u"users"_s
                : i % 4 == 1                ? u"properties"_s
                                            : names.at(random.bounded(int(names.size())));
            const LiveTable &table = *m_live->table(name);
            QStringList keyColumns;
            for (const QString &column : table.table.primaryKey)
                keyColumns.append(m_connection->dialect().read(*table.table.column(column)));
            const QString count = scalar(*m_connection, u"SELECT count(*) FROM "_s + Dialect::quote(name));
            if (count == "0"_L1)
                continue;
            const Result<QList<Row>> rows = m_connection->rows(
                {u"SELECT "_s + keyColumns.join(u", "_s) + u" FROM "_s + Dialect::quote(name)
                     + u" ORDER BY 1 LIMIT 1 OFFSET "_s + QString::number(random.bounded(count.toInt())),
                 {}});
            GHAR_VERIFY(rows);
            Row key;
            for (qsizetype part = 0; part < rows->first().size(); ++part)
                key.append(m_connection->dialect().decode(*table.table.column(table.table.primaryKey.at(part)),
                                                          rows->first().at(part)));
            const Result<DeletePlan> deletion = planDelete(*m_connection, *m_live, table, {key});
            GHAR_VERIFY(deletion);
            if (!deletion->blocks.isEmpty())
                continue;
            const QString change = commit({removal(name, key)});
            const UndoPlan back = plan(change);
            QVERIFY2(back.conflicts.isEmpty(),
                     back.conflicts.isEmpty() ? "" : qPrintable(back.conflicts.first().sentence));
            (void)commit(back.rows, Value(change));
            const QString problem = difference(before, state());
            QVERIFY2(problem.isEmpty(), qPrintable(name + u' ' + rowKeyText(key) + u": "_s + problem));
            largest = qMax(largest, back.rows.size());
            ++restored;
        }
        QCOMPARE(restored, wanted);
        QVERIFY2(largest > 20, "No deletion took much along; the test says little.");
        const Result<QList<JournalChain>> chains = verifyJournal(*m_connection);
        GHAR_VERIFY(chains);
        QCOMPARE(chains->first().brokenAt, 0);
    }

    void takesBackWhatWasMadeAndChanged()
    {
        use(TemporaryDatabase::Content::Platform);
        RowMaker maker(*m_connection, m_live);
        const Value faq = maker.id(u"faqs"_s, {{u"answer"_s, Value(u"old"_s)}});
        StagedRow made{u"+1"_s, StagedKind::Insert, {}, {{u"question"_s, to(u"Q?"_s)}, {u"answer"_s, to(u"A"_s)}}};
        made.original.table = u"faqs"_s;
        const State before = state();
        const QString change = commit({update(u"faqs"_s, faq, {{u"answer"_s, to(u"new"_s)}}), made});
        QCOMPARE(scalar(*m_connection, u"SELECT count(*) FROM faqs"_s), u"2"_s);
        const UndoPlan back = plan(change);
        QCOMPARE(back.rows.size(), 2);
        const QString undone = commit(back.rows, Value(change));
        QCOMPARE(difference(before, state()), QString());
        JournalQuery query;
        query.changeId = undone;
        QCOMPARE(readJournal(*m_connection, query)->first().header.reverts.text(), change);
        // And that is a change like any other, which can be taken back itself.
        (void)commit(plan(undone).rows, Value(undone));
        QCOMPARE(scalar(*m_connection, u"SELECT answer FROM faqs WHERE id = "_s + faq.text()), u"new"_s);
        QCOMPARE(scalar(*m_connection, u"SELECT count(*) FROM faqs"_s), u"2"_s);
    }

    void saysWhatStandsInTheWay()
    {
        use(TemporaryDatabase::Content::Platform);
        RowMaker maker(*m_connection, m_live);
        const auto onlyConflict = [this](const QString &change) {
            const UndoPlan back = plan(change);
            return back.conflicts.size() == 1 ? back.conflicts.first().sentence
                                              : u"%1 conflicts"_s.arg(back.conflicts.size());
        };
        const Value faq = maker.id(u"faqs"_s, {{u"answer"_s, Value(u"old"_s)}});
        const QString edit = commit({update(u"faqs"_s, faq, {{u"answer"_s, to(u"new"_s)}})});
        must(*m_connection, u"UPDATE faqs SET answer = 'newer' WHERE id = "_s + faq.text());
        QVERIFY2(onlyConflict(edit).contains(u"is “newer” now"_s), qPrintable(onlyConflict(edit)));
        const QString removed = commit({removal(u"faqs"_s, {faq})});
        QVERIFY(onlyConflict(edit).contains(u"deleted since"_s));
        // The number of the deleted row is given to another one.
        (void)maker.id(u"faqs"_s, {{u"id"_s, faq}});
        QVERIFY(onlyConflict(removed).contains(u"key is taken"_s));

        const Value owner = maker.id(u"users"_s, {{u"full_name"_s, Value(u"Asha Verma"_s)}});
        const Value property = maker.id(u"properties"_s, {{u"owner_id"_s, owner}});
        const Value visit = maker.id(u"visits"_s, {{u"property_id"_s, property}});
        const QString visitGone = commit({removal(u"visits"_s, {visit})});
        const QString propertyGone = commit({removal(u"properties"_s, {property})});
        QVERIFY2(onlyConflict(visitGone).contains(u"which is gone"_s), qPrintable(onlyConflict(visitGone)));
        (void)commit(plan(propertyGone).rows, Value(propertyGone));
        QVERIFY(plan(visitGone).conflicts.isEmpty());
        (void)commit(plan(visitGone).rows, Value(visitGone));
        QCOMPARE(scalar(*m_connection, u"SELECT count(*) FROM visits WHERE id = "_s + visit.text()), u"1"_s);
        QCOMPARE(whyNot(planUndoOf(*m_connection, *m_live, u"no-such"_s)).isEmpty(), false);
    }

    void takesBackARowThatWasEditedAndDeletedAtOnce()
    {
        use(TemporaryDatabase::Content::Platform);
        RowMaker maker(*m_connection, m_live);
        const Value property = maker.id(u"properties"_s, {{u"title"_s, Value(u"Flat"_s)}});
        const Value image = maker.id(u"property_images"_s, {{u"property_id"_s, property}});
        const State before = state();
        // The image goes with its property, in the commit that edits it.
        const QString change =
            commit({update(u"property_images"_s, image, {{u"image_url"_s, to(u"https://desk.test/other.jpg"_s)}}),
                    removal(u"properties"_s, {property})});
        const UndoPlan back = plan(change);
        QVERIFY(back.conflicts.isEmpty());
        (void)commit(back.rows, Value(change));
        QCOMPARE(difference(before, state()), QString());
    }
};

QTEST_MAIN(tst_UndoChange)
#include "tst_undochange.moc"
