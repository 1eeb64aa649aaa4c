// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mediapolicy.h"
#include "picturedecoder.h"
#include "picturefetcher.h"
#include "picturelook.h"

#include <QCache>
#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QQmlEngine>
#include <QThread>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace Ghar {

/// One picture in one size and look.
struct PictureKey
{
    QString source; ///< the address in the record
    PictureScale scale;
    PictureEffects effects;

    bool operator==(const PictureKey &) const = default;
};

[[nodiscard]] size_t qHash(const PictureKey &key, size_t seed = 0) noexcept;

class PictureStore;

/// Somebody waits for a picture; whoever lets go of it gets no answer. What nobody waits for is not fetched.
class PictureTicket
{
public:
    ~PictureTicket();
    Q_DISABLE_COPY_MOVE(PictureTicket)

private:
    friend class PictureStore;
    using Answer = std::function<void(const DecodedPicture &)>;
    /// Shared with the store, so that an answer may throw away tickets, its own included.
    struct Claim
    {
        Answer answer;
        bool isDropped = false;
    };
    PictureTicket(PictureStore *store, const PictureKey &key, std::shared_ptr<Claim> claim);

    QPointer<PictureStore> m_store;
    const PictureKey m_key;
    const std::shared_ptr<Claim> m_claim;
};

/// Pictures of records by their address: fetched as the policy allows, decoded on other threads, kept in memory up to
/// a bound. The way of a picture is told in ARCHITECTURE.md. GUI thread; must outlive whoever shows pictures.
class PictureStore : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by the Desk")
    Q_PROPERTY(Ghar::MediaPolicy *policy READ policy CONSTANT)
    Q_PROPERTY(Ghar::PictureLook *look READ look CONSTANT)

public:
    /// Fetched files are kept in the folder; without one they are not.
    explicit PictureStore(const QString &cacheFolder, const FetchLimits &limits = {}, QObject *parent = nullptr);
    ~PictureStore() override;

    [[nodiscard]] MediaPolicy *policy() { return &m_policy; }
    [[nodiscard]] PictureLook *look() { return &m_look; }

    /// What is known without waiting: the picture when it is in memory, or why it cannot be had.
    [[nodiscard]] std::optional<DecodedPicture> atOnce(const PictureKey &key) const;
    /// Calls `answer` once, later. Urgent requests go before those of pictures that are not looked at yet.
    [[nodiscard]] std::unique_ptr<PictureTicket> request(const PictureKey &key, bool isUrgent,
                                                         const std::function<void(const DecodedPicture &)> &answer);
    /// Failures are remembered for a while; this one is not any more.
    void forgetFailure(const QString &source);
    /// True while anything is fetched or decoded, for pictures and tests.
    [[nodiscard]] bool isBusy() const { return !m_jobs.isEmpty(); }
    /// What the decoded pictures in memory take, in bytes.
    [[nodiscard]] qint64 memoryUse() const { return qint64(m_decoded.totalCost()) * 1024; }

    static constexpr qint64 mostDecodedBytes = 256 * 1024 * 1024;
    static constexpr qint64 mostEncodedBytes = 96 * 1024 * 1024;

private:
    friend class PictureTicket;
    using Claim = PictureTicket::Claim;
    /// A picture that is being made for everybody who waits for it.
    struct Job
    {
        QList<std::shared_ptr<Claim>> claims;
        std::shared_ptr<std::atomic_bool> isDropped;
        bool isUrgent = false;
    };
    /// A file that is on its way for several jobs.
    struct Load
    {
        quint64 id = 0;
        QList<PictureKey> jobs;
    };
    struct Failure
    {
        PictureProblem problem;
        QString host;
        QDeadlineTimer until;
    };
    void start(const PictureKey &key);
    void load(const PictureKey &key, const QUrl &url);
    void takeLoaded(quint64 id, const FetchedPicture &picture);
    void decode(const PictureKey &key, const std::function<DecodedPicture()> &work);
    void decodeBytes(const PictureKey &key, const QByteArray &bytes, const QString &host);
    void takeDecoded(const PictureKey &key, const DecodedPicture &picture);
    void finish(const PictureKey &key, const DecodedPicture &picture);
    void fail(const PictureKey &key, PictureProblem problem, const QString &host);
    /// Somebody does not wait any more.
    void review(const PictureKey &key);
    PictureFetcher *fetcher();
    void applyRules();

    const QString m_cacheFolder;
    const FetchLimits m_limits;
    MediaPolicy m_policy;
    PictureLook m_look;
    QThread m_network;
    PictureFetcher *m_fetcher = nullptr; ///< in m_network, made when something is fetched for the first time
    QThreadPool m_decoders;
    QCache<PictureKey, DecodedPicture> m_decoded; ///< cost in KiB
    QCache<QString, FetchedPicture> m_encoded;    ///< the same
    QHash<QString, Failure> m_failures;
    QHash<PictureKey, Job> m_jobs;
    QHash<QString, Load> m_loads; ///< by source
    quint64 m_lastLoad = 0;
};

} // namespace Ghar
