// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowexport.h"

#include "database/databasesession.h"
#include "records/recordtablemodel.h"
#include "support/indianformat.h"
#include "support/workprogress.h"
#include "transfer/exporter.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Ghar {

RowExport::RowExport(RecordTableModel *records, QObject *parent) : QObject(parent), m_records(records) { }

RowExport::~RowExport()
{
    cancel();
}

void RowExport::setSession(DatabaseSession *session)
{
    cancel();
    m_token.reset();
    m_session = session;
    emit changed();
}

void RowExport::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
}

QStringList RowExport::formats() const
{
    return transferFormatNames();
}

QStringList RowExport::formatLabels() const
{
    const auto labelOf = [](TransferFormat format) {
        switch (format) {
        case TransferFormat::Csv:
            return tr("CSV");
        case TransferFormat::Xlsx:
            return tr("Excel workbook");
        case TransferFormat::Json:
            return tr("JSON");
        case TransferFormat::JsonLines:
            return tr("JSON Lines");
        case TransferFormat::Sql:
            return tr("SQL statements");
        }
        Q_UNREACHABLE();
    };
    QStringList labels;
    for (const QString &name : formats())
        labels.append(labelOf(*transferFormatNamed(name)));
    return labels;
}

void RowExport::start(const QUrl &file, const QString &format, bool allColumns, bool byteOrderMark, bool guardFormulas)
{
    const RecordSource *shown = m_records->source();
    const std::optional<TransferFormat> named = transferFormatNamed(format);
    if (!m_session || !shown || isRunning() || !named)
        return;
    QStringList columns = exportableColumns(shown->table);
    if (!allColumns) {
        QStringList kept;
        for (const Column &column : shown->columns) {
            if (columns.contains(column.name))
                kept.append(column.name);
        }
        columns = kept;
    }
    const auto source =
        std::make_shared<const RecordSource>(shown->live, shown->table, shown->query, shown->dialect, columns);
    ExportRequest request;
    request.format = *named;
    request.csv.byteOrderMark = byteOrderMark;
    request.csv.guardsFormulas = guardFormulas;
    request.isMasked = m_privacy == Privacy::Masked;
    const QString path = file.isLocalFile() ? file.toLocalFile() : file.toString();
    m_token = std::make_shared<WorkToken>();
    m_tableLabel = shown->table.table.label;
    m_done = 0;
    m_total = m_records->isExact() ? m_records->count() : -1;
    emit changed();
    const auto progress = progressFor<qint64>(this, m_token, [this, token = m_token](qint64 rows) {
        if (m_token != token)
            return;
        m_done = rows;
        emit changed();
    });
    m_session->transfer()
        .run([source, request, path,
              progress](Connection &connection) { return exportToFile(connection, *source, request, path, progress); },
             m_token)
        .then(this, [this, token = m_token, path](const Result<qint64> &written) {
            if (m_token == token)
                take(written, path);
        });
}

void RowExport::take(const Result<qint64> &written, const QString &path)
{
    m_token.reset();
    emit changed();
    if (written)
        emit ended(
            tr("%n row(s) of %1 are in %2.", nullptr, int(*written)).arg(m_tableLabel, QDir::toNativeSeparators(path)),
            false);
    else if (written.error().kind == ErrorKind::Cancelled)
        emit ended(tr("The export was stopped; nothing was written."), false);
    else
        emit ended(written.error().userText, true);
}

void RowExport::cancel()
{
    if (m_session && m_token)
        m_session->transfer().cancel(m_token);
}

QString RowExport::text() const
{
    return tr("Exporting %1: %2").arg(m_tableLabel, groupedIndian(QString::number(m_done)));
}

qreal RowExport::progress() const
{
    return m_total > 0 ? qMin(1.0, qreal(m_done) / qreal(m_total)) : -1;
}

} // namespace Ghar
