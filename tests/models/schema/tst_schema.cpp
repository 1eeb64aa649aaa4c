#include "schema/schemareader.h"
#include <QTest>
using namespace Ghar;
class tst_Schema : public QObject { Q_OBJECT
private slots:
    void reads() { auto s = readSchema(QStringLiteral(":/ghar/schema")); QVERIFY2(s, s ? "" : qPrintable(s.error().userText)); qInfo() << (*s)->tables().size(); }
};
QTEST_GUILESS_MAIN(tst_Schema)
#include "tst_schema.moc"
