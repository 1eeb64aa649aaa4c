// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mediarules.h"
#include "pictureproblem.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMetaType>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

class QNetworkReply;
class QTimer;

namespace Ghar {

/// What may be spent on one picture. Tests use smaller numbers.
struct FetchLimits
{
    qint64 bytes = 64 * 1024 * 1024;
    int silenceMilliseconds = 15'000; ///< without a byte
    int wholeMilliseconds = 120'000;
    int redirects = 5;
    int atOnce = 6;
    qint64 cacheBytes = 256 * 1024 * 1024;
};

struct FetchedPicture
{
    QByteArray bytes;
    PictureProblem problem = PictureProblem::None;
    QString host; ///< who gave it, or failed to: after redirects another one than was asked
};

/// Fetches pictures from the network, as far as the rules allow, and keeps them in a folder of bounded size. Every hop
/// of a redirect is checked again. Sends no cookies, passwords or referrer. Lives in a thread of its own, because the
/// cache's files are read and written in it; call it there.
class PictureFetcher : public QObject
{
    Q_OBJECT

public:
    /// Without a folder nothing is kept.
    PictureFetcher(const QString &cacheFolder, const FetchLimits &limits, const MediaRules &rules);
    ~PictureFetcher() override;

    /// fetched() follows, unless it is cancelled. Urgent ones go first.
    void fetch(quint64 id, const QUrl &url, bool isUrgent);
    void raise(quint64 id);
    void cancel(quint64 id);
    /// What is on its way and is not allowed any more is stopped.
    void setRules(const MediaRules &rules);

signals:
    void fetched(quint64 id, const Ghar::FetchedPicture &picture);

private:
    struct Waiting
    {
        quint64 id;
        QUrl url;
    };
    struct Running
    {
        QUrl url; ///< of the present hop
        QNetworkReply *reply = nullptr;
        QTimer *deadline = nullptr;
        QByteArray bytes;
        int redirects = 0;
        PictureProblem stopped = PictureProblem::None; ///< why we ended it ourselves
    };
    void startWaiting();
    void send(quint64 id);
    void takeBytes(quint64 id);
    void checkHeaders(quint64 id);
    void stop(quint64 id, PictureProblem problem);
    void takeEnd(quint64 id);
    /// True when the answer sends us on and that is allowed.
    [[nodiscard]] bool follow(quint64 id, Running &running);
    void answer(quint64 id, PictureProblem problem);
    void dropReply(Running &running);

    const FetchLimits m_limits;
    MediaRules m_rules;
    QNetworkAccessManager m_network;
    QList<Waiting> m_urgent;
    QList<Waiting> m_patient;
    QHash<quint64, Running> m_running;
};

} // namespace Ghar
