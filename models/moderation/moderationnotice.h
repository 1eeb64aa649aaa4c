// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/value.h"
#include "moderation/moderationpolicy.h"

#include <QDateTime>
#include <QMap>
#include <QString>

namespace Ghar {

/// A notice of moderation as the platform files it (core-and-moderation.md 7.2, 1.4, 1.8).
struct NoticeKind
{
    QString name; ///< of its template in the policy
    QString type; ///< the platform's type key
    QString priority;
    QString route; ///< inside the app
};

[[nodiscard]] const NoticeKind &noticeKind(const QString &name);

/// The placeholders that have a value in a notice of the kind, some of them only sometimes.
[[nodiscard]] QStringList placeholdersOf(const QString &kind);

/// What is wrong with a template whoever it goes to; empty when nothing is.
[[nodiscard]] QString problemOf(const NoticeTemplate &text, const QString &kind);

/// The text of a template with its placeholders filled in. The error names the placeholder that has no value, so that
/// nothing half-filled goes out.
[[nodiscard]] Result<QString> filledTemplate(const QString &text, const QMap<QString, QString> &values);

/// Why a person cannot be told in the app; empty when they can be. `user` has the values of a row of `users`. The
/// in-app row is part of push on the platform (7.3), so who switched push off gets none.
[[nodiscard]] QString whyNotTold(const QMap<QString, Value> &user);

/// The new row of `notifications` for the person. The error names what is missing in the template.
[[nodiscard]] Result<QMap<QString, Value>> noticeRow(const NoticeKind &kind, const NoticeTemplate &text,
                                                     const QMap<QString, QString> &values,
                                                     const QMap<QString, Value> &user);

} // namespace Ghar
