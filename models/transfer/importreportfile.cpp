// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importreportfile.h"

#include "core/csvtext.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportReportFile)
};

} // namespace

QString nameOf(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Inserted:
        return u"inserted"_s;
    case ImportOutcome::Updated:
        return u"updated"_s;
    case ImportOutcome::Unchanged:
        return u"unchanged"_s;
    case ImportOutcome::Refused:
        break;
    }
    return u"refused"_s;
}

Result<std::unique_ptr<ImportReportFile>> ImportReportFile::open(const QString &path)
{
    std::unique_ptr<ImportReportFile> report(new ImportReportFile(path));
    if (!report->m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)
        || !report->m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return Error{ErrorKind::Permission,
                     Text::tr("The report %1 cannot be written: %2. Nothing was imported.")
                         .arg(QDir::toNativeSeparators(path), report->m_file.errorString()),
                     report->m_file.errorString()};
    report->m_bytes = "row,line,outcome,key,column,problem\r\n";
    return report;
}

Result<void> ImportReportFile::add(const ImportRow &row)
{
    const QStringList fields{
        QString::number(row.number), QString::number(row.line), nameOf(row.outcome), csvField(row.key), row.column,
        csvField(row.sentence)};
    m_bytes += fields.join(u',').toUtf8() + "\r\n";
    return pass(256 * 1024);
}

Result<void> ImportReportFile::finish()
{
    if (const Result<void> passed = pass(0); !passed)
        return passed;
    m_file.close();
    return {};
}

Result<void> ImportReportFile::pass(qsizetype atLeast)
{
    if (m_bytes.size() < atLeast)
        return {};
    if (m_file.write(m_bytes) != m_bytes.size() || !m_file.flush())
        return Error{
            ErrorKind::DiskFull,
            Text::tr("The report could not be written to its end: %1. Nothing was imported.").arg(m_file.errorString()),
            m_file.errorString()};
    m_bytes.resize(0);
    return {};
}

} // namespace Ghar
