// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cellformatter.h"

#include "core/instant.h"
#include "support/indianformat.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Ghar {

QString humanLabel(const QString &storedLabel)
{
    // Written in capitals wherever they stand.
    static const QSet<QString> abbreviations{u"pg"_s,  u"bhk"_s,  u"ai"_s,  u"vr"_s,   u"api"_s, u"url"_s,
                                             u"upi"_s, u"gst"_s,  u"faq"_s, u"rera"_s, u"kyc"_s, u"pdf"_s,
                                             u"sms"_s, u"hsvp"_s, u"id"_s,  u"seo"_s,  u"3d"_s};
    QStringList words = storedLabel.split(u'_');
    for (QString &word : words) {
        if (abbreviations.contains(word))
            word = word.toUpper();
    }
    QString label = words.join(u' ');
    if (!label.isEmpty())
        label[0] = label.at(0).toUpper();
    return label;
}

const QString &labelText(const RowLabel &label, Privacy privacy)
{
    return privacy == Privacy::Revealed ? label.text : label.masked;
}

CellTone toneOf(const QString &storedLabel)
{
    // Words that mean the same wherever they stand; labels without one of them stay neutral.
    static const QSet<QString> good{u"active"_s,    u"live"_s,     u"completed"_s, u"paid"_s,    u"approved"_s,
                                    u"available"_s, u"verified"_s, u"published"_s, u"success"_s, u"resolved"_s,
                                    u"confirmed"_s, u"ready"_s,    u"complete"_s,  u"done"_s,    u"delivered"_s};
    static const QSet<QString> warning{u"pending"_s, u"partial"_s,    u"open"_s,     u"scheduled"_s, u"draft"_s,
                                       u"paused"_s,  u"overdue"_s,    u"expiring"_s, u"high"_s,      u"reviewed"_s,
                                       u"running"_s, u"processing"_s, u"waiting"_s,  u"warning"_s,   u"maintenance"_s};
    static const QSet<QString> bad{u"rejected"_s,   u"failed"_s,   u"cancelled"_s, u"blocked"_s,
                                   u"terminated"_s, u"critical"_s, u"emergency"_s, u"suspended"_s,
                                   u"abuse"_s,      u"error"_s,    u"evicted"_s,   u"defaulted"_s};
    for (const QString &word : storedLabel.toLower().split(u'_')) {
        if (bad.contains(word))
            return CellTone::Bad;
        if (warning.contains(word))
            return CellTone::Warning;
        if (good.contains(word))
            return CellTone::Good;
    }
    return CellTone::Neutral;
}

CellText formatCell(const Column &column, const Value &value, Privacy privacy)
{
    CellText cell;
    const bool number =
        column.type == ColumnType::Integer || column.type == ColumnType::Numeric || column.type == ColumnType::Float;
    cell.rightAligned = number;
    if (value.isNull()) {
        cell.kind = CellKind::Null;
        return cell;
    }
    const QString &text = value.text();
    if (column.sensitivity == Sensitivity::Secret
        || (column.sensitivity != Sensitivity::None && privacy == Privacy::Masked)) {
        cell.kind = CellKind::Masked;
        cell.rightAligned = false;
        return cell;
    }
    switch (column.type) {
    case ColumnType::Integer:
        cell.kind = CellKind::Number;
        cell.text = text;
        return cell;
    case ColumnType::Numeric:
    case ColumnType::Float:
        cell.kind = CellKind::Number;
        cell.text = column.isMoney ? rupees(text) : groupedIndian(text);
        if (!column.unit.isEmpty() && !column.isMoney)
            cell.text += (column.unit == u"°"_s || column.unit == u"%"_s ? QString() : u" "_s) + column.unit;
        if (cell.text != text)
            cell.exact = text;
        return cell;
    case ColumnType::Boolean:
        cell.kind = CellKind::Boolean;
        cell.text = text == "true"_L1 ? QCoreApplication::translate("CellFormatter", "Yes")
            : text == "false"_L1      ? QCoreApplication::translate("CellFormatter", "No")
                                      : text;
        return cell;
    case ColumnType::Date: {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        cell.text = date.isValid() && text.size() == 10 ? dateText(date) : text;
        if (cell.text != text)
            cell.exact = text;
        return cell;
    }
    case ColumnType::DateTime:
        if (const auto instant = instantFromText(text)) {
            cell.text = column.dateOnly ? dateText(instant->toUTC().date()) : localTimeText(*instant);
            cell.exact = text;
        } else {
            cell.text = text;
        }
        return cell;
    case ColumnType::Enum:
        cell.kind = CellKind::Chip;
        cell.text = humanLabel(text);
        cell.exact = text;
        cell.tone = toneOf(text);
        return cell;
    default:
        if (!column.enumName.isEmpty()) {
            cell.kind = CellKind::Chip;
            cell.text = humanLabel(text);
            cell.exact = text;
            cell.tone = toneOf(text);
            return cell;
        }
        cell.text = text;
        return cell;
    }
}

} // namespace Ghar
