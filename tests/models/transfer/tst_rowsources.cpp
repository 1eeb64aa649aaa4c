// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/csvreader.h"
#include "transfer/rowsourcefile.h"
#include "transfer/xlsxbook.h"
#include "transfer/xlsxfilewriter.h"
#include "transfer/ziparchive.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

/// All rows of a content as lists of texts, `~` for NULL, `-` for absent; the error's sentence otherwise.
struct Content
{
    QStringList names;
    QList<QStringList> rows;
    QList<qint64> lines;
    QStringList problems;
    QString error;
    qint64 read = 0; ///< bytes
};

Content contentOf(const RowSourceFactory &factory)
{
    Content content;
    const Result<std::unique_ptr<RowSource>> source = factory();
    if (!source) {
        content.error = source.error().userText;
        return content;
    }
    if (const Result<void> begun = (*source)->begin(); !begun) {
        content.error = begun.error().userText;
        content.read = (*source)->position();
        return content;
    }
    content.names = (*source)->names();
    SourceRow row;
    for (;;) {
        const Result<bool> more = (*source)->next(row);
        if (!more)
            content.error = more.error().userText;
        content.read = (*source)->position();
        if (!more || !*more)
            return content;
        QStringList texts;
        for (const SourceCell &cell : std::as_const(row.cells))
            texts.append(cell.kind == SourceKind::Null ? u"~"_s : cell.kind == SourceKind::Absent ? u"-"_s : cell.text);
        content.rows.append(texts);
        content.lines.append(row.line);
        content.problems.append(row.problem);
    }
}

Content csv(const QByteArray &bytes)
{
    return contentOf(rowSourceOf(bytes, {TransferFormat::Csv, 0, {}}));
}

/// An archive of these parts.
QByteArray archiveOf(const QList<std::pair<QByteArray, QByteArray>> &parts)
{
    const QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(u"book.xlsx"_s));
    int code = 0;
    zip_t *archive = zip_open(path.constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    for (const auto &[name, content] : parts)
        zip_file_add(archive, name.constData(),
                     zip_source_buffer(archive, content.constData(), zip_uint64_t(content.size()), 0),
                     ZIP_FL_ENC_UTF_8);
    if (zip_close(archive) != 0)
        qFatal("The archive could not be made.");
    QFile file(folder.filePath(u"book.xlsx"_s));
    (void)file.open(QIODevice::ReadOnly);
    return file.readAll();
}

/// A workbook with this sheet.
QByteArray bookOf(const QByteArray &rows, const QByteArray &styles = {}, const QByteArray &texts = {},
                  const QByteArray &properties = {})
{
    QList<std::pair<QByteArray, QByteArray>> parts{
        {"xl/workbook.xml",
         "<workbook xmlns:r='r'>" + properties + "<sheets><sheet name='One' r:id='a'/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id='a' Target='worksheets/s.xml'/></Relationships>"},
        {"xl/worksheets/s.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
    if (!styles.isEmpty())
        parts.append({"xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>"});
    if (!texts.isEmpty())
        parts.append({"xl/sharedStrings.xml", "<sst>" + texts + "</sst>"});
    return archiveOf(parts);
}

Content xlsx(const QByteArray &bytes, const QString &sheet = {})
{
    return contentOf(rowSourceOf(bytes, {TransferFormat::Xlsx, 0, sheet}));
}

} // namespace

/// Files are read as they are meant, and what nobody can mean is said.
class tst_RowSources : public QObject
{
    Q_OBJECT

private slots:
    void readsCsvAsItIsMeant_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<QStringList>>("rows");
        QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << QList<QStringList>{{u"1"_s, u"2"_s}};
        QTest::newRow("no end of line") << QByteArray("a,b\n1,2") << QList<QStringList>{{u"1"_s, u"2"_s}};
        QTest::newRow("windows lines") << QByteArray("a,b\r\n1,2\r\n3,4\r\n")
                                       << QList<QStringList>{{u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}};
        QTest::newRow("old lines") << QByteArray("a,b\r1,2\r") << QList<QStringList>{{u"1"_s, u"2"_s}};
        QTest::newRow("mark") << QByteArray("\xef\xbb\xbf"
                                            "a,b\n1,2\n")
                              << QList<QStringList>{{u"1"_s, u"2"_s}};
        QTest::newRow("null and empty") << QByteArray("a,b\n,\"\"\n") << QList<QStringList>{{u"~"_s, u""_s}};
        QTest::newRow("quotes") << QByteArray("a,b\n\"x,\"\"y\"\"\",\"two\nlines\"\n")
                                << QList<QStringList>{{u"x,\"y\""_s, u"two\nlines"_s}};
        QTest::newRow("quote inside") << QByteArray("a,b\n5\" pipe,x\n") << QList<QStringList>{{u"5\" pipe"_s, u"x"_s}};
        QTest::newRow("semicolons") << QByteArray("a;b\n1,5;2\n") << QList<QStringList>{{u"1,5"_s, u"2"_s}};
        QTest::newRow("tabs") << QByteArray("a\tb\n1\t2\n") << QList<QStringList>{{u"1"_s, u"2"_s}};
        QTest::newRow("blank lines") << QByteArray("a,b\n\n1,2\n\n") << QList<QStringList>{{u"1"_s, u"2"_s}};
        QTest::newRow("one column") << QByteArray("a\n1\n\n2\n") << QList<QStringList>{{u"1"_s}, {u"~"_s}, {u"2"_s}};
        QTest::newRow("cells left behind") << QByteArray("a,b,,\n1,2,,\n") << QList<QStringList>{{u"1"_s, u"2"_s}};
        QTest::newRow("hindi") << QByteArray("a,b\nकिराया,₹\n") << QList<QStringList>{{u"किराया"_s, u"₹"_s}};
        QTest::newRow("no rows") << QByteArray("a,b\n") << QList<QStringList>{};
    }
    void readsCsvAsItIsMeant()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<QStringList>, rows);
        const Content content = csv(bytes);
        QCOMPARE(content.error, QString());
        QCOMPARE(content.rows, rows);
        for (const QString &problem : content.problems)
            QCOMPARE(problem, QString());
    }

    void cutsNothingWhereChunksMeet()
    {
        // Cells, quotes, line ends and characters of several bytes lie across every border.
        QByteArray bytes = "a,b\r\n";
        QList<QStringList> rows;
        for (int i = 0; i < 40'000; ++i) {
            const QString number = QString::number(i);
            rows.append({u"“किराया” "_s + number, u"x\"\n"_s + number});
            bytes += "\"“किराया” " + number.toUtf8() + "\",\"x\"\"\n" + number.toUtf8() + "\"\r\n";
        }
        QVERIFY(bytes.size() > 4 * 256 * 1024);
        const Content content = csv(bytes);
        QCOMPARE(content.error, QString());
        QCOMPARE(content.rows.size(), rows.size());
        QVERIFY(content.rows == rows);
        QCOMPARE(content.lines.last(), 2 + 2 * 39'999);
    }

    void saysWhichLineIsWrong()
    {
        const Content content = csv("a,b\n1,2\n1\n1,2,3\n\"x\"y,2\n1,2\n");
        QCOMPARE(content.rows.size(), 5);
        QCOMPARE(content.lines, (QList<qint64>{2, 3, 4, 5, 6}));
        QVERIFY(content.problems.at(0).isEmpty());
        QVERIFY2(content.problems.at(1).contains(u'1') && content.problems.at(1).contains(u'2'),
                 qPrintable(content.problems.at(1)));
        QVERIFY(!content.problems.at(2).isEmpty());
        QVERIFY(content.problems.at(3).contains(u"quote"_s));
        QVERIFY(content.problems.at(4).isEmpty());
    }

    void refusesFilesThatAreNoCsv_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("cut in a quoted cell") << QByteArray("a,b\n1,2\n3,\"four\nfive") << u"line 3"_s;
        QTest::newRow("utf-16 with mark") << QByteArray("\xff\xfe"
                                                        "a\0,\0b\0\n\0",
                                                        10)
                                          << u"UTF-16"_s;
        QTest::newRow("utf-16 without") << QByteArray("a\0,\0b\0\n\0001\0,\0002\0\n\0", 16) << u"UTF-16"_s;
        QTest::newRow("windows-1252") << QByteArray("a,b\n1,2\ncaf\xe9,2\n") << u"Line 3"_s;
        QTest::newRow("cut character") << QByteArray("a,b\n1,\xe0\xa4") << u"UTF-8"_s;
        QTest::newRow("surrogate") << QByteArray("a,b\n1,\xed\xa0\x80\n") << u"UTF-8"_s;
        QTest::newRow("nul") << QByteArray("a,b\n1,2\n3,x\0y\n", 14) << u"NUL"_s;
        QTest::newRow("double names") << QByteArray("a,b,a\n1,2,3\n") << u"“a”"_s;
        QTest::newRow("names that are equal but for blanks") << QByteArray("a,a \n1,2\n") << u"“a”"_s;
        QTest::newRow("nameless column") << QByteArray("a,,b\n1,2,3\n") << u"Column 2"_s;
        QTest::newRow("10,000 columns") << QByteArray("x1" + QByteArray(",y").repeated(9'999) + "\n") << u"2,000"_s;
        QTest::newRow("empty") << QByteArray() << u"empty"_s;
        QTest::newRow("blank") << QByteArray("\n\n") << u"names"_s;
        QTest::newRow("workbook") << QByteArray("PK\x03\x04xxxx") << u"workbook"_s;
        QTest::newRow("old workbook") << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") << u".xls"_s;
        QTest::newRow("database") << QByteArray("SQLite format 3\0", 16) << u"database"_s;
    }
    void refusesFilesThatAreNoCsv()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const Content content = csv(bytes);
        QVERIFY2(content.error.contains(says), qPrintable(content.error));
    }

    void readsNoMoreOfAnEndlessLineThanItMust_data()
    {
        QTest::addColumn<char>("letter");
        QTest::newRow("one cell") << 'x';
        QTest::newRow("one quoted cell") << '"';
    }
    void readsNoMoreOfAnEndlessLineThanItMust()
    {
        QFETCH(char, letter);
        // 200 MB that take no room: what is read is made up on the way.
        class Endless final : public QIODevice
        {
        public:
            explicit Endless(char first) : m_first(first) { }
            qint64 size() const override { return 200'000'000; }
            bool isSequential() const override { return true; }
            bool atEnd() const override { return m_given >= size(); }

        protected:
            qint64 readData(char *data, qint64 length) override
            {
                const qint64 count = qMin(length, size() - m_given);
                memset(data, 'x', size_t(count));
                if (m_given == 0)
                    memcpy(data, "a\n", 2), data[2] = m_first;
                m_given += count;
                return count;
            }
            qint64 writeData(const char *, qint64) override { return -1; }

        private:
            char m_first;
            qint64 m_given = 0;
        };
        const Content content = contentOf([letter]() -> Result<std::unique_ptr<RowSource>> {
            auto device = std::make_unique<Endless>(letter);
            device->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
            return std::unique_ptr<RowSource>(std::make_unique<CsvReader>(std::move(device)));
        });
        QVERIFY2(content.error.contains(u"Line 2"_s), qPrintable(content.error));
        QVERIFY2(content.read < 20'000'000, qPrintable(QString::number(content.read)));
    }

    void readsJsonInBothForms()
    {
        const QByteArray first =
            "{\"id\": 1, \"price\": 12345678901234567.89, \"tags\": [\"a\", {\"b\": null}], \"on\": true}";
        const QByteArray second =
            "{\"name\": \"किराया \\\"x\\\" \\u20b9 \\ud83c\\udfe0\", \"id\": null, \"empty\": \"\"}";
        const QList<QStringList> rows{
            {u"1"_s, u"12345678901234567.89"_s, u"[\"a\", {\"b\": null}]"_s, u"true"_s, u"-"_s, u"-"_s},
            {u"~"_s, u"-"_s, u"-"_s, u"-"_s, u"किराया \"x\" ₹ 🏠"_s, u""_s}};
        for (const TransferFormat format : {TransferFormat::Json, TransferFormat::JsonLines}) {
            const QByteArray bytes =
                format == TransferFormat::Json ? "[" + first + ",\n" + second + "]\n" : first + "\n" + second + "\n";
            const Content content = contentOf(rowSourceOf(bytes, {format, 0, {}}));
            QCOMPARE(content.error, QString());
            QCOMPARE(content.names, (QStringList{u"id"_s, u"price"_s, u"tags"_s, u"on"_s, u"name"_s, u"empty"_s}));
            QCOMPARE(content.rows, rows);
        }
    }

    void refusesWhatIsNoJsonOfRows_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut in a text") << QByteArray("[{\"a\": \"x");
        QTest::newRow("cut between rows") << QByteArray("[{\"a\": 1},");
        QTest::newRow("cut at the end") << QByteArray("[{\"a\": 1}");
        QTest::newRow("no list") << QByteArray("{\"a\": 1}");
        QTest::newRow("list of numbers") << QByteArray("[1, 2]");
        QTest::newRow("no comma") << QByteArray("[{\"a\": 1} {\"a\": 2}]");
        QTest::newRow("comma at the end") << QByteArray("[{\"a\": 1},]");
        QTest::newRow("more behind") << QByteArray("[{\"a\": 1}] x");
        QTest::newRow("no rows") << QByteArray("[]");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("bare key") << QByteArray("[{a: 1}]");
        QTest::newRow("bad number") << QByteArray("[{\"a\": 01}]");
        QTest::newRow("bad word") << QByteArray("[{\"a\": nil}]");
        QTest::newRow("bad escape") << QByteArray("[{\"a\": \"\\x\"}]");
        QTest::newRow("lone surrogate") << QByteArray("[{\"a\": \"\\ud83c\"}]");
        QTest::newRow("bad inside") << QByteArray("[{\"a\": [1,,2]}]");
        QTest::newRow("line break in a text") << QByteArray("[{\"a\": \"x\ny\"}]");
        QTest::newRow("utf-16") << QByteArray("\xff\xfe[\0{\0", 6);
        QTest::newRow("windows-1252") << QByteArray("[{\"a\": \"caf\xe9\"}]");
        QTest::newRow("nul") << QByteArray("[{\"a\": \"x\0y\"}]", 13);
        QTest::newRow("deep") << "[{\"a\":" + QByteArray("[").repeated(100'000);
        QTest::newRow("equal names") << QByteArray("[{\"a\": 1, \" a\": 2}]");
    }
    void refusesWhatIsNoJsonOfRows()
    {
        QFETCH(QByteArray, bytes);
        const Content content = contentOf(rowSourceOf(bytes, {TransferFormat::Json, 0, {}}));
        QVERIFY(!content.error.isEmpty());
    }

    void saysThatAKeyIsThereTwice()
    {
        const Content content =
            contentOf(rowSourceOf(QByteArray("{\"a\": 1, \"a\": 2}"), {TransferFormat::JsonLines, 0, {}}));
        QCOMPARE(content.problems.size(), 1);
        QVERIFY(content.problems.first().contains(u"“a”"_s));
    }

    void writesAndReadsWorkbooks()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"rows.xlsx"_s);
        const auto column = [](const QString &name, ColumnType type) {
            Column made;
            made.name = name;
            made.type = type;
            return made;
        };
        const QList<Column> columns{column(u"id"_s, ColumnType::Integer),    column(u"title"_s, ColumnType::Text),
                                    column(u"price"_s, ColumnType::Numeric), column(u"on"_s, ColumnType::Boolean),
                                    column(u"day"_s, ColumnType::Date),      column(u"at"_s, ColumnType::DateTime),
                                    column(u"area"_s, ColumnType::Float)};
        const auto value = [](const char *text) { return Value(QString::fromUtf8(text)); };
        const QList<Row> rows{{value("1"), value("=1+1"), value("25000.50"), value("true"), value("2025-12-31"),
                               value("2025-12-31 18:30:00.000000+00:00"), value("0.1")},
                              {value("12345678901234567"), value(" किराया <&> \"x\"\nline"), value("-1.00"),
                               value("false"), value("1850-01-01"), value("2025-12-31 18:30:00.123456+00:00"),
                               value("Infinity")},
                              {value("3"), value("_x0041_ \x01"), Value::null(), Value::null(), Value::null(),
                               value("2025-06-01 00:00:00.250000+00:00"), value("1e300")}};
        XlsxFileWriter writer(path);
        writer.setRowsPerSheet(3); // the heading and two rows
        QVERIFY(writer.begin(u"some/table:with a name that is far too long"_s, columns));
        for (const Row &row : rows)
            QVERIFY(writer.add(row));
        QVERIFY(writer.finish());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const Content content = xlsx(bytes);
        QCOMPARE(content.error, QString());
        QCOMPARE(content.names.size(), 7);
        QCOMPARE(content.rows.size(), 3);
        QCOMPARE(content.rows.at(0),
                 (QStringList{u"1"_s, u"=1+1"_s, u"25000.5"_s, u"true"_s, u"2025-12-31"_s, u"2026-01-01"_s,
                              u"0.1"_s})); // midnight in India
        QCOMPARE(content.rows.at(1),
                 (QStringList{u"12345678901234567"_s, u" किराया <&> \"x\"\nline"_s, u"-1"_s, u"false"_s,
                              u"1850-01-01"_s, u"2025-12-31 18:30:00.123456+00:00"_s, u"Infinity"_s}));
        QCOMPARE(content.rows.at(2).at(5), u"2025-06-01 05:30:00.250"_s);
        QCOMPARE(content.rows.at(2).at(1), u"_x0041_ \x01"_s);
        // The second sheet alone, by its name.
        const Content second = xlsx(bytes, u"some_table_with a name that i 2"_s);
        QCOMPARE(second.error, QString());
        QCOMPARE(second.rows.size(), 1);
        QVERIFY(xlsx(bytes, u"None"_s).error.contains(u"None"_s));
    }

    void readsWorkbooksOfSpreadsheets()
    {
        const QByteArray styles = "<numFmts><numFmt numFmtId='170' formatCode='dd/mm/yyyy'/>"
                                  "<numFmt numFmtId='171' formatCode='0.00\" days\"'/></numFmts>"
                                  "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                                  "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/>"
                                  "<xf numFmtId='171'/></cellXfs>";
        const QByteArray texts = "<si><t>name</t></si><si><r><t>two </t></r><r><t>runs</t></r></si>";
        const QByteArray rows = "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='inlineStr'><is><t>day</t></is></c>"
                                "<c r='C2' t='str'><v>other</v></c></row><row r='3'/>"
                                "<row r='5'><c r='A5' t='s'><v>1</v></c><c r='B5' s='1'><v>45000</v></c>"
                                "<c r='C5' s='2'><f>NOW()</f><v>45000.5</v></c></row>"
                                "<row r='6'><c r='B6' s='3'><v>45000</v></c><c r='C6' t='e'><v>#N/A</v></c></row>"
                                "<row r='7'><c r='A7'><v>0.10000000000000001</v></c><c r='C7' t='b'><v>1</v></c></row>";
        const Content content = xlsx(bookOf(rows, styles, texts));
        QCOMPARE(content.error, QString());
        QCOMPARE(content.names, (QStringList{u"name"_s, u"day"_s, u"other"_s}));
        QCOMPARE(content.lines, (QList<qint64>{5, 6, 7}));
        QCOMPARE(content.rows.at(0), (QStringList{u"two runs"_s, u"2023-03-15"_s, u"2023-03-15 12:00:00"_s}));
        QCOMPARE(content.rows.at(1), (QStringList{u"~"_s, u"45000"_s, u"#N/A"_s}));
        QCOMPARE(content.rows.at(2), (QStringList{u"0.1"_s, u"~"_s, u"true"_s}));
        const Content old =
            xlsx(bookOf("<row><c t='inlineStr'><is><t>d</t></is></c></row><row><c s='1'><v>0</v></c></row>", styles, {},
                        "<workbookPr date1904='1'/>"));
        QCOMPARE(old.rows.value(0), QStringList{u"1904-01-01"_s});
    }

    void knowsFormatsOfDates_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("isDate");
        QTest::newRow("day") << u"dd/mm/yyyy"_s << true;
        QTest::newRow("time") << u"hh:mm AM/PM"_s << true;
        QTest::newRow("hours that run on") << u"[h]:mm"_s << true;
        QTest::newRow("country") << u"[$-409]d-mmm-yy;@"_s << true;
        QTest::newRow("general") << u"General"_s << false;
        QTest::newRow("money") << u"\"Rs\" #,##0.00"_s << false;
        QTest::newRow("colour") << u"[Red]0.00"_s << false;
        QTest::newRow("escaped") << u"0\\d"_s << false;
    }
    void knowsFormatsOfDates()
    {
        QFETCH(QString, format);
        QFETCH(bool, isDate);
        QCOMPARE(isDateFormat(format), isDate);
    }

    void refusesWorkbooksThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray row = "<row><c t='inlineStr'><is><t>a</t></is></c></row>";
        const QByteArray good = bookOf(row + row.repeated(2000));
        QTest::newRow("text") << QByteArray("a,b\n1,2\n");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("protected") << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xxxx");
        QTest::newRow("cut") << good.first(good.size() / 2);
        QTest::newRow("another archive") << archiveOf({{"readme.txt", "hello"}});
        QTest::newRow("no sheet") << archiveOf(
            {{"xl/workbook.xml", "<workbook/>"}, {"xl/_rels/workbook.xml.rels", "<R/>"}});
        QTest::newRow("sheet that is not there")
            << archiveOf({{"xl/workbook.xml", "<workbook><sheets><sheet name='a' id='x'/></sheets></workbook>"},
                          {"xl/_rels/workbook.xml.rels", "<R/>"}});
        QTest::newRow("empty sheet") << bookOf("");
        QTest::newRow("no XML") << bookOf("<row><c>");
        QTest::newRow("declarations") << archiveOf(
            {{"xl/workbook.xml", "<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><workbook>&b;</workbook>"},
             {"xl/_rels/workbook.xml.rels", "<R/>"}});
        QTest::newRow("double names") << bookOf(
            "<row><c t='inlineStr'><is><t>a</t></is></c><c t='inlineStr'><is><t>a</t></is></c></row>");
        QTest::newRow("10,000 columns") << bookOf(
            "<row>" + QByteArray("<c t='inlineStr'><is><t>a</t></is></c>").repeated(10'000) + "</row>");
        QByteArray damaged = good;
        for (qsizetype i = damaged.indexOf("s.xml") + 20; i < damaged.size() / 2; i += 7)
            damaged[i] = char(damaged.at(i) ^ 0x55);
        QTest::newRow("damaged") << damaged;
    }
    void refusesWorkbooksThatAreNone()
    {
        QFETCH(QByteArray, bytes);
        const Content content = xlsx(bytes);
        QVERIFY(!content.error.isEmpty());
    }

    void refusesBombs_data()
    {
        QTest::addColumn<bool>("lies");
        QTest::newRow("as the directory says") << false;
        QTest::newRow("whatever the directory says") << true;
    }
    void refusesBombs()
    {
        QFETCH(bool, lies);
        const QByteArray cell = "<row><c t='inlineStr'><is><t>a</t></is></c></row>";
        QByteArray bomb = bookOf(cell + QByteArray(200'000'000, ' '));
        QVERIFY(bomb.size() < 1'000'000);
        if (lies) {
            // The sizes of the part, in its own header and in the directory.
            quint32 size =
                quint32(cell.size() + 200'000'000 + qstrlen("<worksheet><sheetData></sheetData></worksheet>"));
            const QByteArray real(reinterpret_cast<const char *>(&size), 4);
            size = 1000;
            const QByteArray small(reinterpret_cast<const char *>(&size), 4);
            QVERIFY(bomb.contains(real));
            bomb.replace(real, small);
        }
        const Content content = xlsx(bomb);
        QVERIFY2(!content.error.isEmpty(), qPrintable(QString::number(content.rows.size())));
        QVERIFY(content.rows.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_RowSources)
#include "tst_rowsources.moc"
