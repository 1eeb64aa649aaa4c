// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/moderationitem.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModerationItem)
};

struct KindName
{
    ItemKind kind;
    QString name;
    QString table;
};

const QList<KindName> &kindNames()
{
    static const QList<KindName> names{{ItemKind::Report, u"report"_s, u"user_reports"_s},
                                       {ItemKind::Listing, u"listing"_s, u"properties"_s},
                                       {ItemKind::Profile, u"profile"_s, u"users"_s}};
    return names;
}

const KindName &of(ItemKind kind)
{
    return kindNames().at(int(kind));
}

struct ActionName
{
    ModerationAction action;
    QString name;
};

const QList<ActionName> &actionNames()
{
    static const QList<ActionName> names{
        {ModerationAction::Dismiss, u"dismiss"_s}, {ModerationAction::Warn, u"warn"_s},
        {ModerationAction::Suspend, u"suspend"_s}, {ModerationAction::Escalate, u"escalate"_s},
        {ModerationAction::Restore, u"restore"_s}, {ModerationAction::Approve, u"approve"_s},
        {ModerationAction::Reject, u"reject"_s},   {ModerationAction::RequestEdit, u"request-edit"_s},
        {ModerationAction::Pause, u"pause"_s},     {ModerationAction::Unpause, u"unpause"_s}};
    return names;
}

} // namespace

QString ModerationItem::text() const
{
    return of(kind).name + u':' + QString::number(id);
}

Result<ModerationItem> itemFromText(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    bool isNumber = false;
    const qint64 id = text.mid(colon + 1).toLongLong(&isNumber);
    if (colon > 0 && isNumber && id > 0) {
        for (const KindName &known : kindNames()) {
            if (text.first(colon) == known.name)
                return ModerationItem{known.kind, id};
        }
    }
    return Error{ErrorKind::BadInput,
                 Text::tr("“%1” is no item. Items are written report:ID, listing:ID or profile:ID.").arg(text),
                 {}};
}

QString nameOf(ItemKind kind)
{
    return of(kind).name;
}

QString tableOf(ItemKind kind)
{
    return of(kind).table;
}

const QList<ModerationAction> &allModerationActions()
{
    static const QList<ModerationAction> actions = [] {
        QList<ModerationAction> list;
        for (const ActionName &known : actionNames())
            list.append(known.action);
        return list;
    }();
    return actions;
}

QString nameOf(ModerationAction action)
{
    return actionNames().at(int(action)).name;
}

std::optional<ModerationAction> moderationActionNamed(const QString &name)
{
    for (const ActionName &known : actionNames()) {
        if (known.name == name)
            return known.action;
    }
    return std::nullopt;
}

bool fits(ItemKind kind, ModerationAction action)
{
    switch (action) {
    case ModerationAction::Dismiss:
    case ModerationAction::Escalate:
        return kind == ItemKind::Report;
    case ModerationAction::Warn:
    case ModerationAction::Suspend:
    case ModerationAction::Restore:
        return kind != ItemKind::Listing;
    case ModerationAction::Approve:
    case ModerationAction::Reject:
        return kind != ItemKind::Report;
    case ModerationAction::RequestEdit:
        return kind == ItemKind::Listing;
    case ModerationAction::Pause:
    case ModerationAction::Unpause:
        return true;
    }
    return false;
}

} // namespace Ghar
