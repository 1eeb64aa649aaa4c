// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/prescreen.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Prescreen)
};

constexpr int fewestPhotos = 2;
/// Rupees; from here on a rent is taken for a slip of the keyboard.
constexpr double suspiciousRent = 1'000'000;

struct Family
{
    QString code;
    bool isHigh;
    QRegularExpression words;
};

QRegularExpression anyOf(const QStringList &terms)
{
    QStringList patterns;
    for (const QString &term : terms)
        patterns.append(QRegularExpression::escape(term).replace(u"\\ "_s, u"\\s+"_s));
    return QRegularExpression(u"\\b(?:"_s + patterns.join(u'|') + u")\\b"_s,
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::UseUnicodePropertiesOption);
}

const QList<Family> &families()
{
    static const QList<Family> list{
        {u"adult_content"_s, true,
         anyOf({u"escort"_s, u"call girl"_s, u"xxx"_s, u"porn"_s, u"nude"_s, u"sexual service"_s})},
        {u"illegal_substances"_s, true, anyOf({u"cocaine"_s, u"mdma"_s, u"ganja"_s, u"hashish"_s, u"illegal drugs"_s})},
        {u"commercial_spam"_s, false,
         anyOf({u"casino"_s, u"betting"_s, u"crypto"_s, u"loan offer"_s, u"earn money"_s})},
        {u"off_platform_spam"_s, false, anyOf({u"click here"_s, u"telegram only"_s, u"whatsapp only"_s})}};
    return list;
}

QString sentenceOf(const QString &code, const QString &term)
{
    if (code == "adult_content"_L1)
        return Text::tr("The text offers adult content: “%1”.").arg(term);
    if (code == "illegal_substances"_L1)
        return Text::tr("The text names illegal substances: “%1”.").arg(term);
    if (code == "commercial_spam"_L1)
        return Text::tr("The text advertises something else: “%1”.").arg(term);
    return Text::tr("The text leads away from the platform: “%1”.").arg(term);
}

/// Keys of the preferences that hold what was decided or screened before.
bool isTrace(const QString &key)
{
    return key.startsWith("moderat"_L1) || key.startsWith("ai_prescreen"_L1) || key.startsWith("auto_paused"_L1)
        || key == "previous_moderation_status"_L1 || key == "boost_reason"_L1;
}

QString textOf(const QMap<QString, Value> &listing, const char *column)
{
    return listing.value(QString::fromLatin1(column)).text();
}

void collect(const QJsonValue &value, const QString &field, QList<PrescreenText> &texts)
{
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            collect(item, field, texts);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            collect(*it, field, texts);
    } else if (value.isString() && !value.toString().trimmed().isEmpty()) {
        texts.append({field, value.toString()});
    }
}

QJsonValue jsonOf(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

bool isBlank(const QMap<QString, Value> &listing, const QJsonObject &preferences, const QString &field)
{
    if (field == "gender_preference"_L1 || field == "sharing_type"_L1)
        return preferences.value(field).toString().trimmed().isEmpty();
    return listing.value(field).text().trimmed().isEmpty();
}

} // namespace

QList<PrescreenText> prescreenTexts(const QMap<QString, Value> &listing)
{
    QList<PrescreenText> texts;
    for (const char *column :
         {"title", "description", "owner_name", "locality", "sub_locality", "city", "search_keywords"}) {
        if (const QString text = textOf(listing, column); !text.trimmed().isEmpty())
            texts.append({QString::fromLatin1(column), text});
    }
    const QJsonValue features = jsonOf(textOf(listing, "features"));
    if (features.isObject()) {
        // Here a feature is the key, and its value says whether the home has it.
        const QJsonObject object = features.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it->toBool())
                texts.append({u"features"_s, it.key()});
        }
    } else {
        collect(features, u"features"_s, texts);
    }
    collect(jsonOf(textOf(listing, "tags")), u"tags"_s, texts);
    const QJsonObject preferences = jsonOf(textOf(listing, "listing_preferences")).toObject();
    for (auto it = preferences.begin(); it != preferences.end(); ++it) {
        if (!isTrace(it.key()))
            collect(*it, it.key(), texts);
    }
    return texts;
}

QList<PrescreenFlag> prescreen(const QMap<QString, Value> &listing, const QStringList &imageUrls)
{
    QList<PrescreenFlag> flags;
    QSet<QString> photos;
    for (const QString &url : QStringList{textOf(listing, "main_image_url")} + imageUrls) {
        if (!url.trimmed().isEmpty())
            photos.insert(url.trimmed());
    }
    if (photos.size() < fewestPhotos)
        flags.append({u"missing_photos"_s,
                      true,
                      u"image_urls"_s,
                      {},
                      Text::tr("The listing has %n photo(s); two are the least.", nullptr, int(photos.size()))});
    const QJsonObject preferences = jsonOf(textOf(listing, "listing_preferences")).toObject();
    for (const char *name : {"title", "description", "city", "locality", "sub_locality", "bedrooms", "bathrooms",
                             "gender_preference", "sharing_type"}) {
        const QString field = QString::fromLatin1(name);
        if (isBlank(listing, preferences, field))
            flags.append(
                {u"missing_key_field"_s,
                 false,
                 field,
                 {},
                 Text::tr("%1 is missing.").arg(field.at(0).toUpper() + QString(field.mid(1)).replace(u'_', u' '))});
    }
    const QString stated = textOf(listing, "monthly_rent");
    const double rent = (stated.isEmpty() ? textOf(listing, "base_price") : stated).toDouble();
    if (rent <= 0 || rent >= suspiciousRent)
        flags.append({u"suspicious_pricing"_s,
                      true,
                      u"monthly_rent"_s,
                      {},
                      rent <= 0 ? Text::tr("The rent is missing.") : Text::tr("The rent is ₹10 lakh or more.")});
    const QList<PrescreenText> texts = prescreenTexts(listing);
    for (const Family &family : families()) {
        for (const PrescreenText &text : texts) {
            const QRegularExpressionMatch match = family.words.match(text.text);
            if (!match.hasMatch())
                continue;
            flags.append({family.code, family.isHigh, u"content"_s, match.captured(),
                          sentenceOf(family.code, match.captured())});
            break;
        }
    }
    return flags;
}

QList<PrescreenMatch> prescreenMatches(const QString &text)
{
    QList<PrescreenMatch> matches;
    for (const Family &family : families()) {
        QRegularExpressionMatchIterator found = family.words.globalMatch(text);
        while (found.hasNext()) {
            const QRegularExpressionMatch match = found.next();
            matches.append({match.capturedStart(), match.capturedLength(), family.code});
        }
    }
    std::sort(matches.begin(), matches.end(),
              [](const PrescreenMatch &a, const PrescreenMatch &b) { return a.start < b.start; });
    return matches;
}

} // namespace Ghar
