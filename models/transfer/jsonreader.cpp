// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/jsonreader.h"

#include "transfer/jsonobject.h"
#include "transfer/textencoding.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JsonReader)
};

constexpr qsizetype chunk = 256 * 1024;

} // namespace

JsonReader::JsonReader(std::unique_ptr<QIODevice> device, Form form) : m_device(std::move(device)), m_form(form) { }

Error JsonReader::wrong(const QString &what) const
{
    return {ErrorKind::BadInput, Text::tr("Line %1: %2 Nothing was written.").arg(m_line).arg(what), {}};
}

Result<int> JsonReader::peek()
{
    if (m_at < m_bytes.size())
        return uchar(m_bytes.at(m_at));
    m_at = 0;
    m_bytes = m_device->read(chunk);
    m_read += m_bytes.size();
    if (m_bytes.isEmpty()) {
        if (!m_device->atEnd())
            return Error{ErrorKind::CannotOpen,
                         Text::tr("The file could not be read to its end: %1. Nothing was written.")
                             .arg(m_device->errorString()),
                         m_device->errorString()};
        return -1;
    }
    if (std::exchange(m_isFirst, false)) {
        if (const Result<void> text = checkIsText(m_bytes, u"JSON"_s); !text)
            return text.error();
        if (m_bytes.startsWith("\xef\xbb\xbf"))
            m_at = 3;
        if (m_at == m_bytes.size())
            return peek();
    }
    return uchar(m_bytes.at(m_at));
}

void JsonReader::take()
{
    if (m_bytes.at(m_at) == '\n')
        ++m_line;
    ++m_at;
}

Result<int> JsonReader::peekBehindBlanks()
{
    for (;;) {
        const Result<int> c = peek();
        if (!c || (*c != ' ' && *c != '\t' && *c != '\n' && *c != '\r'))
            return c;
        take();
    }
}

Result<bool> JsonReader::nextObject(QByteArray &text, qint64 &line)
{
    Result<int> c = peekBehindBlanks();
    if (!c)
        return c.error();
    if (m_form == Form::Array) {
        if (!m_hasEnded && m_objects == 0) {
            if (*c != '[')
                return wrong(Text::tr("A JSON file of rows is a list: it begins with “[”."));
            take();
            c = peekBehindBlanks();
            if (c && *c == ']') {
                m_hasEnded = true;
                take();
                c = peekBehindBlanks();
            }
        } else if (!m_hasEnded) {
            if (*c == -1)
                return wrong(Text::tr("The file ends in the middle of the list. It was cut."));
            if (*c != ',' && *c != ']')
                return wrong(Text::tr("Between two rows stands a comma, and after the last one “]”."));
            m_hasEnded = *c == ']';
            take();
            c = peekBehindBlanks();
        }
        if (!c)
            return c.error();
        if (m_hasEnded) {
            if (*c != -1)
                return wrong(Text::tr("Something follows the end of the list."));
            return false;
        }
    }
    if (*c == -1) {
        if (m_form == Form::Array)
            return wrong(Text::tr("The file ends in the middle of the list. It was cut."));
        return false;
    }
    if (*c != '{')
        return wrong(Text::tr("A row is an object: it begins with “{”."));
    line = m_line;
    text.resize(0);
    int depth = 0;
    bool inString = false;
    bool isEscaped = false;
    for (;;) {
        const Result<int> byte = peek();
        if (!byte)
            return byte.error();
        if (*byte == -1)
            return wrong(
                Text::tr("The file ends in the middle of the row that begins in line %1. It was cut, or a quote or "
                         "a brace is missing.")
                    .arg(line));
        if (text.size() >= longestRow)
            return wrong(Text::tr("The row that begins in line %1 does not end after %2 million characters.")
                             .arg(line)
                             .arg(longestRow / 1'000'000));
        take();
        const char letter = char(*byte);
        text += letter;
        if (inString) {
            if (isEscaped)
                isEscaped = false;
            else if (letter == '\\')
                isEscaped = true;
            else if (letter == '"')
                inString = false;
        } else if (letter == '"') {
            inString = true;
        } else if (letter == '{' || letter == '[') {
            if (++depth > 500)
                return wrong(Text::tr("Objects and lists are nested more than 500 deep."));
        } else if ((letter == '}' || letter == ']') && --depth == 0) {
            ++m_objects;
            return true;
        }
    }
}

Result<void> JsonReader::restart()
{
    if (!m_device->seek(0))
        return Error{ErrorKind::CannotOpen, Text::tr("The file cannot be read twice. Nothing was written."), {}};
    m_bytes.clear();
    m_at = 0;
    m_read = 0;
    m_line = 1;
    m_isFirst = true;
    m_hasEnded = false;
    m_objects = 0;
    return {};
}

Result<void> JsonReader::begin()
{
    QByteArray text;
    QStringList names;
    QList<std::pair<QString, SourceCell>> cells;
    qint64 line = 0;
    for (;;) {
        const Result<bool> more = nextObject(text, line);
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (const QString problem = cellsOfJsonObject(text, cells); !problem.isEmpty())
            return Error{ErrorKind::BadInput,
                         Text::tr("The row in line %1 cannot be read. %2 Nothing was written.").arg(line).arg(problem),
                         {}};
        for (const auto &[name, cell] : std::as_const(cells)) {
            if (m_places.contains(name))
                continue;
            m_places.insert(name, names.size());
            names.append(name);
            if (names.size() > mostColumns)
                return setNames(names);
        }
    }
    if (names.isEmpty())
        return Error{ErrorKind::BadInput, Text::tr("The file has no rows. Nothing was written."), {}};
    if (const Result<void> named = setNames(names); !named)
        return named;
    if (m_names.size() != names.size())
        return Error{ErrorKind::BadInput, Text::tr("A row has a key without a name. Nothing was written."), {}};
    return restart();
}

Result<bool> JsonReader::next(SourceRow &row)
{
    QByteArray text;
    const Result<bool> more = nextObject(text, row.line);
    if (!more || !*more)
        return more;
    row.cells.fill(SourceCell(), m_names.size());
    QList<std::pair<QString, SourceCell>> cells;
    row.problem = cellsOfJsonObject(text, cells);
    for (const auto &[name, cell] : std::as_const(cells)) {
        const auto place = m_places.constFind(name);
        if (place == m_places.cend())
            row.problem = Text::tr("The row has changed while the file was read.");
        else if (row.cells.at(*place).kind != SourceKind::Absent)
            row.problem = Text::tr("The row has the key “%1” twice.").arg(name.left(80));
        else
            row.cells[*place] = cell;
    }
    return true;
}

} // namespace Ghar
