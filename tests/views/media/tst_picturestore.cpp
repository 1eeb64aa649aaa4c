// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/picturestore.h"
#include "pictureserver.h"

#include <QCoreApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Fetching against a server on this computer.
class tst_PictureStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PictureServer> m_server;
    std::unique_ptr<PictureStore> m_store;

    static FetchLimits quick()
    {
        FetchLimits limits;
        limits.bytes = 200'000;
        return limits;
    }

    void makeStore(const FetchLimits &limits)
    {
        m_store = std::make_unique<PictureStore>(m_folder->path(), limits);
        m_store->policy()->allowHost(u"127.0.0.1"_s);
    }

    /// Somebody who waits for a picture.
    struct Wish
    {
        std::optional<DecodedPicture> answer;
        int answers = 0;
        std::unique_ptr<PictureTicket> ticket;
    };
    std::unique_ptr<Wish> ask(const QString &source, bool isUrgent = true, int pixels = 256)
    {
        auto wish = std::make_unique<Wish>();
        PictureKey key;
        key.source = source;
        key.scale.pixels = pixels;
        wish->ticket = m_store->request(key, isUrgent, [wish = wish.get()](const DecodedPicture &picture) {
            wish->answer = picture;
            ++wish->answers;
        });
        return wish;
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"360Ghar"_s);
        QCoreApplication::setApplicationName(u"tst_picturestore"_s);
        QCoreApplication::setApplicationVersion(u"1.2.3"_s);
    }

    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<PictureServer>();
        QVERIFY(m_server->isListening());
        makeStore(quick());
    }

    void cleanup()
    {
        m_store.reset();
        m_server.reset();
    }

    void asksNothingOfAHostThatIsNotAllowed()
    {
        m_server->put("/a.jpg", encoded(quarters({64, 64})));
        m_store->policy()->forgetHosts();
        const auto wish = ask(m_server->address("/a.jpg"));
        QTRY_VERIFY(wish->answer);
        QCOMPARE(wish->answer->problem, PictureProblem::HostNotAllowed);
        QCOMPARE(wish->answer->host, u"127.0.0.1"_s);
        m_store->policy()->setMode(MediaPolicy::Mode::Never);
        const auto other = ask(m_server->address("/a.jpg"));
        QTRY_VERIFY(other->answer);
        QCOMPARE(other->answer->problem, PictureProblem::HostNotAllowed);
        // This one gets through, so the others would have.
        m_store->policy()->allowHost(u"127.0.0.1"_s);
        const auto last = ask(m_server->address("/a.jpg"));
        QTRY_VERIFY(last->answer);
        QCOMPARE(last->answer->problem, PictureProblem::None);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void fetchesOnceForEverybodyAndSaysWhoAsks()
    {
        m_server->put("/a.jpg", encoded(quarters({640, 480})), "image/jpeg", 200, "Set-Cookie: who=you\r\n");
        m_server->put("/b.jpg", encoded(quarters({64, 64})));
        const auto one = ask(m_server->address("/a.jpg"));
        const auto same = ask(m_server->address("/a.jpg"));
        const auto larger = ask(m_server->address("/a.jpg"), true, 512);
        QTRY_VERIFY(one->answer && same->answer && larger->answer);
        QCOMPARE(one->answer->image.width(), 256);
        QCOMPARE(larger->answer->image.width(), 512);
        QCOMPARE(one->answer->host, u"127.0.0.1"_s);
        QCOMPARE(m_server->requests().size(), 1);
        const auto other = ask(m_server->address("/b.jpg"));
        QTRY_VERIFY(other->answer);
        for (const QByteArray &head : m_server->requests()) {
            QVERIFY2(head.contains("User-Agent: GharDesk/1.2.3\r\n"), head.constData());
            QVERIFY2(!head.contains("Cookie") && !head.contains("Referer") && !head.contains("Authorization"),
                     head.constData());
        }
    }

    void checksEveryHopOfARedirect()
    {
        m_server->put("/picture.jpg", encoded(quarters({64, 64})));
        m_server->put("/elsewhere", {}, {}, 302,
                      "Location: " + m_server->address("/picture.jpg", u"localhost"_s).toLatin1() + "\r\n");
        m_server->put("/here", {}, {}, 301, "Location: /picture.jpg\r\n");
        m_server->put("/file", {}, {}, 302, "Location: file:///etc/passwd\r\n");
        m_server->put("/round", {}, {}, 302, "Location: /round\r\n");
        const auto elsewhere = ask(m_server->address("/elsewhere"));
        const auto here = ask(m_server->address("/here"));
        const auto file = ask(m_server->address("/file"));
        const auto round = ask(m_server->address("/round"));
        QTRY_VERIFY(elsewhere->answer && here->answer && file->answer && round->answer);
        QCOMPARE(elsewhere->answer->problem, PictureProblem::HostNotAllowed);
        QCOMPARE(elsewhere->answer->host, u"localhost"_s);
        QCOMPARE(here->answer->problem, PictureProblem::None);
        QCOMPARE(file->answer->problem, PictureProblem::BadAddress);
        QCOMPARE(round->answer->problem, PictureProblem::ServerTrouble);
        for (const QByteArray &head : m_server->requests())
            QVERIFY2(!head.contains("Host: localhost"), head.constData());
        // Once it is allowed, the failure is forgotten.
        m_store->policy()->allowHost(u"localhost"_s);
        const auto again = ask(m_server->address("/elsewhere"));
        QTRY_VERIFY(again->answer);
        QCOMPARE(again->answer->problem, PictureProblem::None);
        QCOMPARE(again->answer->host, u"localhost"_s);
    }

    void tellsWhatWentWrong_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<PictureProblem>("problem");
        QTest::newRow("not there") << QByteArray("/404") << PictureProblem::Gone;
        QTest::newRow("not there any more") << QByteArray("/410") << PictureProblem::Gone;
        QTest::newRow("forbidden") << QByteArray("/403") << PictureProblem::Forbidden;
        QTest::newRow("wants a password") << QByteArray("/401") << PictureProblem::Forbidden;
        QTest::newRow("fails") << QByteArray("/500") << PictureProblem::ServerTrouble;
        QTest::newRow("a page") << QByteArray("/page") << PictureProblem::NotAPicture;
        QTest::newRow("a page that says it is a picture") << QByteArray("/page.jpg") << PictureProblem::NotAPicture;
        QTest::newRow("a drawing") << QByteArray("/drawing.svg") << PictureProblem::Drawing;
        QTest::newRow("a drawing that says it is a photo") << QByteArray("/drawing.jpg") << PictureProblem::Drawing;
        QTest::newRow("cut off") << QByteArray("/cut.jpg") << PictureProblem::Broken;
        QTest::newRow("the line breaks") << QByteArray("/short.jpg") << PictureProblem::Broken;
        QTest::newRow("says that it is too long") << QByteArray("/long.jpg") << PictureProblem::TooManyBytes;
        QTest::newRow("is too long") << QByteArray("/endless.jpg") << PictureProblem::TooManyBytes;
        QTest::newRow("hangs up") << QByteArray("/nothing") << PictureProblem::NoNetwork;
    }
    void tellsWhatWentWrong()
    {
        QFETCH(QByteArray, path);
        QFETCH(PictureProblem, problem);
        const QByteArray jpeg = encoded(quarters({400, 300}));
        const QByteArray drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
        for (const int status : {404, 410, 403, 500})
            m_server->put('/' + QByteArray::number(status), "<html>Sorry</html>", "text/html", status);
        m_server->put("/401", {}, {}, 401, "WWW-Authenticate: Basic realm=\"x\"\r\n");
        m_server->put("/page", "<html>Hello</html>", "text/html; charset=utf-8");
        m_server->put("/page.jpg", "<html>Hello</html>");
        m_server->put("/drawing.svg", drawing, "image/svg+xml");
        m_server->put("/drawing.jpg", drawing);
        m_server->put("/cut.jpg", jpeg.first(jpeg.size() / 2));
        m_server->put("/short.jpg", jpeg.first(jpeg.size() / 2), "image/jpeg", 200,
                      "Content-Length: " + QByteArray::number(jpeg.size()) + "\r\n");
        m_server->put("/long.jpg", jpeg, "image/jpeg", 200, "Content-Length: 999999999\r\n");
        m_server->putRaw("/endless.jpg",
                         "HTTP/1.0 200 OK\r\nContent-Type: image/jpeg\r\n\r\n" + QByteArray(900'000, 'x'));
        m_server->putRaw("/nothing", {});
        const auto wish = ask(m_server->address(path));
        QTRY_VERIFY(wish->answer);
        QCOMPARE(wish->answer->problem, problem);
        QVERIFY(wish->answer->image.isNull());
        QVERIFY(pictureProblemText(problem, wish->answer->host).endsWith(u'.'));
    }

    void aServerThatIsNotThereIsSaidToBeUnreachable()
    {
        const QString address = m_server->address("/a.jpg");
        m_server->close();
        const auto wish = ask(address);
        QTRY_VERIFY(wish->answer);
        QCOMPARE(wish->answer->problem, PictureProblem::NoNetwork);
    }

    void doesNotWaitForEver_data()
    {
        QTest::addColumn<int>("silence");
        QTest::addColumn<int>("whole");
        QTest::newRow("without a byte") << 100 << 60'000;
        QTest::newRow("altogether") << 60'000 << 100;
    }
    void doesNotWaitForEver()
    {
        QFETCH(int, silence);
        QFETCH(int, whole);
        FetchLimits limits = quick();
        limits.silenceMilliseconds = silence;
        limits.wholeMilliseconds = whole;
        makeStore(limits);
        const auto wish = ask(m_server->address("/slow.jpg"));
        QTRY_VERIFY(wish->answer);
        QCOMPARE(wish->answer->problem, PictureProblem::TimedOut);
    }

    void whatNobodyWaitsForIsNotFetched()
    {
        auto wish = ask(m_server->address("/slow.jpg"));
        auto other = ask(m_server->address("/slow.jpg"));
        QTRY_COMPARE(m_server->waiting(), 1);
        wish->ticket.reset();
        const auto check = ask(m_server->address("/check.jpg"));
        QTRY_COMPARE(m_server->waiting(), 2); // the other one waits still
        other->ticket.reset();
        QTRY_COMPARE(m_server->waiting(), 1);
        m_server->answerWaiting(encoded(quarters({64, 64})));
        QTRY_VERIFY(check->answer);
        QCOMPARE(wish->answers + other->answers, 0);
        QTRY_VERIFY(!m_store->isBusy());
    }

    void anAnswerMayThrowAwayTheOthers()
    {
        m_server->put("/a.jpg", encoded(quarters({64, 64})));
        PictureKey key;
        key.source = m_server->address("/a.jpg");
        key.scale.pixels = 256;
        int answers = 0;
        std::unique_ptr<PictureTicket> one;
        std::unique_ptr<PictureTicket> two;
        const auto both = [&](const DecodedPicture &) {
            ++answers;
            one.reset();
            two.reset();
        };
        one = m_store->request(key, true, both);
        two = m_store->request(key, true, both);
        QTRY_COMPARE(answers, 1);
        QTRY_VERIFY(!m_store->isBusy());
        QCOMPARE(answers, 1);
    }

    void fetchesSixAtOnceAndWhatIsLookedAtFirst()
    {
        std::vector<std::unique_ptr<Wish>> wishes;
        for (int i = 0; i < 9; ++i)
            wishes.push_back(ask(m_server->address("/" + QByteArray::number(i)), false));
        QTRY_COMPARE(m_server->waiting(), 6);
        const auto raised = ask(m_server->address("/8"));
        const auto urgent = ask(m_server->address("/urgent"));
        const QByteArray picture = encoded(quarters({64, 64}));
        m_server->answerWaiting(picture);
        QTRY_COMPARE(m_server->requests().size(), 10);
        const QList<QByteArray> late = m_server->paths().sliced(6, 2);
        QVERIFY(late.contains("/8") && late.contains("/urgent"));
        m_server->answerWaiting(picture);
        QTRY_VERIFY(raised->answer && urgent->answer);
        QTRY_VERIFY(std::all_of(wishes.cbegin(), wishes.cend(), [](const auto &wish) { return bool(wish->answer); }));
    }

    void aChangeOfMindStopsWhatIsOnItsWay()
    {
        const auto wish = ask(m_server->address("/slow.jpg"));
        QTRY_COMPARE(m_server->waiting(), 1);
        m_store->policy()->setMode(MediaPolicy::Mode::Never);
        QTRY_VERIFY(wish->answer);
        QCOMPARE(wish->answer->problem, PictureProblem::HostNotAllowed);
        QTRY_COMPARE(m_server->waiting(), 0);
    }

    void remembersAFailureUntilItIsToldNotTo()
    {
        m_server->put("/a.jpg", {}, {}, 404);
        const QString address = m_server->address("/a.jpg");
        const auto first = ask(address);
        QTRY_VERIFY(first->answer);
        const auto second = ask(address);
        QTRY_VERIFY(second->answer);
        QCOMPARE(second->answer->problem, PictureProblem::Gone);
        QCOMPARE(m_server->requests().size(), 1);
        m_server->put("/a.jpg", encoded(quarters({64, 64})));
        m_store->forgetFailure(address);
        const auto third = ask(address);
        QTRY_VERIFY(third->answer);
        QCOMPARE(third->answer->problem, PictureProblem::None);
    }

    void keepsFilesFromOneStartToTheNext()
    {
        m_server->put("/a.jpg", encoded(quarters({64, 64})), "image/jpeg", 200, "Cache-Control: max-age=3600\r\n");
        const auto first = ask(m_server->address("/a.jpg"));
        QTRY_VERIFY(first->answer);
        makeStore(quick());
        const auto second = ask(m_server->address("/a.jpg"));
        QTRY_VERIFY(second->answer);
        QCOMPARE(second->answer->problem, PictureProblem::None);
        QCOMPARE(m_server->requests().size(), 1);
        // And for nobody else to look at.
        QVERIFY(!(QFileInfo(m_folder->path()).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void keepsNoMorePicturesInMemoryThanItMay()
    {
        // 16 MiB each when decoded, little as files.
        QImage plain(2048, 2048, QImage::Format_Grayscale8);
        plain.fill(90);
        const QByteArray file = encoded(plain);
        QCOMPARE_LT(file.size(), 200'000);
        constexpr int count = 20;
        for (int i = 0; i < count; ++i) {
            const QByteArray path = "/" + QByteArray::number(i);
            m_server->put(path, file);
            const auto wish = ask(m_server->address(path), true, 2048);
            QTRY_VERIFY(wish->answer);
            QCOMPARE(wish->answer->image.width(), 2048);
            QCOMPARE_LE(m_store->memoryUse(), PictureStore::mostDecodedBytes);
        }
        QCOMPARE_GT(m_store->memoryUse(), PictureStore::mostDecodedBytes / 2);
    }

    void makesAnotherLookOutOfWhatIsThere()
    {
        m_server->put("/a.jpg", encoded(quarters({300, 200})));
        const auto plain = ask(m_server->address("/a.jpg"));
        QTRY_VERIFY(plain->answer);
        PictureKey key;
        key.source = m_server->address("/a.jpg");
        key.scale.pixels = 256;
        QVERIFY(m_store->atOnce(key));
        key.effects.greyscale = true;
        QVERIFY(!m_store->atOnce(key));
        std::optional<DecodedPicture> grey;
        const auto ticket = m_store->request(key, true, [&grey](const DecodedPicture &picture) { grey = picture; });
        QTRY_VERIFY(grey);
        const QRgb pixel = grey->image.pixel(10, 10);
        QVERIFY(qRed(pixel) == qBlue(pixel) && qRed(pixel) == qGreen(pixel));
        QCOMPARE(m_server->requests().size(), 1);
    }

    void showsWhatShipsWithoutTheNetwork()
    {
        m_store->policy()->setMode(MediaPolicy::Mode::Never);
        const auto photo = ask(u"ghar-demo:/photos/bed.jpg"_s);
        const auto plan = ask(u"ghar-demo:/tour-flat/floorplan.svg"_s);
        const auto missing = ask(u"ghar-demo:/tour-flat/missing.jpg"_s);
        const auto inlined =
            ask(u"data:image/png;base64,"_s + QString::fromLatin1(encoded(quarters({20, 20}), "png").toBase64()));
        const auto file = ask(u"file:///etc/passwd"_s);
        QTRY_VERIFY(photo->answer && plan->answer && missing->answer && inlined->answer && file->answer);
        QCOMPARE(photo->answer->natural, QSize(960, 720));
        QCOMPARE(plan->answer->natural, QSize(1100, 1180));
        QCOMPARE(missing->answer->problem, PictureProblem::Gone);
        QCOMPARE(inlined->answer->image.size(), QSize(20, 20));
        QCOMPARE(file->answer->problem, PictureProblem::BadAddress);
    }

    void mayEndWhileAPictureIsOnItsWay()
    {
        const auto wish = ask(m_server->address("/slow.jpg"));
        QTRY_COMPARE(m_server->waiting(), 1);
        m_store.reset();
        wish->ticket.reset();
        QCOMPARE(wish->answers, 0);
    }
};

QTEST_MAIN(tst_PictureStore)
#include "tst_picturestore.moc"
