// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lossylink.h"

#include "database/conninfo.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// PostgreSQL's own name for a socket of the port.
QString socketIn(const QString &folder, const QString &port)
{
    return folder + u"/.s.PGSQL."_s + port;
}

ConnInfo read(const QString &text)
{
    const Result<ConnInfo> info = parseConnInfo(text);
    if (!info)
        qFatal("No connection text: %s", qPrintable(info.error().userText));
    return *info;
}

} // namespace

LossyLink::LossyLink(const Profile &profile) : m_profile(profile), m_folder(std::make_unique<QTemporaryDir>())
{
    ConnInfo info = read(profile.connInfo);
    if (info.port.isEmpty())
        info.port = u"5432"_s;
    const QString server = socketIn(info.host, info.port);
    info.host = m_folder->path();
    m_profile.connInfo = connInfoText(info);
    auto *listener = new QLocalServer;
    if (!listener->listen(socketIn(info.host, info.port)))
        qFatal("No link to the server of the tests: %s", qPrintable(listener->errorString()));
    listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, listener, &QObject::deleteLater);
    QObject::connect(listener, &QLocalServer::newConnection, listener, [this, listener, server] {
        while (QLocalSocket *client = listener->nextPendingConnection()) {
            auto *upstream = new QLocalSocket(client);
            auto cuts = std::make_shared<bool>(false);
            QObject::connect(client, &QLocalSocket::readyRead, upstream, [this, client, upstream, cuts] {
                const QByteArray bytes = client->readAll();
                if (bytes.contains(QByteArrayLiteral("COMMIT\0")) && m_loses.exchange(false))
                    *cuts = true;
                upstream->write(bytes);
            });
            QObject::connect(upstream, &QLocalSocket::readyRead, client, [this, client, upstream, cuts] {
                const QByteArray bytes = upstream->readAll();
                if (!*cuts) {
                    client->write(bytes);
                    return;
                }
                m_hasLost = true;
                client->abort();
            });
            QObject::connect(upstream, &QLocalSocket::disconnected, client,
                             [client] { client->disconnectFromServer(); });
            QObject::connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
            upstream->connectToServer(server);
        }
    });
    m_thread.start();
}

LossyLink::~LossyLink()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace Ghar
