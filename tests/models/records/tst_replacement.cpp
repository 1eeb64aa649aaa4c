// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/replacement.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Find and replace tells before what would become of every value.
class tst_Replacement : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
    LiveSchemaPtr m_live;

    QStringList replaced(const ReplaceRule &rule, const TableQuery &query = {}, qsizetype limit = 100)
    {
        const Result<ReplacementList> list =
            findReplacements(*m_connection, m_live, *m_live->table(u"faqs"_s), query, rule, limit);
        if (!list)
            qFatal("%s", qPrintable(whyNot(list)));
        QStringList texts;
        for (const Replacement &entry : list->found)
            texts.append(entry.problem.isEmpty() ? entry.after.text() : u"! "_s + entry.problem);
        texts.sort();
        return texts;
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        m_database = std::make_unique<TemporaryDatabase>(backend);
        m_connection = m_database->open();
        m_live = m_database->introspected();
        RowMaker maker(*m_connection, m_live);
        for (const QString &question :
             {u"Rent in Gurgaon?"_s, u"gurgaon, GURGAON"_s, u"100% of 5.50"_s, u"Noida"_s, u"Straße Éclair"_s})
            (void)maker.id(u"faqs"_s, {{u"question"_s, Value(question)}, {u"category"_s, Value::null()}});
    }

    void cleanup()
    {
        m_connection.reset();
        m_database.reset();
    }

    void replacesWhateverTheCase()
    {
        QCOMPARE(replaced({u"question"_s, u"Gurgaon"_s, u"Gurugram"_s}),
                 (QStringList{u"Gurugram, Gurugram"_s, u"Rent in Gurugram?"_s}));
        QCOMPARE(replaced({u"question"_s, u"éclair"_s, u"x"_s}), QStringList{u"Straße x"_s});
    }

    void mindsTheCaseWhereItIsWanted()
    {
        ReplaceRule rule{u"question"_s, u"Gurgaon"_s, u"Gurugram"_s};
        rule.matchCase = true;
        QCOMPARE(replaced(rule), QStringList{u"Rent in Gurugram?"_s});
    }

    void takesSignsLiterally()
    {
        QCOMPARE(replaced({u"question"_s, u"100%"_s, u"\\1 all"_s}), QStringList{u"\\1 all of 5.50"_s});
        QCOMPARE(replaced({u"question"_s, u"5.5"_s, u"6"_s}), QStringList{u"100% of 60"_s});
        QVERIFY(replaced({u"question"_s, u"N_ida"_s, u"x"_s}).isEmpty());
    }

    void replacesWholeValuesOnly()
    {
        ReplaceRule rule{u"question"_s, u"noida"_s, u"Greater Noida"_s};
        rule.wholeValue = true;
        QCOMPARE(replaced(rule), QStringList{u"Greater Noida"_s});
        rule.find = u"Rent"_s;
        QVERIFY(replaced(rule).isEmpty());
    }

    void replacesByPatternWithGroups()
    {
        ReplaceRule rule{u"question"_s, u"(\\d+)\\.(\\d+)"_s, u"\\2.\\1"_s};
        rule.isPattern = true;
        QCOMPARE(replaced(rule), QStringList{u"100% of 50.5"_s});
    }

    void saysWhatIsWrongWithAPattern()
    {
        ReplaceRule rule{u"question"_s, u"(open"_s, u"x"_s};
        rule.isPattern = true;
        const Result<ReplacementList> list =
            findReplacements(*m_connection, m_live, *m_live->table(u"faqs"_s), {}, rule, 10);
        QVERIFY(!list);
        QCOMPARE(list.error().kind, ErrorKind::BadInput);
        QVERIFY(
            !findReplacements(*m_connection, m_live, *m_live->table(u"faqs"_s), {}, {u"question"_s, {}, u"x"_s}, 10));
    }

    void leavesNullAlone()
    {
        ReplaceRule rule{u"category"_s, {}, u"general"_s};
        rule.wholeValue = true;
        QVERIFY(replaced(rule).isEmpty());
    }

    void keepsToTheRowsThatAreShown()
    {
        TableQuery query;
        query.filters = {{u"question"_s, Filter::Op::StartsWith, {Value(u"rent"_s)}}};
        QCOMPARE(replaced({u"question"_s, u"Gurgaon"_s, u"Gurugram"_s}, query), QStringList{u"Rent in Gurugram?"_s});
    }

    void marksValuesThatBreakARule()
    {
        const QStringList found = replaced({u"question"_s, u"Noida"_s, QString(3000, u'x')});
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().startsWith(u"! "_s) == (m_live->table(u"faqs"_s)->table.column(u"question")->length > 0),
                 qPrintable(found.first().left(80)));
        ReplaceRule number{u"display_order"_s, u"0"_s, u"zero"_s};
        for (const QString &text : replaced(number))
            QVERIFY2(text.startsWith(u"! "_s), qPrintable(text));
    }

    void saysWhenThereAreMoreThanItTakes()
    {
        const Result<ReplacementList> list = findReplacements(*m_connection, m_live, *m_live->table(u"faqs"_s), {},
                                                              {u"question"_s, u"gurgaon"_s, u"x"_s}, 1);
        GHAR_VERIFY(list);
        QCOMPARE(list->found.size(), 1);
        QVERIFY(list->more);
    }

    void stopsWhenItIsTold()
    {
        const Result<ReplacementList> list =
            findReplacements(*m_connection, m_live, *m_live->table(u"faqs"_s), {},
                             {u"question"_s, u"gurgaon"_s, u"x"_s}, 10, [](qint64) { return false; });
        QVERIFY(!list);
        QCOMPARE(list.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(tst_Replacement)
#include "tst_replacement.moc"
