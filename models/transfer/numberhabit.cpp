// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/numberhabit.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NumberHabit)
};

} // namespace

Result<QString> plainNumber(const QString &text, bool mayHaveExponent)
{
    QString number = text.trimmed();
    number.replace(QChar(0x2212), u'-');
    bool isNegative = false;
    if (number.startsWith(u'(') && number.endsWith(u')')) {
        isNegative = true;
        number = number.sliced(1).chopped(1).trimmed();
    }
    static const QRegularExpression currency(u"^([+-]?)\\s*(?:₹|Rs\\.?|INR)\\s*"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    number.replace(currency, u"\\1"_s);
    if (number.endsWith("/-"_L1))
        number.chop(2);
    if (number.startsWith(u'-')) {
        isNegative = !isNegative;
        number.remove(0, 1);
    } else if (number.startsWith(u'+')) {
        number.remove(0, 1);
    }
    number = number.trimmed();
    static const QRegularExpression plain(u"^(\\d+(\\.\\d*)?|\\.\\d+)$"_s);
    // Groups of two before one of three, or all of three; a blank may stand for the comma in the latter.
    static const QRegularExpression grouped(
        u"^(\\d{1,2}(,\\d{2})*,\\d{3}|\\d{1,3}(,\\d{3})+|\\d{1,3}([ \\x{a0}\\x{202f}]\\d{3})+)(\\.\\d*)?$"_s);
    static const QRegularExpression exponent(u"^\\d+(\\.\\d*)?[eE][+-]?\\d+$"_s);
    if (grouped.match(number).hasMatch()) {
        number.remove(u',').remove(u' ').remove(QChar(0xa0)).remove(QChar(0x202f));
    } else if (exponent.match(number).hasMatch()) {
        if (!mayHaveExponent)
            return Error{
                ErrorKind::BadInput,
                Text::tr(
                    "“%1” is a number that a spreadsheet has shortened: digits are missing. Show the column in full "
                    "there and save again.")
                    .arg(text.left(40)),
                {}};
    } else if (!plain.match(number).hasMatch()) {
        if (number.contains(u','))
            return Error{
                ErrorKind::BadInput,
                Text::tr("“%1” has commas where no digits are grouped, such as in 1,23,456.78.").arg(text.left(40)),
                {}};
        return Error{ErrorKind::BadInput, Text::tr("“%1” is no number.").arg(text.left(40)), {}};
    }
    if (number.endsWith(u'.'))
        number.chop(1);
    if (number.startsWith(u'.'))
        number.prepend(u'0');
    if (isNegative)
        number.prepend(u'-');
    return number;
}

} // namespace Ghar
