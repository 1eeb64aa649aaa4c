// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictureserver.h"

#include <QBuffer>
#include <QPainter>
#include <QTcpSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

PictureServer::PictureServer()
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    listen(QHostAddress::LocalHost);
}

QString PictureServer::address(const QByteArray &path, const QString &host) const
{
    return u"http://%1:%2%3"_s.arg(host).arg(serverPort()).arg(QString::fromLatin1(path));
}

void PictureServer::put(const QByteArray &path, const QByteArray &body, const QByteArray &type, int status,
                        const QByteArray &headers)
{
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " Answer\r\nConnection: close\r\n";
    if (!type.isEmpty())
        answer += "Content-Type: " + type + "\r\n";
    if (!headers.contains("Content-Length") && !headers.contains("Transfer-Encoding"))
        answer += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    putRaw(path, answer + headers + "\r\n" + body);
}

void PictureServer::putRaw(const QByteArray &path, const QByteArray &answer)
{
    m_answers.insert(path, answer);
}

void PictureServer::read(QTcpSocket *socket)
{
    const QByteArray head = socket->readAll();
    m_requests.append(head);
    const QByteArray path = head.split(' ').value(1);
    if (!m_answers.contains(path)) {
        m_waiting.append(socket);
        return;
    }
    socket->write(m_answers.value(path));
    socket->disconnectFromHost();
}

void PictureServer::answerWaiting(const QByteArray &body)
{
    for (const QPointer<QTcpSocket> &socket : std::exchange(m_waiting, {})) {
        if (!socket)
            continue;
        socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: image/jpeg\r\nContent-Length: "
                      + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket->disconnectFromHost();
    }
}

QList<QByteArray> PictureServer::paths() const
{
    QList<QByteArray> paths;
    for (const QByteArray &request : m_requests)
        paths.append(request.split(' ').value(1));
    return paths;
}

qsizetype PictureServer::waiting() const
{
    return std::count_if(m_waiting.cbegin(), m_waiting.cend(), [](const auto &socket) { return bool(socket); });
}

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 95);
    return bytes;
}

QImage quarters(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    const int x = size.width() / 2;
    const int y = size.height() / 2;
    painter.fillRect(0, 0, x, y, Qt::red);
    painter.fillRect(x, 0, size.width() - x, y, Qt::green);
    painter.fillRect(0, y, x, size.height() - y, Qt::blue);
    painter.fillRect(x, y, size.width() - x, size.height() - y, Qt::white);
    return image;
}

QByteArray withSize(QByteArray jpeg, const QSize &size)
{
    const qsizetype frame = jpeg.indexOf(QByteArrayView("\xff\xc0", 2));
    Q_ASSERT(frame > 0);
    jpeg[frame + 5] = char(size.height() / 256);
    jpeg[frame + 6] = char(size.height() % 256);
    jpeg[frame + 7] = char(size.width() / 256);
    jpeg[frame + 8] = char(size.width() % 256);
    return jpeg;
}

QByteArray withOrientation(const QByteArray &jpeg, int orientation)
{
    // One directory with one entry: orientation (0x0112), a short.
    QByteArray exif("Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    exif += char(orientation);
    exif += QByteArray(6, '\0');
    QByteArray segment("\xff\xe1", 2);
    segment += char((exif.size() + 2) / 256);
    segment += char((exif.size() + 2) % 256);
    return jpeg.first(2) + segment + exif + jpeg.sliced(2);
}

} // namespace Ghar
