// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JsonText)
};

bool isJson(const QString &text)
{
    QJsonParseError error;
    // Wrapped, so that a bare string or number is a document too.
    const QJsonDocument document = QJsonDocument::fromJson('[' + text.toUtf8() + ']', &error);
    return error.error == QJsonParseError::NoError && document.array().size() == 1;
}

/// Finds its way in a text that is known to be JSON, so that nothing has to be checked.
class Walker
{
public:
    explicit Walker(QStringView text) : m_text(text) { }

    struct Member
    {
        QString key;        ///< of an object
        qsizetype from = 0; ///< of the key, or of the value in a list
        TextSpan value;
    };

    /// The value that begins at or behind a place.
    TextSpan valueAt(qsizetype at) const
    {
        const qsizetype start = skipSpace(at);
        return {start, endOfValue(start) - start};
    }

    /// Members of the object or list that stands there.
    QList<Member> membersOf(const TextSpan &container) const
    {
        QList<Member> members;
        const bool isObject = m_text.at(container.start) == u'{';
        qsizetype at = skipSpace(container.start + 1);
        while (m_text.at(at) != u'}' && m_text.at(at) != u']') {
            Member member;
            member.from = at;
            if (isObject) {
                const qsizetype end = endOfValue(at);
                member.key = decoded(m_text.sliced(at, end - at));
                at = skipSpace(end) + 1; // the colon
            }
            member.value = valueAt(at);
            members.append(member);
            at = skipSpace(member.value.start + member.value.length);
            if (m_text.at(at) == u',')
                at = skipSpace(at + 1);
        }
        return members;
    }

private:
    qsizetype skipSpace(qsizetype at) const
    {
        while (at < m_text.size()
               && (m_text.at(at) == u' ' || m_text.at(at) == u'\t' || m_text.at(at) == u'\n' || m_text.at(at) == u'\r'))
            ++at;
        return at;
    }

    /// Behind the value that begins here: strings are skipped whole, so brackets only have to be counted.
    qsizetype endOfValue(qsizetype at) const
    {
        int depth = 0;
        for (; at < m_text.size(); ++at) {
            const QChar c = m_text.at(at);
            if (c == u'"') {
                for (++at; at < m_text.size() && m_text.at(at) != u'"'; ++at) {
                    if (m_text.at(at) == u'\\')
                        ++at;
                }
                if (depth == 0)
                    return at + 1;
            } else if (c == u'{' || c == u'[') {
                ++depth;
            } else if (c == u'}' || c == u']') {
                if (depth == 0)
                    return at;
                if (--depth == 0)
                    return at + 1;
            } else if (depth == 0 && (c == u',' || c == u' ' || c == u'\t' || c == u'\n' || c == u'\r')) {
                return at;
            }
        }
        return at;
    }

    static QString decoded(QStringView quoted)
    {
        if (!quoted.contains(u'\\'))
            return quoted.sliced(1, quoted.size() - 2).toString();
        return QJsonDocument::fromJson('[' + quoted.toUtf8() + ']').array().first().toString();
    }

    QStringView m_text;
};

std::optional<Walker::Member> memberNamed(const QList<Walker::Member> &members, const QString &key)
{
    for (auto it = members.crbegin(); it != members.crend(); ++it) {
        if (it->key == key)
            return *it;
    }
    return std::nullopt;
}

QString encoded(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

/// `{"b":{"c":value}}` for the steps b, c.
QString nested(const QStringList &steps, const QJsonValue &value)
{
    QString text = encoded(value);
    for (auto it = steps.crbegin(); it != steps.crend(); ++it)
        text = u'{' + encoded(*it) + u':' + text + u'}';
    return text;
}

void compare(const QJsonObject &before, const QJsonObject &after, const QStringList &path, QList<QStringList> &found)
{
    QStringList names = before.keys() + after.keys();
    names.removeDuplicates();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        const QJsonValue old = before.value(name);
        const QJsonValue now = after.value(name);
        if (old == now)
            continue;
        if (old.isObject() && now.isObject())
            compare(old.toObject(), now.toObject(), path + QStringList{name}, found);
        else
            found.append(path + QStringList{name});
    }
}

Error noObject(const QStringList &path)
{
    return {ErrorKind::BadInput,
            path.isEmpty()
                ? Text::tr("The JSON is no object, so no key can be changed in it.")
                : Text::tr("“%1” in the JSON is no object, so no key can be changed in it.").arg(path.join(u'.')),
            {}};
}

} // namespace

TextSpan jsonSpan(const QString &json, const QStringList &path)
{
    if (!isJson(json))
        return {};
    const Walker walker(json);
    TextSpan span = walker.valueAt(0);
    for (const QString &step : path) {
        const QChar opening = json.at(span.start);
        if (opening != u'{' && opening != u'[')
            return {};
        const QList<Walker::Member> members = walker.membersOf(span);
        if (opening == u'[') {
            bool isNumber = false;
            const int place = step.toInt(&isNumber);
            if (!isNumber || place < 0 || place >= members.size())
                return {};
            span = members.at(place).value;
        } else if (const auto member = memberNamed(members, step)) {
            span = member->value;
        } else {
            return {};
        }
    }
    return span;
}

QJsonValue jsonMember(const QString &json, const QStringList &path)
{
    const TextSpan span = jsonSpan(json, path);
    if (!span.isValid())
        return QJsonValue(QJsonValue::Undefined);
    const QString text = u'[' + json.mid(span.start, span.length) + u']';
    return QJsonDocument::fromJson(text.toUtf8()).array().first();
}

QList<QStringList> jsonDifferences(const QString &before, const QString &after)
{
    QList<QStringList> found;
    compare(QJsonDocument::fromJson(before.toUtf8()).object(), QJsonDocument::fromJson(after.toUtf8()).object(), {},
            found);
    return found;
}

Result<QString> withJsonMember(const QString &json, const QStringList &path, const QJsonValue &value)
{
    Q_ASSERT(!path.isEmpty());
    if (json.trimmed().isEmpty() || json.trimmed() == "null"_L1)
        return nested(path, value);
    if (!isJson(json))
        return Error{ErrorKind::BadInput, Text::tr("The text is no JSON, so no key can be changed in it."), {}};
    const Walker walker(json);
    TextSpan object = walker.valueAt(0);
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (json.at(object.start) != u'{')
            return noObject(path.first(i));
        const QList<Walker::Member> members = walker.membersOf(object);
        const auto member = memberNamed(members, path.at(i));
        const bool isLast = i + 1 == path.size();
        // What holds nothing may become an object.
        const bool isNull = member && !isLast && json.mid(member->value.start, member->value.length) == "null"_L1;
        if (!member) {
            const QString added = encoded(path.at(i)) + u':' + nested(path.mid(i + 1), value);
            QString text = json;
            if (members.isEmpty())
                return text.insert(object.start + 1, added);
            const TextSpan &last = members.last().value;
            return text.insert(last.start + last.length, u',' + added);
        }
        if (isLast || isNull) {
            QString text = json;
            return text.replace(member->value.start, member->value.length, nested(path.mid(i + 1), value));
        }
        object = member->value;
    }
    Q_UNREACHABLE();
}

Result<QString> withoutJsonMember(const QString &json, const QStringList &path)
{
    Q_ASSERT(!path.isEmpty());
    const TextSpan object = jsonSpan(json, path.first(path.size() - 1));
    if (!object.isValid() || json.at(object.start) != u'{')
        return json;
    const QList<Walker::Member> members = Walker(json).membersOf(object);
    for (qsizetype i = members.size() - 1; i >= 0; --i) {
        if (members.at(i).key != path.last())
            continue;
        QString text = json;
        // With the comma before it, or behind it where it is the first.
        const TextSpan &value = members.at(i).value;
        qsizetype from = members.at(i).from;
        qsizetype to = value.start + value.length;
        if (i > 0)
            from = members.at(i - 1).value.start + members.at(i - 1).value.length;
        else if (members.size() > 1)
            to = members.at(1).from;
        text.remove(from, to - from);
        // An earlier one of the same name would come to light.
        return withoutJsonMember(text, path);
    }
    return json;
}

} // namespace Ghar
