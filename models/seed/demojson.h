// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <concepts>

namespace Ghar {

/// Writes JSON text from front to back. QJsonDocument would sort keys, turn numbers into doubles and take most of the
/// time of a large platform.
class DemoJson
{
public:
    /// Starts with an open object or array; text() closes it.
    enum class Root { Object, Array };
    explicit DemoJson(Root root = Root::Object);

    DemoJson &put(QStringView key, QStringView value);
    DemoJson &put(QStringView key, const QString &value) { return put(key, QStringView(value)); }
    template <std::integral T> DemoJson &put(QStringView key, T value)
    {
        if constexpr (std::same_as<T, bool>)
            return putRaw(key, value ? QStringView(u"true") : QStringView(u"false"));
        else
            return putRaw(key, QString::number(qint64(value)));
    }
    DemoJson &put(QStringView key, const QStringList &values);
    /// Value that is JSON text already: a decimal, a nested document.
    DemoJson &putRaw(QStringView key, QStringView json);
    DemoJson &putNull(QStringView key) { return putRaw(key, u"null"); }

    DemoJson &openObject(QStringView key = {});
    DemoJson &openArray(QStringView key = {});
    DemoJson &close();
    /// Elements of the open array.
    DemoJson &add(QStringView value);
    DemoJson &add(const QString &value) { return add(QStringView(value)); }
    DemoJson &addRaw(QStringView json);

    /// The finished document; closes whatever is open.
    [[nodiscard]] QString text();

    [[nodiscard]] static QString array(const QStringList &values);
    /// Text of an object that comes from a file.
    [[nodiscard]] static QString compact(const QJsonObject &object);

private:
    void separate();
    void writeText(QStringView value);
    void writeKey(QStringView key);

    QString m_text;
    QString m_closers;
    bool m_first = true;
};

} // namespace Ghar
