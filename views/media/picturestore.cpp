// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturestore.h"

#include "mediaaddress.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr int rememberedFailureMilliseconds = 60'000;
constexpr qsizetype mostFailures = 500;
constexpr int mostDecoders = 2;

int costOf(qint64 bytes)
{
    return int(bytes / 1024 + 1);
}

} // namespace

size_t qHash(const PictureKey &key, size_t seed) noexcept
{
    const QRect &region = key.scale.region;
    return qHashMulti(seed, key.source, int(key.scale.measure), key.scale.pixels, region.x(), region.y(),
                      region.width(), region.height(), key.scale.regionPixels.width(), key.effects.greyscale,
                      key.effects.blurred);
}

PictureTicket::PictureTicket(PictureStore *store, const PictureKey &key, std::shared_ptr<Claim> claim)
    : m_store(store), m_key(key), m_claim(std::move(claim))
{ }

PictureTicket::~PictureTicket()
{
    m_claim->isDropped = true;
    if (m_store)
        m_store->review(m_key);
}

PictureStore::PictureStore(const QString &cacheFolder, const FetchLimits &limits, QObject *parent)
    : QObject(parent)
    , m_cacheFolder(cacheFolder)
    , m_limits(limits)
    , m_decoded(costOf(mostDecodedBytes))
    , m_encoded(costOf(mostEncodedBytes))
{
    m_network.setObjectName(u"pictures"_s);
    m_decoders.setMaxThreadCount(mostDecoders);
    connect(&m_policy, &MediaPolicy::changed, this, &PictureStore::applyRules);
}

PictureStore::~PictureStore()
{
    for (const Job &job : std::as_const(m_jobs))
        job.isDropped->store(true);
    m_decoders.clear();
    m_decoders.waitForDone();
    m_network.quit();
    m_network.wait();
}

PictureFetcher *PictureStore::fetcher()
{
    if (!m_fetcher) {
        m_fetcher = new PictureFetcher(m_cacheFolder, m_limits, m_policy.rules());
        m_fetcher->moveToThread(&m_network);
        connect(&m_network, &QThread::finished, m_fetcher, &QObject::deleteLater);
        connect(m_fetcher, &PictureFetcher::fetched, this, &PictureStore::takeLoaded);
        m_network.start();
    }
    return m_fetcher;
}

void PictureStore::applyRules()
{
    // Who failed before may be allowed now, and the other way round.
    m_failures.clear();
    if (m_fetcher) {
        QMetaObject::invokeMethod(m_fetcher,
                                  [fetcher = m_fetcher, rules = m_policy.rules()] { fetcher->setRules(rules); });
    }
}

std::optional<DecodedPicture> PictureStore::atOnce(const PictureKey &key) const
{
    DecodedPicture answer;
    const MediaAddress address = MediaAddress::parse(key.source);
    answer.host = address.host;
    if (address.kind == MediaAddress::Kind::Unusable) {
        answer.problem = PictureProblem::BadAddress;
        return answer;
    }
    // Also where the picture is still in memory: what somebody does not want to see is not shown.
    if (address.kind == MediaAddress::Kind::Network && !m_policy.rules().allowsHost(address.host)) {
        answer.problem = PictureProblem::HostNotAllowed;
        return answer;
    }
    if (const DecodedPicture *picture = m_decoded.object(key))
        return *picture;
    if (const auto it = m_failures.constFind(key.source); it != m_failures.cend() && !it->until.hasExpired()) {
        answer.problem = it->problem;
        answer.host = it->host;
        return answer;
    }
    return std::nullopt;
}

std::unique_ptr<PictureTicket> PictureStore::request(const PictureKey &key, bool isUrgent,
                                                     const std::function<void(const DecodedPicture &)> &answer)
{
    auto claim = std::make_shared<Claim>();
    claim->answer = answer;
    std::unique_ptr<PictureTicket> ticket(new PictureTicket(this, key, claim));
    const bool isNew = !m_jobs.contains(key);
    Job &job = m_jobs[key];
    job.claims.append(claim);
    if (isNew) {
        job.isDropped = std::make_shared<std::atomic_bool>(false);
        job.isUrgent = isUrgent;
        start(key);
    } else if (isUrgent && !job.isUrgent) {
        job.isUrgent = true;
        if (const auto it = m_loads.constFind(key.source); it != m_loads.cend()) {
            QMetaObject::invokeMethod(m_fetcher, [fetcher = m_fetcher, id = it->id] { fetcher->raise(id); });
        }
    }
    return ticket;
}

void PictureStore::forgetFailure(const QString &source)
{
    m_failures.remove(source);
}

void PictureStore::start(const PictureKey &key)
{
    if (const std::optional<DecodedPicture> known = atOnce(key)) {
        QMetaObject::invokeMethod(
            this, [this, key, picture = *known] { finish(key, picture); }, Qt::QueuedConnection);
        return;
    }
    PictureKey plain = key;
    plain.effects = {};
    if (const DecodedPicture *picture = key.effects.any() ? m_decoded.object(plain) : nullptr) {
        decode(key, [picture = *picture, effects = key.effects] {
            DecodedPicture changed = picture;
            changed.image = effects.applied(picture.image);
            return changed;
        });
        return;
    }
    const MediaAddress address = MediaAddress::parse(key.source);
    switch (address.kind) {
    case MediaAddress::Kind::Unusable:
        break; // answered above
    case MediaAddress::Kind::Shipped:
        decode(key, [key, file = address.resource] {
            QFile resource(file);
            DecodedPicture picture;
            if (resource.open(QIODevice::ReadOnly))
                picture = decodePicture(resource.readAll(), key.scale, true);
            else
                picture.problem = PictureProblem::Gone;
            picture.image = key.effects.applied(picture.image);
            return picture;
        });
        break;
    case MediaAddress::Kind::Inline:
        decode(key, [key, payload = address.payload] {
            DecodedPicture picture = decodePicture(QByteArray::fromBase64(payload), key.scale, false);
            picture.image = key.effects.applied(picture.image);
            return picture;
        });
        break;
    case MediaAddress::Kind::Network:
        if (const FetchedPicture *file = m_encoded.object(key.source))
            decodeBytes(key, file->bytes, file->host);
        else
            load(key, address.url);
        break;
    }
}

void PictureStore::load(const PictureKey &key, const QUrl &url)
{
    const bool isUrgent = m_jobs.value(key).isUrgent;
    PictureFetcher *network = fetcher();
    Load &load = m_loads[key.source];
    load.jobs.append(key);
    if (load.id == 0) {
        load.id = ++m_lastLoad;
        QMetaObject::invokeMethod(network,
                                  [network, id = load.id, url, isUrgent] { network->fetch(id, url, isUrgent); });
    } else if (isUrgent) {
        QMetaObject::invokeMethod(network, [network, id = load.id] { network->raise(id); });
    }
}

void PictureStore::takeLoaded(quint64 id, const FetchedPicture &picture)
{
    const auto it =
        std::find_if(m_loads.constBegin(), m_loads.constEnd(), [id](const Load &load) { return load.id == id; });
    if (it == m_loads.constEnd())
        return; // cancelled meanwhile
    const QString source = it.key();
    const QList<PictureKey> jobs = it->jobs;
    m_loads.erase(it);
    if (picture.problem == PictureProblem::None)
        m_encoded.insert(source, new FetchedPicture(picture), costOf(picture.bytes.size()));
    for (const PictureKey &key : jobs) {
        if (picture.problem == PictureProblem::None)
            decodeBytes(key, picture.bytes, picture.host);
        else
            fail(key, picture.problem, picture.host);
    }
}

void PictureStore::decodeBytes(const PictureKey &key, const QByteArray &bytes, const QString &host)
{
    decode(key, [key, bytes, host] {
        DecodedPicture picture = decodePicture(bytes, key.scale, false);
        picture.image = key.effects.applied(picture.image);
        picture.host = host;
        return picture;
    });
}

void PictureStore::decode(const PictureKey &key, const std::function<DecodedPicture()> &work)
{
    const auto job = m_jobs.constFind(key);
    if (job == m_jobs.cend())
        return;
    m_decoders.start(
        [this, key, work, isDropped = job->isDropped] {
            if (!isDropped->load())
                QMetaObject::invokeMethod(
                    this, [this, key, picture = work()] { takeDecoded(key, picture); }, Qt::QueuedConnection);
        },
        job->isUrgent ? 1 : 0);
}

void PictureStore::takeDecoded(const PictureKey &key, const DecodedPicture &picture)
{
    if (picture.problem != PictureProblem::None) {
        fail(key, picture.problem, picture.host);
        return;
    }
    // Parts of a picture that is looked at closely are many and large; the rest would have to go for them.
    if (key.scale.region.isNull())
        m_decoded.insert(key, new DecodedPicture(picture), costOf(picture.bytes()));
    finish(key, picture);
}

void PictureStore::fail(const PictureKey &key, PictureProblem problem, const QString &host)
{
    if (m_failures.size() >= mostFailures)
        m_failures.clear();
    m_failures.insert(key.source, {problem, host, QDeadlineTimer(rememberedFailureMilliseconds)});
    DecodedPicture answer;
    answer.problem = problem;
    answer.host = host;
    finish(key, answer);
}

void PictureStore::finish(const PictureKey &key, const DecodedPicture &picture)
{
    const Job job = m_jobs.take(key);
    for (const std::shared_ptr<Claim> &claim : job.claims) {
        if (!claim->isDropped)
            claim->answer(picture);
    }
}

void PictureStore::review(const PictureKey &key)
{
    const auto job = m_jobs.find(key);
    if (job == m_jobs.end())
        return;
    job->claims.removeIf([](const std::shared_ptr<Claim> &claim) { return claim->isDropped; });
    if (!job->claims.isEmpty())
        return;
    job->isDropped->store(true);
    m_jobs.erase(job);
    const auto load = m_loads.find(key.source);
    if (load == m_loads.end())
        return;
    load->jobs.removeOne(key);
    if (load->jobs.isEmpty()) {
        QMetaObject::invokeMethod(m_fetcher, [fetcher = m_fetcher, id = load->id] { fetcher->cancel(id); });
        m_loads.erase(load);
    }
}

} // namespace Ghar
