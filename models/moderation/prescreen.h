// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/value.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace Ghar {

/// Something that the pre-screen found in a listing (core-and-moderation.md 1.5).
struct PrescreenFlag
{
    QString code; ///< e.g. `missing_photos`, as the platform stores it
    bool isHigh = false;
    QString field;       ///< the platform's name of the field, e.g. `monthly_rent`
    QString matchedTerm; ///< as it stands in the text; of the keyword families
    QString reason;      ///< translated, one sentence
    bool operator==(const PrescreenFlag &) const = default;
};

/// A text in which words are searched, and where it stands.
struct PrescreenText
{
    QString field; ///< column, or key of the preferences
    QString text;
};

/// Screens a listing anew from its own fields: values of a row of `properties` and the URLs of its gallery. Unlike
/// the platform it leaves out what moderation and earlier screenings have written, which would match themselves.
[[nodiscard]] QList<PrescreenFlag> prescreen(const QMap<QString, Value> &listing, const QStringList &imageUrls);

/// The texts that the words are searched in, in the platform's order.
[[nodiscard]] QList<PrescreenText> prescreenTexts(const QMap<QString, Value> &listing);

/// Where words of the families stand in a text, for highlighting.
struct PrescreenMatch
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString code;
    bool operator==(const PrescreenMatch &) const = default;
};
[[nodiscard]] QList<PrescreenMatch> prescreenMatches(const QString &text);

} // namespace Ghar
