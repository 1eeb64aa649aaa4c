// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/notificationlistener.h"

#include "core/logging.h"
#include "database/connection.h"

#include <QDeadlineTimer>
#include <QSocketNotifier>
#include <QTimer>
#include <QUuid>

#include <memory>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr int firstRestMilliseconds = 1000;
constexpr int longestRestMilliseconds = 60'000;
constexpr int patienceMilliseconds = 200;     ///< for the thread to end
const auto probeMark = u"ghar-desk-probe "_s; ///< nobody else's news begins with it

} // namespace

/// The part on the listening thread.
class ListeningEnd : public QObject
{
    Q_OBJECT

public:
    ListeningEnd(const Profile &profile, const QString &channel)
        : m_profile(profile)
        , m_channel(channel)
        , m_probe(probeMark + QUuid::createUuid().toString(QUuid::WithoutBraces))
    { }

public slots:
    void connectToServer()
    {
        auto connection = Connection::open(m_profile, Access::ReadOnly);
        if (!connection) {
            tryLater(connection.error());
            return;
        }
        m_connection = std::move(*connection);
        Result<void> done = m_connection->listen(m_channel);
        if (!done && done.error().kind == ErrorKind::Refused)
            return; // a file
        if (done)
            done = probe();
        if (!done) {
            tryLater(done.error());
            return;
        }
        m_notifier = std::make_unique<QSocketNotifier>(m_connection->socket(), QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &ListeningEnd::take);
        take();
    }

signals:
    void hearing(bool isHearing);
    void heard(const QString &text);

private:
    Result<void> probe()
    {
        Sql sql;
        sql.text = u"SELECT pg_notify("_s + m_connection->dialect().bindText(sql, m_channel) + u", "_s;
        sql.text += m_connection->dialect().bindText(sql, m_probe) + u')';
        return m_connection->forEach(sql, [](const Row &) { return true; });
    }

    void take()
    {
        const Result<QStringList> texts = m_connection->takeNotifications();
        if (!texts) {
            tryLater(texts.error());
            return;
        }
        for (const QString &text : *texts) {
            if (!text.startsWith(probeMark)) {
                emit heard(text);
            } else if (text == m_probe) {
                m_rest = firstRestMilliseconds;
                emit hearing(true);
                // What was sent while nobody listened.
                if (m_wasLost)
                    emit heard(QString());
            }
        }
    }

    void tryLater(const Error &error)
    {
        qCInfo(lcDatabase) << "Nothing is heard from the server:" << error.detail;
        // It may be the sender of the signal that is being handled.
        if (m_notifier) {
            m_notifier->setEnabled(false);
            m_notifier.release()->deleteLater();
        }
        m_connection.reset();
        m_wasLost = true;
        emit hearing(false);
        QTimer::singleShot(m_rest, this, &ListeningEnd::connectToServer);
        m_rest = qMin(2 * m_rest, longestRestMilliseconds);
    }

    const Profile m_profile;
    const QString m_channel;
    const QString m_probe;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_rest = firstRestMilliseconds;
    bool m_wasLost = false;
};

NotificationListener::NotificationListener(const Profile &profile, const QString &channel, QObject *parent)
    : QObject(parent), m_thread(new QThread)
{
    m_thread->setObjectName(u"listener"_s);
    auto *end = new ListeningEnd(profile, channel);
    end->moveToThread(m_thread);
    connect(m_thread, &QThread::started, end, &ListeningEnd::connectToServer);
    connect(m_thread, &QThread::finished, end, &QObject::deleteLater);
    connect(end, &ListeningEnd::hearing, this, &NotificationListener::setHearing);
    connect(end, &ListeningEnd::heard, this, &NotificationListener::heard);
    m_thread->start();
}

NotificationListener::~NotificationListener()
{
    m_thread->quit();
    // It may be waiting for a server that does not answer, and the window must not.
    if (m_thread->wait(QDeadlineTimer(patienceMilliseconds)))
        delete m_thread;
    else
        connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
}

void NotificationListener::setHearing(bool isHearing)
{
    if (m_isHearing == isHearing)
        return;
    m_isHearing = isHearing;
    emit hearingChanged();
}

} // namespace Ghar

#include "notificationlistener.moc"
