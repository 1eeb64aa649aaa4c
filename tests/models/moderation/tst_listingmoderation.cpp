// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/listingmoderation.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The states of a listing (core-and-moderation.md 1.2 to 1.6).
class tst_ListingModeration : public QObject
{
    Q_OBJECT

    static ListingState listing(const QString &preferences, bool isAvailable = false)
    {
        return {u"pg"_s, u"rent"_s, isAvailable, preferences, std::nullopt};
    }
    static QDateTime at() { return {QDate(2026, 11, 22), QTime(6, 30, 0, 250), Qt::UTC}; }
    static QJsonObject preferencesOf(const QMap<QString, Value> &changed)
    {
        return QJsonDocument::fromJson(changed.value(u"listing_preferences"_s).text().toUtf8()).object();
    }

private slots:
    void aMissingStatusIsPendingForStaffAndLiveForThePublic()
    {
        QVERIFY(listing({}).awaitsReview());
        QVERIFY(listing({}, true).awaitsReview());
        QVERIFY(listing({}, true).isPublic());
        QVERIFY(!listing({}).isPublic());
        QVERIFY(!listing(u"{\"moderation_status\":\"pending_review\"}"_s, true).isPublic());
        QVERIFY(listing(u"{\"moderation_status\":\"live\"}"_s, true).isPublic());
        QVERIFY(!listing(u"{\"moderation_status\":\"live\"}"_s, true).awaitsReview());
        ListingState flat = listing(u"{\"moderation_status\":\"rejected\"}"_s, true);
        QVERIFY(!flat.isPublic());
        flat.type = u"apartment"_s;
        QVERIFY(flat.isPublic());
        QVERIFY(!flat.isModerated());
        // Of another shape, or broken.
        QVERIFY(listing(u"[\"live\"]"_s, true).awaitsReview());
        QVERIFY(listing(u"{\"moderation_status\":7}"_s).awaitsReview());
        QVERIFY(listing(u"{\"moder"_s).awaitsReview());
    }

    void expiresTheDayAfterTheMoveInDate()
    {
        ListingState state = listing(u"{\"moderation_status\":\"live\"}"_s, true);
        state.availableFrom = QDateTime(QDate(2026, 11, 22), QTime(23, 0), Qt::UTC);
        QVERIFY(!state.isExpired(QDate(2026, 11, 22)));
        QVERIFY(state.isExpired(QDate(2026, 11, 23)));
        state.preferences = u"{\"moderation_status\":\"paused\"}"_s;
        QVERIFY(state.isExpired(QDate(2026, 11, 23))); // still available
        state.isAvailable = false;
        QVERIFY(!state.isExpired(QDate(2026, 11, 23)));
    }

    void theFirstApprovalIsBoostedOnce()
    {
        const auto first =
            applyVerdict(listing(u"{\"pets\":\"no\",\"n\":1.50}"_s), {ModerationAction::Approve, 7, at(), {}});
        QVERIFY(first);
        QCOMPARE(first->value(u"is_available"_s).text(), u"true"_s);
        QCOMPARE(preferencesOf(*first),
                 (QJsonObject{{u"pets"_s, u"no"_s},
                              {u"n"_s, 1.5},
                              {u"moderation_status"_s, u"live"_s},
                              {u"moderated_by"_s, 7},
                              {u"moderated_at"_s, u"2026-11-22T06:30:00.250000+00:00"_s},
                              {u"first_approved_at"_s, u"2026-11-22T06:30:00.250000+00:00"_s},
                              {u"approval_boost_granted_at"_s, u"2026-11-22T06:30:00.250000+00:00"_s},
                              {u"boosted_until"_s, u"2026-11-23T06:30:00.250000+00:00"_s},
                              {u"boost_reason"_s, u"first_approval"_s}}));
        QVERIFY(first->value(u"listing_preferences"_s).text().startsWith(u"{\"pets\":\"no\",\"n\":1.50,"_s));
        const auto second = applyVerdict(listing(first->value(u"listing_preferences"_s).text()),
                                         {ModerationAction::Approve, 8, at().addDays(3), u"fine"_s});
        QVERIFY(second);
        QJsonObject expected = preferencesOf(*first);
        expected.insert(u"moderated_by"_s, 8);
        expected.insert(u"moderated_at"_s, u"2026-11-25T06:30:00.250000+00:00"_s);
        expected.insert(u"moderation_reason"_s, u"fine"_s);
        QCOMPARE(preferencesOf(*second), expected);
    }

    void anEmptyReasonLeavesTheOldOne()
    {
        const ListingState state = listing(u"{\"moderation_reason\":\"old\"}"_s, true);
        const auto rejected = applyVerdict(state, {ModerationAction::Reject, 7, at(), {}});
        QVERIFY(rejected);
        QCOMPARE(preferencesOf(*rejected).value(u"moderation_reason"_s).toString(), u"old"_s);
        QCOMPARE(preferencesOf(*rejected).value(u"moderation_status"_s).toString(), u"rejected"_s);
        QCOMPARE(rejected->value(u"is_available"_s).text(), u"false"_s);
        const auto edit = applyVerdict(state, {ModerationAction::RequestEdit, 7, at(), u"photos"_s});
        QVERIFY(edit);
        QCOMPARE(preferencesOf(*edit).value(u"moderation_reason"_s).toString(), u"photos"_s);
        QCOMPARE(preferencesOf(*edit).value(u"moderation_status"_s).toString(), u"pending_review"_s);
    }

    void refusesWhatIsNotModerated()
    {
        ListingState flat = listing({});
        flat.type = u"apartment"_s;
        QVERIFY(!applyVerdict(flat, {ModerationAction::Approve, 7, at(), {}}));
        ListingState sale = listing({});
        sale.purpose = u"buy"_s;
        QVERIFY(!applyVerdict(sale, {ModerationAction::Approve, 7, at(), {}}));
        QVERIFY(!applyVerdict(listing(u"[1]"_s), {ModerationAction::Approve, 7, at(), {}}));
        QVERIFY(!applyVerdict(listing(u"{\"a"_s), {ModerationAction::Approve, 7, at(), {}}));
        QVERIFY(!applyVerdict(listing({}), {ModerationAction::Warn, 7, at(), {}}));
    }

    void pausesForTheMoveInDateAsThePlatformDoes()
    {
        ListingState state = listing(u"{\"moderation_status\":\"live\"}"_s, true);
        state.availableFrom = QDateTime(QDate(2026, 11, 20), QTime(0, 0), Qt::UTC);
        const auto paused = pausedForMoveInDate(state, at());
        QVERIFY(paused);
        QCOMPARE(paused->value(u"is_available"_s).text(), u"false"_s);
        QCOMPARE(preferencesOf(*paused),
                 (QJsonObject{{u"moderation_status"_s, u"paused"_s},
                              {u"auto_paused_reason"_s, u"expired_move_in_date"_s},
                              {u"auto_paused_at"_s, u"2026-11-22T06:30:00.250000+00:00"_s},
                              {u"expired_move_in_date"_s, u"2026-11-20T00:00:00.000000+00:00"_s},
                              {u"room_poster_review_required"_s, true},
                              {u"previous_moderation_status"_s, u"live"_s}}));
        state.preferences = u"{\"previous_moderation_status\":\"rejected\"}"_s;
        QCOMPARE(preferencesOf(*pausedForMoveInDate(state, at())).value(u"previous_moderation_status"_s).toString(),
                 u"rejected"_s);
    }

    void anOwnersSwitchAfterADecisionIsSeen()
    {
        ListingState state = listing(u"{\"moderated_at\":\"2026-11-22T06:30:00+00:00\"}"_s);
        QVERIFY(state.isDecided());
        state.preferences = u"{\"moderated_at\":\"2026-11-22T06:30:00+00:00\",\"owner_status_updated_at\":"
                            "\"2026-11-22T06:30:00.5+00:00\"}"_s;
        QVERIFY(!state.isDecided());
        QVERIFY(!listing({}).isDecided());
    }
};

QTEST_APPLESS_MAIN(tst_ListingModeration)
#include "tst_listingmoderation.moc"
