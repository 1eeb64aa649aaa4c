// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demodatahub.h"

#include "seed/demojson.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Ghar::DemoDataHub {

QString slug(const QStringList &parts)
{
    const QString text = parts.join(u' ').normalized(QString::NormalizationForm_KD).toLower();
    QString result;
    for (const QChar letter : text) {
        if (letter.isLetterOrNumber())
            result += letter;
        else if ((letter.isSpace() || letter == u'-' || letter == u'_') && !result.isEmpty() && !result.endsWith(u'-'))
            result += u'-';
    }
    if (result.endsWith(u'-'))
        result.chop(1);
    return result;
}

QString addressHash(const QString &address)
{
    static const QRegularExpression gurgaon(u"\\bgurgaon\\b"_s);
    static const QRegularExpression sector(u"\\bsec(?:tor)?[\\s.-]+(\\d+)"_s);
    QString normal = address.trimmed().toLower().normalized(QString::NormalizationForm_KD).simplified();
    normal.replace(gurgaon, u"gurugram"_s);
    normal.replace(sector, u"sector \\1"_s);
    return QString::fromLatin1(QCryptographicHash::hash(normal.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString rawRow(const QStringList &headers, const QStringList &cells)
{
    DemoJson json;
    json.put(u"headers", headers).put(u"cells", cells);
    return json.text();
}

} // namespace Ghar::DemoDataHub
