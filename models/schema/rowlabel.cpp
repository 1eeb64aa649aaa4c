// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/rowlabel.h"

#include <QCoreApplication>

#include <algorithm>

namespace Ghar {

using namespace Qt::StringLiterals;

namespace {

struct RowLabelText
{
    Q_DECLARE_TR_FUNCTIONS(Ghar::RowLabel)
};

Error broken(const QString &labelTemplate, const QString &reason)
{
    return {
        ErrorKind::BadInput, RowLabelText::tr("The row label “%1” cannot be used: %2").arg(labelTemplate, reason), {}};
}

bool isColumnName(const QString &name)
{
    const auto isNameCharacter = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
    };
    return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), isNameCharacter);
}

/// The reason why a path is no path, or nothing.
QString defectOf(const QStringList &path)
{
    for (const QString &name : path) {
        if (name.isEmpty())
            return RowLabelText::tr("a column name is missing.");
        if (!isColumnName(name))
            return RowLabelText::tr("“%1” is not the name of a column.").arg(name);
    }
    if (path.size() > MaximumRowLabelHops + 1)
        return RowLabelText::tr("“%1” follows too many foreign keys.").arg(path.join(u'.'));
    return {};
}

} // namespace

Result<QList<RowLabelPart>> parseRowLabel(const QString &labelTemplate)
{
    QList<RowLabelPart> parts;
    qsizetype position = 0;
    while (position < labelTemplate.size()) {
        const qsizetype open = labelTemplate.indexOf(u'{', position);
        const QString literal = labelTemplate.mid(position, open < 0 ? -1 : open - position);
        if (literal.contains(u'}'))
            return broken(labelTemplate, RowLabelText::tr("a closing brace has no opening one."));
        if (!literal.isEmpty())
            parts.append({literal, {}});
        if (open < 0)
            break;
        const qsizetype close = labelTemplate.indexOf(u'}', open);
        if (close < 0)
            return broken(labelTemplate, RowLabelText::tr("an opening brace has no closing one."));
        RowLabelPart value;
        for (const QString &alternative : labelTemplate.mid(open + 1, close - open - 1).split(u'|')) {
            const QStringList path = alternative.split(u'.');
            if (const QString defect = defectOf(path); !defect.isEmpty())
                return broken(labelTemplate, defect);
            value.alternatives.append(path);
        }
        parts.append(value);
        position = close + 1;
    }
    const auto isValue = [](const RowLabelPart &part) { return !part.alternatives.isEmpty(); };
    if (std::none_of(parts.cbegin(), parts.cend(), isValue))
        return broken(labelTemplate, RowLabelText::tr("it names no column."));
    return parts;
}

} // namespace Ghar
