// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/valuejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Ghar {

// Beyond this a reader that uses doubles, as most do, would see another number.
static constexpr qint64 largestExactDouble = Q_INT64_C(9007199254740992);

QJsonValue jsonOf(const Column &column, const Value &value)
{
    if (value.isNull())
        return QJsonValue();
    const QString &text = value.text();
    bool ok = false;
    switch (column.type) {
    case ColumnType::Integer: {
        const qint64 number = text.toLongLong(&ok);
        return ok && qAbs(number) <= largestExactDouble ? QJsonValue(number) : QJsonValue(text);
    }
    case ColumnType::Float: {
        const double number = text.toDouble(&ok);
        return ok ? QJsonValue(number) : QJsonValue(text);
    }
    case ColumnType::Boolean:
        if (text == QLatin1StringView("true"))
            return true;
        if (text == QLatin1StringView("false"))
            return false;
        return text;
    case ColumnType::Json:
    case ColumnType::StringArray: {
        // Wrapped, because QJsonDocument knows objects and arrays only.
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson('[' + text.toUtf8() + ']', &error);
        return error.error == QJsonParseError::NoError ? document.array().first() : QJsonValue(text);
    }
    default:
        return text;
    }
}

} // namespace Ghar
