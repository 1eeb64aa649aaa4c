// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demojson.h"

#include <QJsonDocument>

namespace Ghar {

DemoJson::DemoJson(Root root)
{
    m_text.reserve(160);
    m_text += root == Root::Object ? u'{' : u'[';
    m_closers += root == Root::Object ? u'}' : u']';
}

void DemoJson::separate()
{
    if (!m_first)
        m_text += QStringView(u", ");
    m_first = false;
}

void DemoJson::writeText(QStringView value)
{
    m_text += u'"';
    for (const QChar letter : value) {
        switch (letter.unicode()) {
        case u'"':
        case u'\\':
            m_text += u'\\';
            m_text += letter;
            break;
        case u'\n':
            m_text += QStringView(u"\\n");
            break;
        default:
            if (letter.unicode() < 0x20)
                m_text += QStringView(u"\\u00") + QString::number(letter.unicode(), 16).rightJustified(2, u'0');
            else
                m_text += letter;
        }
    }
    m_text += u'"';
}

void DemoJson::writeKey(QStringView key)
{
    separate();
    if (key.isNull())
        return;
    writeText(key);
    m_text += QStringView(u": ");
}

DemoJson &DemoJson::put(QStringView key, QStringView value)
{
    writeKey(key);
    writeText(value);
    return *this;
}

DemoJson &DemoJson::put(QStringView key, const QStringList &values)
{
    return putRaw(key, array(values));
}

DemoJson &DemoJson::putRaw(QStringView key, QStringView json)
{
    writeKey(key);
    m_text += json;
    return *this;
}

DemoJson &DemoJson::openObject(QStringView key)
{
    writeKey(key);
    m_text += u'{';
    m_closers += u'}';
    m_first = true;
    return *this;
}

DemoJson &DemoJson::openArray(QStringView key)
{
    writeKey(key);
    m_text += u'[';
    m_closers += u']';
    m_first = true;
    return *this;
}

DemoJson &DemoJson::close()
{
    m_text += m_closers.back();
    m_closers.chop(1);
    m_first = false;
    return *this;
}

DemoJson &DemoJson::add(QStringView value)
{
    separate();
    writeText(value);
    return *this;
}

DemoJson &DemoJson::addRaw(QStringView json)
{
    separate();
    m_text += json;
    return *this;
}

QString DemoJson::text()
{
    while (!m_closers.isEmpty())
        close();
    return m_text;
}

QString DemoJson::array(const QStringList &values)
{
    DemoJson json(Root::Array);
    for (const QString &value : values)
        json.add(value);
    return json.text();
}

QString DemoJson::compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace Ghar
