// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/jsontreemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

class tst_JsonTreeModel : public QObject
{
    Q_OBJECT

private:
    static QStringList shown(const JsonTreeModel &model)
    {
        QStringList lines;
        for (int i = 0; i < model.count(); ++i) {
            const QModelIndex index = model.index(i);
            lines.append(QString(model.data(index, JsonTreeModel::NodeDepthRole).toInt(), u' ')
                         + model.data(index, JsonTreeModel::NodeKeyRole).toString() + u'='
                         + model.data(index, JsonTreeModel::NodeTextRole).toString());
        }
        return lines;
    }

private slots:
    void opensAndClosesInPlace()
    {
        JsonTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setText(u"{\"a\": {\"b\": [1, null]}, \"c\": true}"_s);
        QVERIFY(model.isValid());
        QCOMPARE(model.count(), 2);
        model.toggle(0);
        QCOMPARE(model.count(), 3);
        model.toggle(1);
        QCOMPARE(shown(model).mid(2), (QStringList{u"  0=1"_s, u"  1=null"_s, u"c=true"_s}));
        model.toggle(0);
        QCOMPARE(model.count(), 2);
    }

    void showsABareValueAndRefusesBrokenText()
    {
        JsonTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setText(u"\"word\""_s);
        QVERIFY(model.isValid());
        QCOMPARE(shown(model), QStringList{u"=word"_s});
        model.setText(u"{broken"_s);
        QVERIFY(!model.isValid());
        QCOMPARE(model.count(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_JsonTreeModel)
#include "tst_jsontreemodel.moc"
