// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedviews.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Ghar {

QStringList SavedViews::tables()
{
    QSettings settings;
    settings.beginGroup(u"views"_s);
    return settings.childGroups();
}

QString SavedViews::group() const
{
    return u"views/"_s + m_table;
}

QString SavedViews::keyOf(const QString &name) const
{
    // Percent-encoded, because a slash in a name would make a group.
    return group() + u'/' + QString::fromLatin1(name.toUtf8().toPercentEncoding());
}

QStringList SavedViews::names() const
{
    QSettings settings;
    settings.beginGroup(group());
    QStringList names = settings.childKeys();
    for (QString &name : names)
        name = QString::fromUtf8(QByteArray::fromPercentEncoding(name.toLatin1()));
    names.sort(Qt::CaseInsensitive);
    return names;
}

std::optional<TableLook> SavedViews::look(const QString &name, const Table &table) const
{
    return storedLook(keyOf(name), table);
}

void SavedViews::save(const QString &name, const TableLook &look) const
{
    storeLook(keyOf(name), look);
}

void SavedViews::remove(const QString &name) const
{
    QSettings().remove(keyOf(name));
}

} // namespace Ghar
