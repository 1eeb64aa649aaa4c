// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/indianformat.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Decimal
{
    bool negative = false;
    QString whole;
    QString fraction;
};

std::optional<Decimal> parsed(const QString &text)
{
    static const QRegularExpression pattern(u"^([+-]?)(\\d+)(?:\\.(\\d*))?$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QString whole = match.captured(2);
    while (whole.size() > 1 && whole.startsWith(u'0'))
        whole.remove(0, 1);
    return Decimal{match.captured(1) == u"-"_s, whole, match.captured(3)};
}

QString groupedWhole(const QString &digits)
{
    // The last three digits stand together, the ones before in pairs: lakh and crore.
    if (digits.size() <= 3)
        return digits;
    QString grouped = digits.right(3);
    QString rest = digits.chopped(3);
    while (rest.size() > 2) {
        grouped = rest.right(2) + u',' + grouped;
        rest.chop(2);
    }
    return rest + u',' + grouped;
}

/// Rounds the fraction to two places, half away from zero, on the digits themselves.
void roundToPaise(Decimal &number)
{
    QString fraction = number.fraction;
    const bool up = fraction.size() > 2 && fraction.at(2) >= u'5';
    fraction = (fraction + u"00"_s).first(2);
    if (!up) {
        number.fraction = fraction;
        return;
    }
    QString digits = number.whole + fraction;
    qsizetype i = digits.size() - 1;
    while (i >= 0 && digits.at(i) == u'9')
        digits[i--] = u'0';
    if (i < 0)
        digits.prepend(u'1');
    else
        digits[i] = QChar(digits.at(i).unicode() + 1);
    number.whole = digits.chopped(2);
    number.fraction = digits.right(2);
}

constexpr QChar minus(0x2212);

} // namespace

QString groupedIndian(const QString &decimal)
{
    const std::optional<Decimal> number = parsed(decimal);
    if (!number)
        return decimal;
    QString text = groupedWhole(number->whole);
    if (!number->fraction.isEmpty())
        text += u'.' + number->fraction;
    return number->negative ? minus + text : text;
}

QString rupees(const QString &decimal)
{
    std::optional<Decimal> number = parsed(decimal);
    if (!number)
        return decimal;
    roundToPaise(*number);
    const QString text = QChar(0x20b9) + groupedWhole(number->whole) + u'.' + number->fraction;
    return number->negative ? minus + text : text;
}

QString rowCountText(qint64 rows, bool exact)
{
    const QString number = QLocale(QLocale::English, QLocale::India).toString(rows);
    return exact ? number : u'~' + number;
}

QString dateText(QDate date)
{
    return QLocale().toString(date, u"d MMM yyyy"_s);
}

QString localTimeText(const QDateTime &instant)
{
    return QLocale().toString(instant.toLocalTime(), u"d MMM yyyy, HH:mm"_s);
}

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Ago)
};

} // namespace

QString agoText(const QDateTime &instant, const QDateTime &now)
{
    const qint64 seconds = instant.secsTo(now);
    if (seconds < 0 || seconds > 30 * 86400)
        return dateText(instant.toLocalTime().date());
    if (seconds < 60)
        return Text::tr("just now");
    if (seconds < 3600)
        return Text::tr("%1 min ago").arg(seconds / 60);
    if (seconds < 86400)
        return Text::tr("%1 h ago").arg(seconds / 3600);
    return Text::tr("%1 d ago").arg(seconds / 86400);
}

} // namespace Ghar
