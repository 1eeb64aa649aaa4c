// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rowsource.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RowSource)
};

} // namespace

Result<void> RowSource::setNames(QStringList names)
{
    for (QString &name : names)
        name = name.simplified();
    while (!names.isEmpty() && names.last().isEmpty())
        names.removeLast();
    if (names.isEmpty())
        return Error{
            ErrorKind::BadInput, Text::tr("The file has no names of columns in its first line. Nothing was read."), {}};
    if (names.size() > mostColumns)
        return Error{
            ErrorKind::BadInput,
            Text::tr("The file has more than %1 columns, and no table has so many. It is the wrong file, or its cells "
                     "are separated by something else. Nothing was read.")
                .arg(QLocale().toString(mostColumns)),
            {}};
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (names.at(i).isEmpty())
            return Error{
                ErrorKind::BadInput,
                Text::tr("Column %1 of the file has no name in the first line. Name it, or take it out. Nothing was "
                         "read.")
                    .arg(i + 1),
                {}};
        const auto first = places.constFind(names.at(i));
        if (first != places.cend())
            return Error{
                ErrorKind::BadInput,
                Text::tr("Columns %1 and %2 of the file are both called “%3”. Rename one of them. Nothing was read.")
                    .arg(*first + 1)
                    .arg(i + 1)
                    .arg(names.at(i).left(80)),
                {}};
        places.insert(names.at(i), i);
    }
    m_names = std::move(names);
    return {};
}

} // namespace Ghar
