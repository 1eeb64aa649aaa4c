// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturefetcher.h"

#include "mediaaddress.h"

#include <QCoreApplication>
#include <QDir>
#include <QNetworkDiskCache>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

PictureProblem problemOfStatus(int status)
{
    switch (status) {
    case 404:
    case 410:
        return PictureProblem::Gone;
    case 401:
    case 402:
    case 403:
    case 407:
    case 451:
        return PictureProblem::Forbidden;
    case 408:
    case 504:
        return PictureProblem::TimedOut;
    default:
        return status >= 200 && status < 300 ? PictureProblem::None : PictureProblem::ServerTrouble;
    }
}

PictureProblem problemOfError(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
        return PictureProblem::None;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // the reply's own clock; what we stop says so itself
        return PictureProblem::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return PictureProblem::NotTrusted;
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return PictureProblem::Forbidden;
    case QNetworkReply::RemoteHostClosedError: // in the middle of the picture
        return PictureProblem::Broken;
    default:
        return error < QNetworkReply::ProtocolUnknownError ? PictureProblem::NoNetwork : PictureProblem::ServerTrouble;
    }
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QNetworkRequest requestFor(const QUrl &url, const FetchLimits &limits)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"GharDesk/"_s + QCoreApplication::applicationVersion());
    request.setRawHeader("Accept", "image/webp,image/png,image/jpeg,image/gif,image/*;q=0.5");
    // Pictures are packed already, and what unpacks to a thousand times its size is not wanted.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setTransferTimeout(limits.silenceMilliseconds);
    return request;
}

} // namespace

PictureFetcher::PictureFetcher(const QString &cacheFolder, const FetchLimits &limits, const MediaRules &rules)
    : m_limits(limits), m_rules(rules)
{
    // Taken along to the thread.
    m_network.setParent(this);
    m_network.setAutoDeleteReplies(false);
    if (!cacheFolder.isEmpty() && QDir().mkpath(cacheFolder)) {
        // Whoever else uses this computer shall not look through pictures of reports.
        QFile::setPermissions(cacheFolder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        auto *cache = new QNetworkDiskCache(&m_network);
        cache->setCacheDirectory(cacheFolder);
        cache->setMaximumCacheSize(m_limits.cacheBytes);
        m_network.setCache(cache);
    }
}

PictureFetcher::~PictureFetcher()
{
    for (Running &running : m_running)
        dropReply(running);
}

void PictureFetcher::setRules(const MediaRules &rules)
{
    m_rules = rules;
    const QList<quint64> ids = m_running.keys();
    for (const quint64 id : ids) {
        if (m_running.contains(id) && !m_rules.allows(m_running.value(id).url))
            stop(id, PictureProblem::HostNotAllowed);
    }
}

void PictureFetcher::fetch(quint64 id, const QUrl &url, bool isUrgent)
{
    (isUrgent ? m_urgent : m_patient).append({id, url});
    startWaiting();
}

void PictureFetcher::raise(quint64 id)
{
    const auto it = std::find_if(m_patient.begin(), m_patient.end(), [id](const Waiting &w) { return w.id == id; });
    if (it == m_patient.end())
        return;
    m_urgent.append(*it);
    m_patient.erase(it);
}

void PictureFetcher::cancel(quint64 id)
{
    const auto isIt = [id](const Waiting &waiting) { return waiting.id == id; };
    m_urgent.removeIf(isIt);
    m_patient.removeIf(isIt);
    if (const auto it = m_running.find(id); it != m_running.end()) {
        Running running = std::move(*it);
        m_running.erase(it);
        dropReply(running);
        startWaiting();
    }
}

void PictureFetcher::startWaiting()
{
    while (m_running.size() < m_limits.atOnce && !(m_urgent.isEmpty() && m_patient.isEmpty())) {
        const Waiting next = m_urgent.isEmpty() ? m_patient.takeFirst() : m_urgent.takeFirst();
        Running running;
        running.url = next.url;
        m_running.insert(next.id, running);
        if (!m_rules.allows(next.url)) {
            answer(next.id, PictureProblem::HostNotAllowed);
            continue;
        }
        Running &started = m_running[next.id];
        started.deadline = new QTimer(this);
        started.deadline->setSingleShot(true);
        connect(started.deadline, &QTimer::timeout, this, [this, id = next.id] { stop(id, PictureProblem::TimedOut); });
        started.deadline->start(m_limits.wholeMilliseconds);
        send(next.id);
    }
}

void PictureFetcher::send(quint64 id)
{
    Running &running = m_running[id];
    running.bytes.clear();
    running.reply = m_network.get(requestFor(running.url, m_limits));
    // An answer out of the cache may be finished before anybody can listen; then the signals are still to come.
    connect(running.reply, &QNetworkReply::metaDataChanged, this, [this, id] { checkHeaders(id); });
    connect(running.reply, &QNetworkReply::readyRead, this, [this, id] { takeBytes(id); });
    connect(running.reply, &QNetworkReply::finished, this, [this, id] { takeEnd(id); });
}

void PictureFetcher::checkHeaders(quint64 id)
{
    const auto it = m_running.constFind(id);
    if (it == m_running.cend() || problemOfStatus(statusOf(*it->reply)) != PictureProblem::None)
        return;
    const QString type = it->reply->header(QNetworkRequest::ContentTypeHeader).toString().toLower();
    if (it->reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_limits.bytes)
        stop(id, PictureProblem::TooManyBytes);
    else if (type.startsWith("image/svg"_L1))
        stop(id, PictureProblem::Drawing);
    else if (type.startsWith("text/html"_L1))
        stop(id, PictureProblem::NotAPicture);
}

void PictureFetcher::takeBytes(quint64 id)
{
    const auto it = m_running.find(id);
    if (it == m_running.end() || !it->reply->isOpen())
        return;
    // Pages that explain an error are not needed.
    const bool isWanted = problemOfStatus(statusOf(*it->reply)) == PictureProblem::None;
    const QByteArray bytes = it->reply->readAll();
    if (isWanted)
        it->bytes += bytes;
    if (it->bytes.size() > m_limits.bytes)
        stop(id, PictureProblem::TooManyBytes);
}

void PictureFetcher::stop(quint64 id, PictureProblem problem)
{
    const auto it = m_running.find(id);
    if (it == m_running.end() || it->stopped != PictureProblem::None)
        return;
    it->stopped = problem;
    answer(id, problem);
}

bool PictureFetcher::follow(quint64 id, Running &running)
{
    const QUrl target = running.reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (target.isEmpty())
        return false;
    const MediaAddress next = MediaAddress::parse(running.url.resolved(target));
    PictureProblem problem = PictureProblem::None;
    if (next.kind != MediaAddress::Kind::Network)
        problem = PictureProblem::BadAddress;
    else if (running.url.scheme() == "https"_L1 && next.url.scheme() != "https"_L1)
        problem = PictureProblem::NotEncrypted;
    else if (++running.redirects > m_limits.redirects)
        problem = PictureProblem::ServerTrouble;
    if (problem == PictureProblem::None) {
        running.url = next.url; // whoever is not allowed is named
        if (!m_rules.allowsHost(next.host))
            problem = PictureProblem::HostNotAllowed;
    }
    if (problem != PictureProblem::None) {
        answer(id, problem);
        return true;
    }
    running.reply->deleteLater();
    running.reply = nullptr;
    send(id);
    return true;
}

void PictureFetcher::takeEnd(quint64 id)
{
    takeBytes(id);
    const auto it = m_running.find(id);
    if (it == m_running.end() || follow(id, *it))
        return;
    const int status = statusOf(*it->reply);
    PictureProblem problem = status > 0 ? problemOfStatus(status) : PictureProblem::None;
    if (problem == PictureProblem::None)
        problem = problemOfError(it->reply->error());
    if (problem == PictureProblem::Broken && status == 0)
        problem = PictureProblem::NoNetwork;
    answer(id, problem);
}

void PictureFetcher::answer(quint64 id, PictureProblem problem)
{
    Running running = m_running.take(id);
    dropReply(running);
    FetchedPicture picture;
    picture.problem = problem;
    picture.host = mediaHost(running.url);
    if (problem == PictureProblem::None)
        picture.bytes = running.bytes;
    emit fetched(id, picture);
    startWaiting();
}

void PictureFetcher::dropReply(Running &running)
{
    if (running.deadline)
        running.deadline->deleteLater(); // it may be what calls
    running.deadline = nullptr;
    if (!running.reply)
        return;
    // Later, because it may be the reply that calls, and must not be ended then.
    running.reply->disconnect(this);
    QMetaObject::invokeMethod(
        running.reply,
        [reply = running.reply] {
            reply->abort();
            reply->deleteLater();
        },
        Qt::QueuedConnection);
    running.reply = nullptr;
}

} // namespace Ghar
