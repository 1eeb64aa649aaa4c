// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/jsonobject.h"

#include "transfer/textencoding.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstring>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JsonReader)
};

class Scanner
{
public:
    explicit Scanner(const QByteArray &text) : m_text(text) { }

    QString read(QList<std::pair<QString, SourceCell>> &cells)
    {
        qsizetype complete = 0;
        if (firstThatIsNoUtf8(m_text, complete) < m_text.size() || complete < m_text.size())
            return Text::tr("It has bytes that are no UTF-8.");
        if (m_text.contains('\0'))
            return Text::tr("It has a NUL byte.");
        if (!takes('{'))
            return Text::tr("A row is an object in braces.");
        if (takes('}'))
            return atEnd();
        for (;;) {
            std::pair<QString, SourceCell> cell;
            blanks();
            if (!string(cell.first))
                return fault();
            if (!takes(':'))
                return fault();
            if (!value(cell.second))
                return fault();
            cells.append(std::move(cell));
            if (takes('}'))
                return atEnd();
            if (!takes(','))
                return fault();
        }
    }

private:
    QString atEnd()
    {
        blanks();
        return m_at == m_text.size() ? QString() : fault();
    }

    QString fault() const
    {
        return m_problem.isEmpty() ? Text::tr("It is no JSON at character %1 of the row.").arg(m_at + 1) : m_problem;
    }

    void blanks()
    {
        while (m_at < m_text.size()
               && (m_text.at(m_at) == ' ' || m_text.at(m_at) == '\t' || m_text.at(m_at) == '\n'
                   || m_text.at(m_at) == '\r'))
            ++m_at;
    }

    bool takes(char c)
    {
        blanks();
        if (m_at >= m_text.size() || m_text.at(m_at) != c)
            return false;
        ++m_at;
        return true;
    }

    /// Four hexadecimal digits; -1 for others.
    int unit()
    {
        if (m_at + 4 > m_text.size())
            return -1;
        bool ok = false;
        const QByteArray digits = m_text.mid(m_at, 4);
        const int code = digits.toInt(&ok, 16);
        if (!ok || digits.startsWith('+') || digits.startsWith('-') || digits.contains(' '))
            return -1;
        m_at += 4;
        return code;
    }

    bool string(QString &text)
    {
        if (m_at >= m_text.size() || m_text.at(m_at) != '"')
            return false;
        ++m_at;
        text = u""_s;
        for (;;) {
            qsizetype end = m_at;
            while (end < m_text.size() && m_text.at(end) != '"' && m_text.at(end) != '\\'
                   && uchar(m_text.at(end)) >= 0x20)
                ++end;
            text += QString::fromUtf8(m_text.constData() + m_at, end - m_at);
            m_at = end;
            if (m_at >= m_text.size() || uchar(m_text.at(m_at)) < 0x20)
                return false;
            if (m_text.at(m_at++) == '"')
                return true;
            if (m_at >= m_text.size())
                return false;
            static constexpr char escapes[] = "\"\\/bfnrt";
            static constexpr char16_t meant[] = u"\"\\/\b\f\n\r\t";
            const char escape = m_text.at(m_at++);
            if (escape == 'u') {
                if (!escapedCharacter(text))
                    return false;
                continue;
            }
            const char *known = escape == '\0' ? nullptr : std::strchr(escapes, escape);
            if (!known)
                return false;
            text += QChar(meant[known - escapes]);
        }
    }

    bool escapedCharacter(QString &text)
    {
        const int code = unit();
        if (code < 0)
            return false;
        const QChar first(static_cast<char16_t>(code));
        if (!first.isSurrogate()) {
            text += first;
            return true;
        }
        // Half a character is none, and no database keeps it.
        if (first.isHighSurrogate() && m_text.mid(m_at, 2) == "\\u") {
            m_at += 2;
            const int low = unit();
            if (low >= 0 && QChar(static_cast<char16_t>(low)).isLowSurrogate()) {
                text += first;
                text += QChar(static_cast<char16_t>(low));
                return true;
            }
        }
        m_problem = Text::tr("It has half a character (a lone surrogate).");
        return false;
    }

    bool value(SourceCell &cell)
    {
        blanks();
        if (m_at >= m_text.size())
            return false;
        const char c = m_text.at(m_at);
        if (c == '"') {
            cell.kind = SourceKind::Text;
            return string(cell.text);
        }
        if (c == '{' || c == '[') {
            cell.kind = SourceKind::Json;
            return nested(cell.text);
        }
        qsizetype end = m_at;
        while (end < m_text.size() && !std::strchr(",}] \t\r\n", m_text.at(end)))
            ++end;
        const QByteArray word = m_text.mid(m_at, end - m_at);
        m_at = end;
        cell.text = QString::fromLatin1(word);
        if (word == "null") {
            cell.text.clear();
            cell.kind = SourceKind::Null;
            return true;
        }
        if (word == "true" || word == "false") {
            cell.kind = SourceKind::Boolean;
            return true;
        }
        cell.kind = SourceKind::Number;
        return isNumber(word);
    }

    static bool isNumber(const QByteArray &word)
    {
        qsizetype i = word.startsWith('-') ? 1 : 0;
        const auto digits = [&] {
            const qsizetype start = i;
            while (i < word.size() && word.at(i) >= '0' && word.at(i) <= '9')
                ++i;
            return i > start;
        };
        const bool leadingZero = i < word.size() && word.at(i) == '0';
        const qsizetype first = i;
        if (!digits() || (leadingZero && i > first + 1))
            return false;
        if (i < word.size() && word.at(i) == '.') {
            ++i;
            if (!digits())
                return false;
        }
        if (i < word.size() && (word.at(i) == 'e' || word.at(i) == 'E')) {
            ++i;
            if (i < word.size() && (word.at(i) == '+' || word.at(i) == '-'))
                ++i;
            if (!digits())
                return false;
        }
        return i == word.size();
    }

    bool nested(QString &text)
    {
        const qsizetype start = m_at;
        int depth = 0;
        bool inString = false;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text.at(m_at);
            if (inString) {
                if (c == '\\')
                    ++m_at;
                else if (c == '"')
                    inString = false;
                continue;
            }
            if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                ++depth;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                ++m_at;
                const QByteArray json = m_text.mid(start, m_at - start);
                QJsonParseError error;
                (void)QJsonDocument::fromJson(json, &error);
                if (error.error != QJsonParseError::NoError) {
                    m_at = start + error.offset;
                    return false;
                }
                text = QString::fromUtf8(json);
                return true;
            }
        }
        return false;
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    QString m_problem;
};

} // namespace

QString cellsOfJsonObject(const QByteArray &text, QList<std::pair<QString, SourceCell>> &cells)
{
    cells.clear();
    return Scanner(text).read(cells);
}

} // namespace Ghar
