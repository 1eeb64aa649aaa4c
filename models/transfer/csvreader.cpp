// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/csvreader.h"

#include "transfer/textencoding.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CsvReader)
};

constexpr qsizetype chunk = 256 * 1024;

} // namespace

CsvReader::CsvReader(std::unique_ptr<QIODevice> device, char separator)
    : m_device(std::move(device)), m_separator(QLatin1Char(separator))
{ }

Result<bool> CsvReader::fill()
{
    if (m_at < m_text.size())
        return true;
    if (m_atEnd)
        return false;
    m_at = 0;
    m_text.resize(0);
    while (m_text.isEmpty()) {
        QByteArray bytes = m_device->read(chunk);
        m_read += bytes.size();
        if (bytes.isEmpty()) {
            if (!m_device->atEnd())
                return Error{ErrorKind::CannotOpen,
                             Text::tr("The file could not be read to its end: %1. Nothing was written.")
                                 .arg(m_device->errorString()),
                             m_device->errorString()};
            m_atEnd = true;
            if (!m_rest.isEmpty())
                return notUtf8(m_line);
            return false;
        }
        if (m_isFirst) {
            m_isFirst = false;
            if (const Result<void> text = checkIsText(bytes, u"CSV"_s); !text)
                return text.error();
            if (bytes.startsWith("\xef\xbb\xbf"))
                bytes.remove(0, 3);
        }
        bytes.prepend(m_rest);
        qsizetype complete = 0;
        const qsizetype wrong = firstThatIsNoUtf8(bytes, complete);
        const qsizetype nul = bytes.indexOf('\0');
        const auto lineOf = [&](qsizetype place) { return m_line + QByteArrayView(bytes).first(place).count('\n'); };
        if (nul >= 0 && nul <= wrong)
            return hasNul(lineOf(nul));
        if (wrong < bytes.size())
            return notUtf8(lineOf(wrong));
        m_rest = bytes.sliced(complete);
        m_text = QString::fromUtf8(bytes.constData(), complete);
    }
    return true;
}

Result<void> CsvReader::take(qsizetype end)
{
    m_rowLength += end - m_at;
    if (m_cell.size() + end - m_at > longestCell || m_rowLength > longestRow)
        return Error{
            ErrorKind::BadInput,
            Text::tr("Line %1 does not end after %2 million characters. A quote may be missing, or the file is "
                     "no CSV. Nothing was written.")
                .arg(m_line)
                .arg((m_rowLength > longestRow ? longestRow : longestCell) / 1'000'000),
            {}};
    m_cell.append(m_text.constData() + m_at, end - m_at);
    m_at = end;
    return {};
}

void CsvReader::endCell(SourceRow &row, bool wasQuoted)
{
    if (m_cells == row.cells.size())
        row.cells.append(SourceCell());
    SourceCell &cell = row.cells[m_cells++];
    cell.kind = m_cell.isEmpty() && !wasQuoted ? SourceKind::Null : SourceKind::Text;
    // A copy of the right size: the cell being read keeps its memory.
    cell.text = m_cell.isEmpty() ? QString() : QString(m_cell.constData(), m_cell.size());
    m_cell.resize(0);
}

Result<bool> CsvReader::readRecord(SourceRow &row)
{
    enum class State { CellStart, Plain, Quoted, QuoteInQuoted };
    State state = State::CellStart;
    bool wasQuoted = false;
    m_cells = 0;
    m_rowLength = 0;
    row.line = m_line;
    row.problem.clear();
    qint64 quoteLine = 0;
    for (;;) {
        const Result<bool> more = fill();
        if (!more)
            return more.error();
        if (!*more) {
            if (state == State::Quoted)
                return Error{
                    ErrorKind::BadInput,
                    Text::tr("The file ends in the middle of a quoted cell that begins in line %1. It was cut, or "
                             "a quote is missing there. Nothing was written.")
                        .arg(quoteLine),
                    {}};
            if (state == State::CellStart && m_cells == 0 && m_cell.isEmpty())
                return false;
            endCell(row, wasQuoted);
            break;
        }
        const QChar c = m_text.at(m_at);
        if (state == State::Quoted) {
            qsizetype end = m_at;
            while (end < m_text.size() && m_text.at(end) != u'"') {
                if (m_text.at(end) == u'\n')
                    ++m_line;
                ++end;
            }
            if (const Result<void> taken = take(end); !taken)
                return taken.error();
            if (m_at < m_text.size()) {
                ++m_at;
                state = State::QuoteInQuoted;
            }
            continue;
        }
        if (state == State::QuoteInQuoted) {
            if (c == u'"') {
                if (const Result<void> taken = take(m_at + 1); !taken)
                    return taken.error();
                state = State::Quoted;
                continue;
            }
            state = State::Plain;
            if (c != m_separator && c != u'\n' && c != u'\r' && row.problem.isEmpty())
                row.problem = Text::tr("Cell %1 goes on after its closing quote. A quote inside a cell is doubled.")
                                  .arg(m_cells + 1);
        }
        if (state == State::CellStart && c == u'"') {
            ++m_at;
            wasQuoted = true;
            quoteLine = m_line;
            state = State::Quoted;
            continue;
        }
        if (c == m_separator) {
            ++m_at;
            if (m_cells > mostColumns) {
                // Read on, but do not keep what nobody can use.
                m_cell.resize(0);
            } else {
                endCell(row, wasQuoted);
            }
            wasQuoted = false;
            state = State::CellStart;
            continue;
        }
        if (c == u'\n' || c == u'\r') {
            ++m_at;
            if (c == u'\r') {
                const Result<bool> following = fill();
                if (!following)
                    return following.error();
                if (*following && m_text.at(m_at) == u'\n')
                    ++m_at;
            }
            ++m_line;
            endCell(row, wasQuoted);
            break;
        }
        qsizetype end = m_at;
        while (end < m_text.size()) {
            const QChar next = m_text.at(end);
            if (next == m_separator || next == u'\n' || next == u'\r')
                break;
            ++end;
        }
        if (const Result<void> taken = take(end); !taken)
            return taken.error();
        state = State::Plain;
    }
    row.cells.resize(m_cells);
    return true;
}

void CsvReader::findSeparator()
{
    if (!m_separator.isNull())
        return;
    qsizetype commas = 0;
    qsizetype semicolons = 0;
    qsizetype tabs = 0;
    bool quoted = false;
    for (qsizetype i = m_at; i < m_text.size(); ++i) {
        const QChar c = m_text.at(i);
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u'\n' || c == u'\r'))
            break;
        else if (!quoted && c == u',')
            ++commas;
        else if (!quoted && c == u';')
            ++semicolons;
        else if (!quoted && c == u'\t')
            ++tabs;
    }
    m_separator = semicolons > commas && semicolons >= tabs ? u';' : tabs > commas ? u'\t' : u',';
}

Result<void> CsvReader::begin()
{
    const Result<bool> any = fill();
    if (!any)
        return any.error();
    if (*any)
        findSeparator();
    SourceRow heading;
    const Result<bool> read = readRecord(heading);
    if (!read)
        return read.error();
    if (!*read)
        return Error{ErrorKind::BadInput, Text::tr("The file is empty. Nothing was read."), {}};
    if (!heading.problem.isEmpty())
        return Error{ErrorKind::BadInput, heading.problem, {}};
    QStringList names;
    for (const SourceCell &cell : std::as_const(heading.cells))
        names.append(cell.text);
    return setNames(names);
}

Result<bool> CsvReader::next(SourceRow &row)
{
    for (;;) {
        const Result<bool> read = readRecord(row);
        if (!read || !*read)
            return read;
        const bool isBlank = row.cells.size() == 1 && row.cells.constFirst().kind == SourceKind::Null;
        if (isBlank && m_names.size() > 1)
            continue;
        // Spreadsheets leave empty cells behind at the end of lines.
        while (row.cells.size() > m_names.size() && row.cells.constLast().kind == SourceKind::Null)
            row.cells.removeLast();
        if (row.cells.size() != m_names.size() && row.problem.isEmpty())
            row.problem = Text::tr("The line has %1 cells, and the first line names %2 columns.")
                              .arg(row.cells.size())
                              .arg(m_names.size());
        row.cells.resize(m_names.size());
        return true;
    }
}

} // namespace Ghar
