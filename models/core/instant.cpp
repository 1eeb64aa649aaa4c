// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Ghar {

QString instantText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s) + u"000+00:00"_s;
}

std::optional<QDateTime> instantFromText(QStringView text)
{
    if (text.size() < 19 || text.endsWith(" BC"_L1) || text.at(4) != u'-' || text.at(10) != u' ')
        return std::nullopt;
    const QDate date = QDate::fromString(text.first(10).toString(), Qt::ISODate);
    const QTime clock = QTime::fromString(text.sliced(11, 8).toString(), u"HH:mm:ss"_s);
    if (!date.isValid() || !clock.isValid())
        return std::nullopt;
    qsizetype at = 19;
    int milliseconds = 0;
    if (at < text.size() && text.at(at) == u'.') {
        qsizetype end = at + 1;
        while (end < text.size() && text.at(end).isDigit())
            ++end;
        const QString fraction = (text.sliced(at + 1, end - at - 1).toString() + u"000"_s).first(3);
        milliseconds = fraction.toInt();
        at = end;
    }
    int offsetSeconds = 0;
    if (at < text.size()) {
        // A rest that is not understood must not be dropped: the instant would be another one.
        static const QRegularExpression pattern(u"^([+-])(\\d\\d)(?::([0-5]\\d))?$"_s);
        const QRegularExpressionMatch offset = pattern.match(text.sliced(at).toString());
        if (!offset.hasMatch() || offset.capturedView(2).toInt() > 15)
            return std::nullopt;
        offsetSeconds = offset.capturedView(2).toInt() * 3600 + offset.capturedView(3).toInt() * 60;
        if (offset.capturedView(1) == u"-")
            offsetSeconds = -offsetSeconds;
    }
    const QDateTime utc(date, clock.addMSecs(milliseconds), Qt::UTC);
    return utc.addSecs(-offsetSeconds);
}

QString canonicalInstant(QStringView serverText)
{
    if (serverText.isEmpty() || serverText.endsWith("infinity"_L1))
        return serverText.toString();
    QStringView body = serverText;
    QString era;
    if (body.endsWith(" BC"_L1)) {
        era = u" BC"_s;
        body.chop(3);
    }
    // The offset begins at the last sign behind the time; dates have dashes, so look behind the blank only.
    const qsizetype blank = body.indexOf(u' ');
    if (blank < 0)
        return serverText.toString();
    for (qsizetype i = blank; i < body.size(); ++i) {
        if (body.at(i) == u'+' || body.at(i) == u'-') {
            body.truncate(i);
            break;
        }
    }
    QString text = body.toString();
    const qsizetype dot = text.indexOf(u'.');
    if (dot < 0)
        text += u".000000"_s;
    else
        text += QString(6 - (text.size() - dot - 1), u'0');
    return text + u"+00:00"_s + era;
}

} // namespace Ghar
