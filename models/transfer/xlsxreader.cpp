// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/xlsxreader.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(XlsxReader)
};

/// The column of a reference such as `AB12`, from 0; -1 when it is none.
qsizetype columnOf(QStringView reference)
{
    qsizetype column = 0;
    qsizetype letters = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (++letters > 3)
            return -1;
    }
    return letters == 0 ? -1 : column - 1;
}

/// A spreadsheet's number for a moment, as the texts of SourceKind::Date.
QString momentOf(double serial, bool startsIn1904)
{
    if (!std::isfinite(serial) || serial < 0 || serial > 2'958'466)
        return {};
    const auto days = qint64(std::floor(serial));
    // Rounded to the millisecond: a day is no round number in binary.
    const qint64 milliseconds = std::llround((serial - double(days)) * 86'400'000.0);
    const QDate zero = startsIn1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
    const QDateTime moment(zero.addDays(days), QTime(0, 0), Qt::UTC);
    const QDateTime exact = moment.addMSecs(milliseconds);
    if (milliseconds == 0)
        return exact.date().toString(Qt::ISODate);
    const bool isWhole = milliseconds % 1000 == 0;
    return exact.toString(isWhole ? u"yyyy-MM-dd HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

} // namespace

XlsxReader::XlsxReader(std::unique_ptr<QIODevice> device, QString sheet)
    : m_device(std::move(device)), m_sheetName(std::move(sheet))
{ }

Error XlsxReader::xmlError() const
{
    return xlsxError(m_book.sheets.at(m_sheet).name, m_xml->errorString(), *m_part);
}

Result<void> XlsxReader::begin()
{
    const QByteArray start = m_device->peek(8);
    if (start.startsWith("\xd0\xcf\x11\xe0"))
        return Error{ErrorKind::BadInput,
                     Text::tr("The workbook is protected by a password, or of the old form (.xls). Save it as .xlsx "
                              "without one. Nothing was written."),
                     {}};
    if (!start.startsWith("PK"))
        return Error{ErrorKind::BadInput, Text::tr("The file is no workbook (.xlsx). Nothing was read."), {}};
    Result<std::unique_ptr<ZipArchive>> archive = ZipArchive::open(*m_device);
    if (!archive)
        return archive.error();
    m_archive = std::move(archive).value();
    Result<XlsxBook> book = readXlsxBook(*m_archive);
    if (!book)
        return book.error();
    m_book = std::move(book).value();
    if (m_book.sheets.isEmpty())
        return Error{ErrorKind::BadInput, Text::tr("The workbook has no sheets. Nothing was read."), {}};
    qsizetype wanted = 0;
    if (!m_sheetName.isEmpty()) {
        QStringList names;
        for (const XlsxBook::Sheet &sheet : std::as_const(m_book.sheets))
            names.append(sheet.name);
        wanted = names.indexOf(m_sheetName);
        if (wanted < 0)
            return Error{ErrorKind::NotFound,
                         Text::tr("The workbook has no sheet “%1”; it has %2. Nothing was read.")
                             .arg(m_sheetName, names.mid(0, 20).join(u", "_s)),
                         {}};
    }
    if (const Result<void> opened = openSheet(wanted); !opened)
        return opened;
    SourceRow heading;
    const Result<bool> read = readRow(heading);
    if (!read)
        return read.error();
    if (!*read)
        return Error{ErrorKind::BadInput, Text::tr("The sheet is empty. Nothing was read."), {}};
    QStringList names;
    for (const SourceCell &cell : std::as_const(heading.cells))
        names.append(cell.text);
    return setNames(names);
}

Result<void> XlsxReader::openSheet(qsizetype index)
{
    m_sheet = index;
    Result<std::unique_ptr<QIODevice>> part = m_archive->part(m_book.sheets.at(index).part, ZipArchive::mostUnpacked);
    if (!part)
        return part.error();
    m_xml.reset();
    m_part = std::move(part).value();
    m_xml = std::make_unique<QXmlStreamReader>(m_part.get());
    return {};
}

SourceCell XlsxReader::cellOf(const QString &type, int style, const QString &text) const
{
    if (type == "s"_L1) {
        bool isNumber = false;
        const qsizetype place = text.toLongLong(&isNumber);
        if (!isNumber || place < 0 || place >= m_book.texts.size())
            return {SourceKind::Fault, Text::tr("missing text")};
        const QString &shared = m_book.texts.at(place);
        return {shared.isEmpty() ? SourceKind::Null : SourceKind::Text, shared};
    }
    if (type == "str"_L1 || type == "inlineStr"_L1)
        return {text.isEmpty() ? SourceKind::Null : SourceKind::Text, text};
    if (type == "e"_L1)
        return {SourceKind::Fault, text};
    if (text.isEmpty())
        return {SourceKind::Null, {}};
    if (type == "b"_L1)
        return {SourceKind::Boolean, text == "1"_L1 || text == "true"_L1 ? u"true"_s : u"false"_s};
    if (type == "d"_L1)
        return {SourceKind::Text, text};
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber)
        return {SourceKind::Fault, text.left(40)};
    if (style >= 0 && size_t(style) < m_book.isDate.size() && m_book.isDate.at(size_t(style))) {
        const QString moment = momentOf(number, m_book.startsIn1904);
        return moment.isEmpty() ? SourceCell{SourceKind::Fault, text.left(40)} : SourceCell{SourceKind::Date, moment};
    }
    // Seventeen digits, as spreadsheets write them, are more than the number had when it was typed.
    return {SourceKind::Number, QString::number(number, 'g', QLocale::FloatingPointShortest)};
}

Result<void> XlsxReader::readCell(SourceRow &row, qsizetype &column)
{
    const QXmlStreamAttributes attributes = m_xml->attributes();
    const QStringView reference = attributes.value("r"_L1);
    const qsizetype named = reference.isEmpty() ? column + 1 : columnOf(reference);
    const QString type = attributes.value("t"_L1).toString();
    bool hasStyle = false;
    const int style = attributes.value("s"_L1).toInt(&hasStyle);
    QString text;
    int depth = 1;
    while (depth > 0 && !m_xml->atEnd()) {
        m_xml->readNext();
        if (m_xml->isStartElement()) {
            if (m_xml->name() == "v"_L1)
                text = m_xml->readElementText();
            else if (m_xml->name() == "t"_L1)
                text += m_xml->readElementText();
            else if (m_xml->name() == "f"_L1 || m_xml->name() == "rPh"_L1)
                m_xml->skipCurrentElement();
            else
                ++depth;
        } else if (m_xml->isEndElement()) {
            --depth;
        }
    }
    if (m_xml->hasError())
        return xmlError();
    if (text.size() > longestCell)
        return Error{
            ErrorKind::BadInput, Text::tr("A cell has more than 8 million characters. Nothing was written."), {}};
    const QString plain = type == "inlineStr"_L1 || type == "str"_L1 ? unescapedXlsxText(text) : text;
    SourceCell cell = cellOf(type, hasStyle ? style : -1, plain);
    if (named < 0 || named <= column) {
        if (row.problem.isEmpty())
            row.problem = Text::tr("Its cells are not in order.");
        return {};
    }
    column = named;
    if (cell.kind == SourceKind::Null)
        return {};
    if (column > mostColumns)
        column = mostColumns; // more than are allowed, however many
    while (row.cells.size() <= column)
        row.cells.append({SourceKind::Null, {}});
    row.cells[column] = std::move(cell);
    return {};
}

Result<bool> XlsxReader::readRow(SourceRow &row)
{
    while (!m_xml->atEnd()) {
        const QXmlStreamReader::TokenType token = m_xml->readNext();
        if (token == QXmlStreamReader::DTD)
            return Error{
                ErrorKind::BadInput,
                Text::tr("The workbook has declarations that no spreadsheet writes. It is not read. Nothing was "
                         "written."),
                {}};
        if (token != QXmlStreamReader::StartElement || m_xml->name() != "row"_L1)
            continue;
        bool isNumbered = false;
        const qint64 number = m_xml->attributes().value("r"_L1).toLongLong(&isNumbered);
        row.line = isNumbered ? number : row.line + 1;
        row.problem.clear();
        row.cells.clear();
        qsizetype column = -1;
        while (!m_xml->atEnd()) {
            m_xml->readNext();
            if (m_xml->isEndElement() && m_xml->name() == "row"_L1)
                break;
            if (m_xml->isStartElement() && m_xml->name() == "c"_L1) {
                if (const Result<void> read = readCell(row, column); !read)
                    return read.error();
            }
        }
        if (!row.cells.isEmpty() || !row.problem.isEmpty())
            return true;
    }
    if (m_xml->hasError())
        return xmlError();
    return false;
}

Result<bool> XlsxReader::next(SourceRow &row)
{
    for (;;) {
        const Result<bool> read = readRow(row);
        if (!read)
            return read;
        if (!*read) {
            // The next sheet belongs to this one when it begins with the same names.
            if (!m_sheetName.isEmpty() || m_sheet + 1 >= m_book.sheets.size())
                return false;
            if (const Result<void> opened = openSheet(m_sheet + 1); !opened)
                return opened.error();
            const Result<bool> heading = readRow(row);
            if (!heading)
                return heading;
            QStringList names;
            for (const SourceCell &cell : std::as_const(row.cells))
                names.append(cell.text.simplified());
            if (!*heading || names != m_names) {
                m_sheet = m_book.sheets.size();
                return false;
            }
            continue;
        }
        if (row.cells.size() > m_names.size() && row.problem.isEmpty())
            row.problem = Text::tr("The row has a cell in column %1, which has no name.").arg(row.cells.size());
        while (row.cells.size() < m_names.size())
            row.cells.append({SourceKind::Null, {}});
        row.cells.resize(m_names.size());
        return true;
    }
}

} // namespace Ghar
