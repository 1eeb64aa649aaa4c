// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/moderationpolicy.h"

#include "database/connection.h"
#include "database/deskmeta.h"
#include "database/liveschema.h"
#include "database/transaction.h"
#include "moderation/moderationnotice.h"
#include "records/journalstore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModerationPolicy)
};

const auto metaKey = u"moderation_policy"_s;
constexpr int mostDueHours = 24 * 366;
constexpr int mostSeverity = 100;
constexpr int mostForgottenDays = 366;

struct Switch
{
    QString key;
    bool ModerationPolicy::*value;
};

const QList<Switch> &switches()
{
    static const QList<Switch> list{{u"pauses_profile"_s, &ModerationPolicy::pausesProfile},
                                    {u"pauses_listings"_s, &ModerationPolicy::pausesListings},
                                    {u"closes_conversations"_s, &ModerationPolicy::closesConversations},
                                    {u"closes_matches"_s, &ModerationPolicy::closesMatches},
                                    {u"writes_notices"_s, &ModerationPolicy::writesNotices},
                                    {u"tells_owner_to_edit"_s, &ModerationPolicy::tellsOwnerToEdit}};
    return list;
}

struct Number
{
    QString key;
    int ModerationPolicy::*value;
};

const QList<Number> &numbers()
{
    static const QList<Number> list{{u"second_person_bulk"_s, &ModerationPolicy::secondPersonBulk},
                                    {u"forgotten_days"_s, &ModerationPolicy::forgottenDays}};
    return list;
}

struct NumberMap
{
    QString key;
    QMap<QString, int> ModerationPolicy::*value;
};

const QList<NumberMap> &numberMaps()
{
    static const QList<NumberMap> list{{u"due_hours"_s, &ModerationPolicy::dueHours},
                                       {u"severity"_s, &ModerationPolicy::severity}};
    return list;
}

Error unreadable(const QString &key)
{
    return {ErrorKind::BadInput,
            Text::tr("The moderation policy has something under “%1” that cannot be used.").arg(key),
            {}};
}

} // namespace

QString suspensionWithoutEnd()
{
    return u"suspend-without-end"_s;
}

QString ModerationPolicy::problem() const
{
    for (auto it = dueHours.cbegin(); it != dueHours.cend(); ++it) {
        if (*it < 1 || *it > mostDueHours)
            return Text::tr("Items are due after 1 to %1 hours.").arg(mostDueHours);
    }
    for (auto it = severity.cbegin(); it != severity.cend(); ++it) {
        if (*it < 0 || *it > mostSeverity)
            return Text::tr("Severity is 0 to %1.").arg(mostSeverity);
    }
    if (secondPersonBulk < 0)
        return Text::tr("The number of items at once cannot be below 0.");
    if (forgottenDays < 1 || forgottenDays > mostForgottenDays)
        return Text::tr("Escalated reports are forgotten after 1 to %1 days.").arg(mostForgottenDays);
    for (auto it = notices.cbegin(); it != notices.cend(); ++it) {
        if (const QString problem = problemOf(*it, it.key()); !problem.isEmpty())
            return it->title.isEmpty() ? problem : Text::tr("“%1”: %2").arg(it->title, problem);
    }
    return {};
}

ModerationPolicy ModerationPolicy::standard()
{
    ModerationPolicy policy;
    policy.dueHours = {{u"abuse"_s, 4},  {u"inappropriate"_s, 12}, {u"fake_profile"_s, 24}, {u"spam"_s, 48},
                       {u"other"_s, 72}, {u"listing"_s, 24},       {u"profile"_s, 48}};
    policy.severity = {
        {u"abuse"_s, 50}, {u"inappropriate"_s, 40}, {u"fake_profile"_s, 35}, {u"spam"_s, 20}, {u"other"_s, 10}};
    // The platform's own titles; it stores no texts that could be taken over.
    policy.notices = {
        {u"flatmate_listing_approved"_s, {u"Listing Approved"_s, u"Your listing “{listing}” is live.[ {boost}]"_s}},
        {u"flatmate_listing_rejected"_s,
         {u"Listing Rejected"_s, u"Your listing “{listing}” was not approved.[ Reason: {reason}]"_s}},
        {u"flatmate_account_warned"_s,
         {u"Account Warning"_s,
          u"Somebody reported your account, and we agree with the report.[ Reason: {reason}] Please keep to the "
          "community rules."_s}},
        {u"flatmate_account_suspended"_s,
         {u"Account Suspended"_s, u"Your account is suspended[ until {until}].[ Reason: {reason}]"_s}},
        {u"flatmate_report_dismissed"_s,
         {u"Report Dismissed"_s,
          u"Thank you for your report. We looked into it and found nothing against the rules."_s}},
        {u"flatmate_report_actioned"_s,
         {u"Report Actioned"_s, u"Thank you for your report. We looked into it and acted on it."_s}},
        {u"profile_paused"_s,
         {u"Profile Paused"_s, u"Your flatmate profile is paused[ until {until}].[ Reason: {reason}]"_s}},
        {u"listing_edit_requested"_s,
         {u"Listing Needs Changes"_s, u"Your listing “{listing}” needs changes before it goes live: {reason}"_s}}};
    return policy;
}

QJsonObject ModerationPolicy::toJson() const
{
    const ModerationPolicy usual = standard();
    QJsonObject object;
    for (const Switch &one : switches()) {
        if (this->*one.value != usual.*one.value)
            object.insert(one.key, this->*one.value);
    }
    for (const Number &one : numbers()) {
        if (this->*one.value != usual.*one.value)
            object.insert(one.key, this->*one.value);
    }
    for (const NumberMap &one : numberMaps()) {
        QJsonObject differing;
        const QMap<QString, int> &mine = this->*one.value;
        for (auto it = mine.cbegin(); it != mine.cend(); ++it) {
            if ((usual.*one.value).value(it.key(), -1) != *it)
                differing.insert(it.key(), *it);
        }
        if (!differing.isEmpty())
            object.insert(one.key, differing);
    }
    if (secondPerson != usual.secondPerson)
        object.insert(u"second_person"_s, QJsonArray::fromStringList(secondPerson));
    QJsonObject texts;
    for (auto it = notices.cbegin(); it != notices.cend(); ++it) {
        if (usual.notices.value(it.key()) != *it)
            texts.insert(it.key(), QJsonObject{{u"title"_s, it->title}, {u"body"_s, it->body}});
    }
    if (!texts.isEmpty())
        object.insert(u"notices"_s, texts);
    return object;
}

Result<ModerationPolicy> ModerationPolicy::fromJson(const QJsonObject &object)
{
    ModerationPolicy policy = standard();
    for (const Switch &one : switches()) {
        const QJsonValue value = object.value(one.key);
        if (value.isUndefined())
            continue;
        if (!value.isBool())
            return unreadable(one.key);
        policy.*one.value = value.toBool();
    }
    for (const Number &one : numbers()) {
        const QJsonValue value = object.value(one.key);
        if (value.isUndefined())
            continue;
        if (value.toInt(-1) < 0)
            return unreadable(one.key);
        policy.*one.value = value.toInt();
    }
    for (const NumberMap &one : numberMaps()) {
        const QJsonObject given = object.value(one.key).toObject();
        for (auto it = given.begin(); it != given.end(); ++it) {
            if (it->toInt(-1) < 0)
                return unreadable(one.key + u'.' + it.key());
            (policy.*one.value).insert(it.key(), it->toInt());
        }
    }
    const QJsonValue people = object.value(u"second_person"_s);
    if (!people.isUndefined() && !people.isArray())
        return unreadable(u"second_person"_s);
    for (const QJsonValue &name : people.toArray()) {
        // A word that means nothing would let pass what somebody wanted to hold.
        if (name.toString() != suspensionWithoutEnd() && !moderationActionNamed(name.toString()))
            return unreadable(u"second_person: "_s + name.toString());
        policy.secondPerson.append(name.toString());
    }
    const QJsonObject texts = object.value(u"notices"_s).toObject();
    for (auto it = texts.begin(); it != texts.end(); ++it)
        policy.notices.insert(it.key(), {(*it)[u"title"_s].toString(), (*it)[u"body"_s].toString()});
    return policy;
}

bool ModerationPolicy::needsSecondPerson(ModerationAction action, bool hasEnd, qsizetype items) const
{
    if (secondPersonBulk > 0 && items > secondPersonBulk)
        return true;
    if (action == ModerationAction::Suspend && !hasEnd && secondPerson.contains(suspensionWithoutEnd()))
        return true;
    return secondPerson.contains(nameOf(action));
}

Result<ModerationPolicy> readModerationPolicy(Connection &connection)
{
    const Result<QString> text = readMeta(connection, metaKey);
    if (!text)
        return text.error();
    if (text->isEmpty())
        return ModerationPolicy::standard();
    const QJsonDocument document = QJsonDocument::fromJson(text->toUtf8());
    if (!document.isObject())
        return unreadable(metaKey);
    return ModerationPolicy::fromJson(document.object());
}

Result<void> writeModerationPolicy(Connection &connection, const ModerationPolicy &policy)
{
    return writeMeta(connection, metaKey,
                     QString::fromUtf8(QJsonDocument(policy.toJson()).toJson(QJsonDocument::Compact)));
}

Result<void> changeModerationPolicy(Connection &connection, const LiveSchema &live, const ModerationPolicy &expected,
                                    const ModerationPolicy &wanted, const ChangeHeader &header)
{
    if (const QString problem = wanted.problem(); !problem.isEmpty())
        return Error{ErrorKind::BadInput, Text::tr("%1 Nothing was changed.").arg(problem), {}};
    const Result<std::unique_ptr<JournalStore>> journal = JournalStore::open(live.all());
    if (!journal)
        return journal.error();
    Transaction change(connection);
    if (const Result<void> begun = change.begin(); !begun)
        return begun.error();
    if (connection.dialect().isPostgres()) { // two who change it at once do so one after the other
        Sql sql;
        sql.text = u"SELECT pg_advisory_xact_lock(hashtext("_s + connection.dialect().bindText(sql, metaKey) + u"))"_s;
        const Result<Value> locked = connection.scalar(sql);
        if (!locked)
            return locked.error();
    }
    const Result<ModerationPolicy> present = readModerationPolicy(connection);
    if (!present)
        return present.error();
    if (*present != expected)
        return Error{
            ErrorKind::Busy,
            Text::tr("Somebody else has changed how the team moderates meanwhile. Nothing was changed; look at "
                     "it again."),
            {}};
    if (const Result<void> written = writeModerationPolicy(connection, wanted); !written)
        return written;
    const auto textOf = [](const ModerationPolicy &policy) {
        return Value(QString::fromUtf8(QJsonDocument(policy.toJson()).toJson(QJsonDocument::Compact)));
    };
    const JournalNote note{JournalAction::Update, metaKey, Value::null(), textOf(expected), textOf(wanted)};
    if (const Result<void> kept = (*journal)->keep(connection, header, {note}); !kept)
        return kept;
    if (const Result<void> committed = change.commit(); !committed)
        return committed;
    (void)(*journal)->settle(header.changeId, true);
    return {};
}

} // namespace Ghar
