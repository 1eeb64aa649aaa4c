// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QImage>
#include <QList>
#include <QPointer>
#include <QTcpServer>

class QTcpSocket;

namespace Ghar {

/// A server on this computer that hands out what a test has put there, and remembers what it was asked.
class PictureServer : public QTcpServer
{
public:
    PictureServer();

    /// `http://127.0.0.1:…/path`, or by another name of this computer.
    [[nodiscard]] QString address(const QByteArray &path, const QString &host = QStringLiteral("127.0.0.1")) const;
    /// A whole answer. Its length is told unless `headers` tells one.
    void put(const QByteArray &path, const QByteArray &body, const QByteArray &type = "image/jpeg", int status = 200,
             const QByteArray &headers = {});
    /// An answer as it goes over the line; afterwards the connection is closed.
    void putRaw(const QByteArray &path, const QByteArray &answer);
    /// Answers those who ask for a path that is not there, and wait.
    void answerWaiting(const QByteArray &body);

    /// The heads of all requests so far, and which of them still wait for an answer.
    [[nodiscard]] QList<QByteArray> requests() const { return m_requests; }
    [[nodiscard]] QList<QByteArray> paths() const;
    [[nodiscard]] qsizetype waiting() const;

private:
    void read(QTcpSocket *socket);

    QHash<QByteArray, QByteArray> m_answers;
    QList<QByteArray> m_requests;
    QList<QPointer<QTcpSocket>> m_waiting;
};

/// A picture as a file.
[[nodiscard]] QByteArray encoded(const QImage &image, const char *format = "jpeg");
/// Four quarters: red, green, blue, white from top left to bottom right.
[[nodiscard]] QImage quarters(const QSize &size);
/// A JPEG that says it has another size.
[[nodiscard]] QByteArray withSize(QByteArray jpeg, const QSize &size);
/// A JPEG with the EXIF orientation 1 … 8.
[[nodiscard]] QByteArray withOrientation(const QByteArray &jpeg, int orientation);

} // namespace Ghar
