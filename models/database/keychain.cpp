// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/keychain.h"

#include "core/logging.h"

#include <QCoreApplication>

#ifdef GHAR_HAS_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Keychain)
};

Error unavailable(const QString &detail)
{
    return {ErrorKind::Unknown,
            Text::tr("The system keeps no passwords for the desk here, so it asks for the password each time."),
            detail};
}

#ifdef GHAR_HAS_KEYCHAIN

// What the entries of the desk are called in the system's list.
constexpr QLatin1StringView service("Ghar Desk");

Result<void> outcomeOf(const QKeychain::Job *job)
{
    switch (job->error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return {};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Error{ErrorKind::Permission,
                     Text::tr("The system's keychain is locked or refused, so the desk asks for the password."),
                     job->errorString()};
    default:
        qCInfo(lcDatabase) << "The keychain cannot be used:" << job->errorString();
        return unavailable(job->errorString());
    }
}

class SystemKeychain final : public Keychain
{
public:
    void read(const QString &profile, std::function<void(const Result<QString> &)> answer) override
    {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(profile);
        QObject::connect(job, &QKeychain::Job::finished, job, [job, answer = std::move(answer)] {
            const Result<void> outcome = outcomeOf(job);
            answer(outcome ? Result<QString>(job->textData()) : Result<QString>(outcome.error()));
        });
        job->start();
    }

    void write(const QString &profile, const QString &password,
               std::function<void(const Result<void> &)> answer) override
    {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(profile);
        job->setTextData(password);
        start(job, std::move(answer));
    }

    void remove(const QString &profile, std::function<void(const Result<void> &)> answer) override
    {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(profile);
        start(job, std::move(answer));
    }

private:
    static void start(QKeychain::Job *job, std::function<void(const Result<void> &)> answer)
    {
        QObject::connect(job, &QKeychain::Job::finished, job,
                         [job, answer = std::move(answer)] { answer(outcomeOf(job)); });
        job->start();
    }
};

#else

class SystemKeychain final : public Keychain
{
public:
    void read(const QString &, std::function<void(const Result<QString> &)> answer) override { answer(none()); }
    void write(const QString &, const QString &, std::function<void(const Result<void> &)> answer) override
    {
        answer(none());
    }
    void remove(const QString &, std::function<void(const Result<void> &)> answer) override { answer(none()); }

private:
    static Error none() { return unavailable(u"built without QtKeychain"_s); }
};

#endif

} // namespace

std::unique_ptr<Keychain> Keychain::system()
{
    return std::make_unique<SystemKeychain>();
}

} // namespace Ghar
