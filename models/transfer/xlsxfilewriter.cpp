// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/xlsxfilewriter.h"

#include "core/instant.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QRegularExpression>

#include <xlsxwriter.h>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(XlsxFileWriter)
};

constexpr qint64 mostRows = 1'048'576;
constexpr int mostColumns = 16'384;
constexpr qsizetype mostCharacters = 32'767;
constexpr double millisecondsOfDay = 86'400'000;

/// The number that a cell can hold for this text, or nothing when it would become another one.
std::optional<double> exactNumber(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    // The file has sixteen digits of a number, and spreadsheets show fifteen.
    if (!isNumber || !std::isfinite(number) || QString::number(number, 'g', 16).toDouble() != number)
        return std::nullopt;
    return number;
}

qsizetype digitsOf(const QString &text)
{
    qsizetype digits = 0;
    for (const QChar c : text)
        digits += c.isDigit() ? 1 : 0;
    return digits;
}

/// What looks like the way in which a workbook writes a control character is told from one.
QString escapedText(const QString &text)
{
    static const QRegularExpression escape(u"_(?=x[0-9A-Fa-f]{4}_)"_s);
    return text.contains("_x"_L1) ? QString(text).replace(escape, u"_x005F_"_s) : text;
}

/// Days since the start of a spreadsheet's time. It takes 1900 for a leap year, so earlier dates are left to text.
std::optional<double> serialOf(const QDateTime &time)
{
    static const QDate zero(1899, 12, 30);
    if (!time.isValid() || time.date() < QDate(1900, 3, 1) || time.date() > QDate(9999, 12, 31))
        return std::nullopt;
    return double(zero.daysTo(time.date())) + double(time.time().msecsSinceStartOfDay()) / millisecondsOfDay;
}

std::optional<double> serialOf(const Column &column, const QString &text)
{
    if (column.type == ColumnType::Date)
        return text.size() == 10 ? serialOf(QDate::fromString(text, Qt::ISODate).startOfDay(Qt::UTC)) : std::nullopt;
    const std::optional<QDateTime> instant = instantFromText(text);
    if (!instant || text.mid(23, 3) != "000"_L1)
        return std::nullopt;
    return serialOf(column.dateOnly ? *instant : instant->toLocalTime());
}

} // namespace

struct XlsxFileWriter::Book
{
    ~Book()
    {
        if (workbook)
            (void)workbook_close(workbook); // nothing else frees it
    }
    lxw_workbook *workbook = nullptr;
    lxw_worksheet *sheet = nullptr;
    lxw_format *heading = nullptr;
    lxw_format *date = nullptr;
    lxw_format *time = nullptr;
    int sheets = 0;
};

XlsxFileWriter::XlsxFileWriter(const QString &path)
    : m_book(std::make_unique<Book>()), m_path(path), m_rowsPerSheet(mostRows)
{ }

XlsxFileWriter::~XlsxFileWriter() = default;

Result<void> XlsxFileWriter::begin(const QString &table, const QList<Column> &columns)
{
    if (columns.size() > mostColumns)
        return Error{ErrorKind::Refused, Text::tr("A sheet has at most 16,384 columns. Nothing was written."), {}};
    m_table = table;
    m_columns = columns;
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    // A sheet of a million rows passes four gigabytes with so many columns, which needs the newer form of the archive.
    options.use_zip64 = columns.size() > 40 ? LXW_TRUE : LXW_FALSE;
    m_book->workbook = workbook_new_opt(QFile::encodeName(m_path).constData(), &options);
    if (!m_book->workbook)
        return Error{ErrorKind::Permission, Text::tr("The workbook could not be begun."), m_path};
    m_book->heading = workbook_add_format(m_book->workbook);
    format_set_bold(m_book->heading);
    m_book->date = workbook_add_format(m_book->workbook);
    format_set_num_format(m_book->date, "yyyy-mm-dd");
    m_book->time = workbook_add_format(m_book->workbook);
    format_set_num_format(m_book->time, "yyyy-mm-dd hh:mm:ss");
    return addSheet();
}

Result<void> XlsxFileWriter::addSheet()
{
    ++m_book->sheets;
    static const QString forbidden = u"[]:*?/\\'"_s;
    QString name = m_table;
    for (QChar &c : name) {
        if (forbidden.contains(c))
            c = u'_';
    }
    const QString number = m_book->sheets == 1 ? QString() : u' ' + QString::number(m_book->sheets);
    name = name.left(31 - number.size()) + number;
    m_book->sheet = workbook_add_worksheet(m_book->workbook, name.toUtf8().constData());
    if (!m_book->sheet)
        return Error{ErrorKind::Unknown, Text::tr("The workbook takes no sheet called “%1”.").arg(name), {}};
    worksheet_freeze_panes(m_book->sheet, 1, 0);
    for (int i = 0; i < m_columns.size(); ++i)
        worksheet_write_string(m_book->sheet, 0, lxw_col_t(i), m_columns.at(i).name.toUtf8().constData(),
                               m_book->heading);
    m_row = 1;
    return {};
}

Result<void> XlsxFileWriter::add(const Row &row)
{
    if (m_row >= m_rowsPerSheet) {
        if (const Result<void> added = addSheet(); !added)
            return added;
    }
    ++m_rows;
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (row.at(i).isNull())
            continue;
        if (const Result<void> added = addCell(int(i), row.at(i)); !added)
            return added;
    }
    ++m_row;
    return {};
}

Result<void> XlsxFileWriter::addCell(int index, const Value &value)
{
    const Column &column = m_columns.at(index);
    const QString &text = value.text();
    const auto row = lxw_row_t(m_row);
    const auto col = lxw_col_t(index);
    lxw_error error = LXW_NO_ERROR;
    std::optional<double> number;
    switch (column.type) {
    case ColumnType::Integer:
    case ColumnType::Numeric:
        if (digitsOf(text) <= 15)
            number = exactNumber(text);
        break;
    case ColumnType::Float:
        number = exactNumber(text);
        break;
    case ColumnType::Boolean:
        if (text == "true"_L1 || text == "false"_L1) {
            error = worksheet_write_boolean(m_book->sheet, row, col, text == "true"_L1 ? 1 : 0, nullptr);
            return error == LXW_NO_ERROR ? Result<void>() : Error{ErrorKind::Unknown, {}, {}};
        }
        break;
    case ColumnType::Date:
    case ColumnType::DateTime:
        number = serialOf(column, text);
        break;
    default:
        break;
    }
    if (number) {
        const bool isDay = column.type == ColumnType::Date || column.dateOnly;
        lxw_format *format = column.type == ColumnType::Date || column.type == ColumnType::DateTime
            ? (isDay ? m_book->date : m_book->time)
            : nullptr;
        error = worksheet_write_number(m_book->sheet, row, col, *number, format);
    } else {
        if (text.size() > mostCharacters)
            return Error{ErrorKind::Refused,
                         Text::tr("A cell of a workbook holds at most 32,767 characters, and “%1” of row %2 has %3. "
                                  "Export as CSV or JSON instead. Nothing was left there.")
                             .arg(column.name)
                             .arg(m_rows)
                             .arg(text.size()),
                         {}};
        error = worksheet_write_string(m_book->sheet, row, col, escapedText(text).toUtf8().constData(), nullptr);
    }
    if (error != LXW_NO_ERROR)
        return Error{
            ErrorKind::Unknown,
            Text::tr("“%1” of row %2 could not be written. Nothing was left there.").arg(column.name).arg(m_rows),
            QString::fromUtf8(lxw_strerror(error))};
    return {};
}

Result<void> XlsxFileWriter::finish()
{
    const lxw_error error = workbook_close(std::exchange(m_book->workbook, nullptr));
    if (error != LXW_NO_ERROR)
        return Error{ErrorKind::DiskFull,
                     Text::tr("The workbook could not be written to its end. Make room, or choose another place."),
                     QString::fromUtf8(lxw_strerror(error))};
    return {};
}

} // namespace Ghar
