// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/listingmoderation.h"

#include "core/instant.h"
#include "core/jsontext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ListingModeration)
};

const auto statusKey = u"moderation_status"_s;
const auto preferencesColumn = u"listing_preferences"_s;
const auto availableColumn = u"is_available"_s;
const auto boostKey = u"approval_boost_granted_at"_s;
constexpr qint64 boostHours = 24;

/// Several keys set one after the other; the first error ends it.
class Preferences
{
public:
    explicit Preferences(QString json) : m_json(std::move(json)) { }

    void set(const QString &key, const QJsonValue &value)
    {
        if (!m_json)
            return;
        m_json = withJsonMember(*m_json, {key}, value);
    }
    void setUnlessThere(const QString &key, const QJsonValue &value)
    {
        if (m_json && jsonMember(*m_json, {key}).isUndefined())
            set(key, value);
    }
    Result<QMap<QString, Value>> withAvailable(bool isAvailable) const
    {
        if (!m_json)
            return Error{ErrorKind::Refused,
                         Text::tr("The listing's preferences cannot be read: %1 Mend them in Records first.")
                             .arg(m_json.error().userText),
                         {}};
        return QMap<QString, Value>{{preferencesColumn, Value(*m_json)},
                                    {availableColumn, Value::boolean(isAvailable)}};
    }

private:
    Result<QString> m_json;
};

} // namespace

const QStringList &moderatedTypes()
{
    static const QStringList types{u"pg"_s, u"flatmate"_s};
    return types;
}

QString moderatedPurpose()
{
    return u"rent"_s;
}

QString ListingStatus::pending()
{
    return u"pending_review"_s;
}

QString ListingStatus::live()
{
    return u"live"_s;
}

QString ListingStatus::rejected()
{
    return u"rejected"_s;
}

QString ListingStatus::paused()
{
    return u"paused"_s;
}

QString ListingState::status() const
{
    return jsonMember(preferences, {statusKey}).toString();
}

bool ListingState::isModerated() const
{
    return moderatedTypes().contains(type) && purpose == moderatedPurpose();
}

std::optional<QDateTime> ListingState::stamp(const QString &key) const
{
    const QDateTime time = QDateTime::fromString(jsonMember(preferences, {key}).toString(), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

bool ListingState::isDecided() const
{
    const auto decided = stamp(u"moderated_at"_s);
    const auto switched = stamp(u"owner_status_updated_at"_s);
    return decided && (!switched || *switched <= *decided);
}

bool ListingState::awaitsReview() const
{
    const QString stored = status();
    return isModerated() && (stored.isEmpty() || stored == ListingStatus::pending());
}

bool ListingState::isPublic() const
{
    const QString stored = status();
    return isAvailable && (!moderatedTypes().contains(type) || stored.isEmpty() || stored == ListingStatus::live());
}

bool ListingState::isExpired(QDate today) const
{
    const QString stored = status();
    return isModerated() && availableFrom && availableFrom->date() < today
        && (isAvailable || stored.isEmpty() || stored == ListingStatus::live());
}

ListingState listingStateOf(const QMap<QString, Value> &values)
{
    ListingState state;
    state.type = values.value(u"property_type"_s).text();
    state.purpose = values.value(u"purpose"_s).text();
    state.isAvailable = values.value(availableColumn).text() == "true"_L1;
    state.preferences = values.value(preferencesColumn).text();
    if (const auto from = instantFromText(values.value(u"available_from"_s).text()))
        state.availableFrom = from->toUTC();
    return state;
}

Result<QMap<QString, Value>> applyVerdict(const ListingState &listing, const ListingVerdict &verdict)
{
    QString status;
    bool isAvailable = false;
    switch (verdict.action) {
    case ModerationAction::Approve:
    case ModerationAction::Unpause:
        status = ListingStatus::live();
        isAvailable = true;
        break;
    case ModerationAction::Reject:
        status = ListingStatus::rejected();
        break;
    case ModerationAction::RequestEdit:
        status = ListingStatus::pending();
        break;
    case ModerationAction::Pause:
        status = ListingStatus::paused();
        break;
    default:
        return Error{
            ErrorKind::BadInput, Text::tr("“%1” cannot be decided of a listing.").arg(nameOf(verdict.action)), {}};
    }
    if (!listing.isModerated())
        return Error{ErrorKind::Refused,
                     Text::tr("Only PG and flatmate listings for rent are moderated; this one is %1 for %2.")
                         .arg(listing.type, listing.purpose),
                     {}};
    const QString now = isoInstant(verdict.at);
    Preferences preferences(listing.preferences);
    preferences.set(statusKey, status);
    if (verdict.moderator)
        preferences.set(u"moderated_by"_s, *verdict.moderator);
    preferences.set(u"moderated_at"_s, now);
    if (!verdict.reason.isEmpty())
        preferences.set(u"moderation_reason"_s, verdict.reason);
    if (verdict.action == ModerationAction::Approve && jsonMember(listing.preferences, {boostKey}).isUndefined()) {
        preferences.setUnlessThere(u"first_approved_at"_s, now);
        preferences.set(boostKey, now);
        preferences.set(u"boosted_until"_s, isoInstant(verdict.at.addSecs(boostHours * 3600)));
        preferences.set(u"boost_reason"_s, u"first_approval"_s);
    }
    return preferences.withAvailable(isAvailable);
}

Result<QMap<QString, Value>> takenDown(const ListingState &listing)
{
    Preferences preferences(listing.preferences);
    preferences.set(statusKey, ListingStatus::paused());
    return preferences.withAvailable(false);
}

Result<QMap<QString, Value>> pausedForMoveInDate(const ListingState &listing, const QDateTime &at)
{
    Q_ASSERT(listing.availableFrom);
    const QString stored = listing.status();
    Preferences preferences(listing.preferences);
    // This rule takes a listing without a status for a live one.
    preferences.setUnlessThere(u"previous_moderation_status"_s, stored.isEmpty() ? ListingStatus::live() : stored);
    preferences.set(statusKey, ListingStatus::paused());
    preferences.set(u"auto_paused_reason"_s, u"expired_move_in_date"_s);
    preferences.set(u"auto_paused_at"_s, isoInstant(at));
    preferences.set(u"expired_move_in_date"_s, isoInstant(*listing.availableFrom));
    preferences.set(u"room_poster_review_required"_s, true);
    return preferences.withAvailable(false);
}

QString isoInstant(const QDateTime &time)
{
    return instantText(time).replace(10, 1, u'T');
}

} // namespace Ghar
