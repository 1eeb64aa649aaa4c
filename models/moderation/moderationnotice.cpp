// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/moderationnotice.h"

#include "core/jsontext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModerationNotice)
};

const QRegularExpression &placeholder()
{
    static const QRegularExpression pattern(u"\\{(\\w+)\\}"_s);
    return pattern;
}

/// The first placeholder without a value; empty when all have one.
QString missingIn(const QString &text, const QMap<QString, QString> &values)
{
    QRegularExpressionMatchIterator found = placeholder().globalMatch(text);
    while (found.hasNext()) {
        const QString name = found.next().captured(1);
        if (values.value(name).trimmed().isEmpty())
            return name;
    }
    return {};
}

QString filled(const QString &text, const QMap<QString, QString> &values)
{
    QString result;
    qsizetype from = 0;
    QRegularExpressionMatchIterator found = placeholder().globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        result += text.sliced(from, match.capturedStart() - from) + values.value(match.captured(1)).trimmed();
        from = match.capturedEnd();
    }
    return result + text.sliced(from);
}

} // namespace

const NoticeKind &noticeKind(const QString &name)
{
    static const QList<NoticeKind> kinds{
        {u"flatmate_listing_approved"_s, u"flatmate_listing_approved"_s, u"normal"_s, u"/post"_s},
        {u"flatmate_listing_rejected"_s, u"flatmate_listing_rejected"_s, u"high"_s, u"/post"_s},
        {u"flatmate_account_warned"_s, u"flatmate_account_warned"_s, u"high"_s, u"/profile"_s},
        {u"flatmate_account_suspended"_s, u"flatmate_account_suspended"_s, u"critical"_s, u"/profile"_s},
        {u"flatmate_report_dismissed"_s, u"flatmate_report_dismissed"_s, u"normal"_s, u"/chats"_s},
        {u"flatmate_report_actioned"_s, u"flatmate_report_actioned"_s, u"normal"_s, u"/chats"_s},
        {u"profile_paused"_s, u"flatmate_account_warned"_s, u"high"_s, u"/profile"_s},
        {u"listing_edit_requested"_s, u"flatmate_listing_rejected"_s, u"high"_s, u"/post"_s}};
    for (const NoticeKind &kind : kinds) {
        if (kind.name == name)
            return kind;
    }
    Q_UNREACHABLE();
}

QStringList placeholdersOf(const QString &kind)
{
    QStringList names{u"name"_s, u"reason"_s, u"until"_s};
    if (kind.contains("listing"_L1))
        names.append(u"listing"_s);
    if (kind == "flatmate_listing_approved"_L1)
        names.append(u"boost"_s);
    return names;
}

QString problemOf(const NoticeTemplate &text, const QString &kind)
{
    if (text.title.trimmed().isEmpty() || text.body.trimmed().isEmpty())
        return Text::tr("A notice needs a title and a text.");
    for (const QString &part : {text.title, text.body}) {
        QRegularExpressionMatchIterator found = placeholder().globalMatch(part);
        while (found.hasNext()) {
            const QString name = found.next().captured(1);
            if (!placeholdersOf(kind).contains(name))
                return Text::tr("Nothing is known as {%1} here. There are: {%2}.")
                    .arg(name, placeholdersOf(kind).join(u"}, {"_s));
        }
        int depth = 0;
        for (const QChar c : part) {
            depth += c == u'[' ? 1 : c == u']' ? -1 : 0;
            if (depth < 0 || depth > 1)
                break;
        }
        if (depth != 0)
            return Text::tr("Square brackets have to come in pairs, and none inside another.");
    }
    return {};
}

Result<QString> filledTemplate(const QString &text, const QMap<QString, QString> &values)
{
    static const QRegularExpression optionalPart(u"\\[([^\\[\\]]*)\\]"_s);
    QString result;
    qsizetype from = 0;
    const auto add = [&](const QString &part, bool isOptional) -> QString {
        const QString missing = missingIn(part, values);
        if (missing.isEmpty())
            result += filled(part, values);
        return isOptional ? QString() : missing;
    };
    QRegularExpressionMatchIterator parts = optionalPart.globalMatch(text);
    while (parts.hasNext()) {
        const QRegularExpressionMatch part = parts.next();
        QString missing = add(text.sliced(from, part.capturedStart() - from), false);
        if (missing.isEmpty())
            missing = add(part.captured(1), true);
        if (!missing.isEmpty())
            return Error{ErrorKind::BadInput, Text::tr("the notice has nothing for {%1}").arg(missing), {}};
        from = part.capturedEnd();
    }
    if (const QString missing = add(text.sliced(from), false); !missing.isEmpty())
        return Error{ErrorKind::BadInput, Text::tr("the notice has nothing for {%1}").arg(missing), {}};
    return result.trimmed();
}

QString whyNotTold(const QMap<QString, Value> &user)
{
    if (QUuid::fromString(user.value(u"supabase_user_id"_s).text()).isNull())
        return Text::tr("the account has no sign-in that can be addressed");
    const QString settings = user.value(u"notification_settings"_s).text();
    for (const QString &key : {u"push_notifications"_s, u"push"_s}) {
        const QJsonValue push = jsonMember(settings, {key});
        if (push.isBool())
            return push.toBool() ? QString() : Text::tr("push notifications are switched off");
    }
    return {};
}

Result<QMap<QString, Value>> noticeRow(const NoticeKind &kind, const NoticeTemplate &text,
                                       const QMap<QString, QString> &values, const QMap<QString, Value> &user)
{
    const Result<QString> title = filledTemplate(text.title, values);
    const Result<QString> body = title ? filledTemplate(text.body, values) : title;
    if (!body)
        return Error{ErrorKind::BadInput,
                     Text::tr("“%1” cannot go out: %2. Nothing was changed; fill it in, or switch notices off.")
                         .arg(text.title, body.error().userText),
                     {}};
    const QJsonObject data{
        {u"_meta"_s,
         QJsonObject{{u"type_key"_s, kind.type}, {u"channel"_s, u"push"_s}, {u"priority"_s, kind.priority}}},
        {u"route"_s, kind.route},
        {u"is_read"_s, false}};
    return QMap<QString, Value>{
        {u"id"_s, Value(QUuid::createUuid().toString(QUuid::WithoutBraces))},
        {u"title"_s, Value(*title)},
        {u"body"_s, Value(*body)},
        {u"data"_s, Value(QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact)))},
        {u"audience_type"_s, Value(u"user"_s)},
        {u"target_user_id"_s, user.value(u"supabase_user_id"_s)}};
}

} // namespace Ghar
