// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace Ghar {

/// A sector or colony with its rough position in millionths of a degree.
struct DemoLocality
{
    QString name;
    QString city;
    QString state;
    QString pin;
    int latitude = 0;
    int longitude = 0;
};

/// The words of the demo platform, read once from resources/demo.
class DemoTexts
{
public:
    /// Fails when a file of resources/demo is not compiled in.
    static Result<DemoTexts> read();

    /// A list of strings, by "file.key". Lists that are missing are empty, which the tests notice.
    [[nodiscard]] const QStringList &list(QStringView name) const;
    /// A list of objects, by "file.key".
    [[nodiscard]] const QJsonArray &records(QStringView name) const;
    /// An object, by "file.key".
    [[nodiscard]] QJsonObject object(QStringView name) const;

    [[nodiscard]] const QList<DemoLocality> &localities() const { return m_localities; }
    [[nodiscard]] const QStringList &maleNames() const { return m_maleNames; }
    [[nodiscard]] const QStringList &femaleNames() const { return m_femaleNames; }
    [[nodiscard]] const QStringList &surnames() const { return m_surnames; }

private:
    Result<void> readTexts(const QString &name);

    QHash<QString, QStringList> m_lists;
    QHash<QString, QJsonArray> m_records;
    QHash<QString, QJsonObject> m_objects;
    QList<DemoLocality> m_localities;
    QStringList m_maleNames;
    QStringList m_femaleNames;
    QStringList m_surnames;
};

} // namespace Ghar
