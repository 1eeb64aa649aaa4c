// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/xlsxbook.h"

#include <QCoreApplication>
#include <QHash>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(XlsxReader)
};

constexpr qint64 mostSmallPart = 64 << 20;

/// Calls `visit` at the start of every element.
template <typename Visit> Result<void> readPart(ZipArchive &archive, const QString &name, qint64 most, Visit visit)
{
    const Result<std::unique_ptr<QIODevice>> device = archive.part(name, most);
    if (!device)
        return device.error();
    QXmlStreamReader xml(device->get());
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        // No spreadsheet writes one, and entities are how a small file becomes a large one.
        if (token == QXmlStreamReader::DTD)
            return Error{ErrorKind::BadInput,
                         Text::tr("The workbook has declarations that no spreadsheet writes. It is not "
                                  "read. Nothing was written."),
                         {}};
        if (token == QXmlStreamReader::StartElement) {
            if (const Result<void> visited = visit(xml); !visited)
                return visited;
        }
    }
    if (xml.hasError())
        return xlsxError(name, xml.errorString(), **device);
    return {};
}

bool isBuiltInDate(int format)
{
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47)
        || (format >= 50 && format <= 58);
}

/// The text of `si` or `is`: all its runs, but not how they are to be spoken.
QString richText(QXmlStreamReader &xml)
{
    QString text;
    int depth = 1;
    while (depth > 0 && !xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == "rPh"_L1) {
                xml.skipCurrentElement();
                continue;
            }
            if (xml.name() == "t"_L1) {
                text += xml.readElementText();
                continue;
            }
            ++depth;
        } else if (xml.isEndElement()) {
            --depth;
        }
    }
    return unescapedXlsxText(text);
}

} // namespace

Error xlsxError(const QString &part, const QString &xmlError, const QIODevice &device)
{
    // What the archive said is the reason for what the XML lacks; QIODevice has words of its own for "no error".
    const QString said = device.errorString();
    if (said.contains(u"workbook"_s) || said.contains(Text::tr("workbook")))
        return {ErrorKind::BadInput, said, xmlError};
    return {ErrorKind::BadInput,
            Text::tr("The workbook is damaged: its part %1 is no XML to its end. Nothing was written.").arg(part),
            xmlError};
}

bool isDateFormat(const QString &format)
{
    bool quoted = false;
    bool bracketed = false;
    QString inBrackets;
    for (qsizetype i = 0; i < format.size(); ++i) {
        const QChar c = format.at(i).toLower();
        if (bracketed) {
            if (c == u']') {
                bracketed = false;
                // [h], [mm] and [s] are times; colours and conditions are not.
                if (!inBrackets.isEmpty() && inBrackets.count(inBrackets.front()) == inBrackets.size()
                    && u"hms"_s.contains(inBrackets.front()))
                    return true;
                inBrackets.clear();
            } else {
                inBrackets += c;
            }
            continue;
        }
        if (quoted) {
            quoted = c != u'"';
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u'[') {
            bracketed = true;
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else if (c == u';') {
            return false; // the first section tells
        } else if (u"ymdhs"_s.contains(c)) {
            return true;
        }
    }
    return false;
}

QString unescapedXlsxText(const QString &text)
{
    qsizetype at = text.indexOf("_x"_L1);
    if (at < 0)
        return text;
    QString plain = text;
    for (; at >= 0; at = plain.indexOf("_x"_L1, at + 1)) {
        if (at + 7 > plain.size() || plain.at(at + 6) != u'_')
            continue;
        bool isHexadecimal = false;
        const uint code = QStringView(plain).mid(at + 2, 4).toUInt(&isHexadecimal, 16);
        if (isHexadecimal)
            plain.replace(at, 7, QChar(static_cast<char16_t>(code)));
    }
    return plain;
}

Result<XlsxBook> readXlsxBook(ZipArchive &archive)
{
    XlsxBook book;
    const QString workbook = u"xl/workbook.xml"_s;
    if (!archive.contains(workbook))
        return Error{
            ErrorKind::BadInput, Text::tr("The file is an archive and no workbook (.xlsx). Nothing was read."), {}};
    QHash<QString, QString> targets;
    Result<void> read = readPart(archive, u"xl/_rels/workbook.xml.rels"_s, mostSmallPart, [&](QXmlStreamReader &xml) {
        if (xml.name() == "Relationship"_L1) {
            QString target = xml.attributes().value("Target"_L1).toString();
            target = target.startsWith(u'/') ? target.mid(1) : u"xl/"_s + target;
            targets.insert(xml.attributes().value("Id"_L1).toString(), target);
        }
        return Result<void>();
    });
    if (!read)
        return read.error();
    read = readPart(archive, workbook, mostSmallPart, [&](QXmlStreamReader &xml) {
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.name() == "workbookPr"_L1)
            book.startsIn1904 =
                attributes.value("date1904"_L1) == "1"_L1 || attributes.value("date1904"_L1) == "true"_L1;
        if (xml.name() == "sheet"_L1) {
            QString id;
            for (const QXmlStreamAttribute &attribute : attributes) {
                if (attribute.name() == "id"_L1)
                    id = attribute.value().toString();
            }
            book.sheets.append({attributes.value("name"_L1).toString(), targets.value(id)});
        }
        return Result<void>();
    });
    if (!read)
        return read.error();
    if (archive.contains(u"xl/styles.xml"_s)) {
        QHash<int, QString> formats;
        bool inCells = false;
        read = readPart(archive, u"xl/styles.xml"_s, mostSmallPart, [&](QXmlStreamReader &xml) {
            const QXmlStreamAttributes attributes = xml.attributes();
            const int format = attributes.value("numFmtId"_L1).toInt();
            if (xml.name() == "numFmt"_L1)
                formats.insert(format, attributes.value("formatCode"_L1).toString());
            else if (xml.name() == "cellXfs"_L1 || xml.name() == "cellStyles"_L1)
                inCells = xml.name() == "cellXfs"_L1;
            else if (xml.name() == "xf"_L1 && inCells)
                book.isDate.push_back(formats.contains(format) ? isDateFormat(formats.value(format))
                                                               : isBuiltInDate(format));
            return Result<void>();
        });
        if (!read)
            return read.error();
    }
    if (archive.contains(u"xl/sharedStrings.xml"_s)) {
        read = readPart(archive, u"xl/sharedStrings.xml"_s, XlsxBook::mostSharedText, [&](QXmlStreamReader &xml) {
            if (xml.name() == "si"_L1)
                book.texts.append(richText(xml));
            return Result<void>();
        });
        if (!read)
            return read.error();
    }
    return book;
}

} // namespace Ghar
