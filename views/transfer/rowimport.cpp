// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowimport.h"

#include "database/databasesession.h"
#include "records/changeauthor.h"
#include "records/journalstore.h"
#include "support/indianformat.h"
#include "support/workprogress.h"
#include "transfer/importer.h"
#include "transfer/importpreview.h"
#include "transfer/rowsourcefile.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr qsizetype previewedRows = 20;
constexpr qsizetype shownSamples = 3;
constexpr qsizetype longestSample = 40;

QList<ImportMappingListModel::Entry> entriesOf(const ImportPreview &preview)
{
    QList<ImportMappingListModel::Entry> entries;
    for (qsizetype column = 0; column < preview.names.size(); ++column) {
        QStringList samples;
        QString problem;
        for (const QList<PreviewCell> &row : preview.rows) {
            const PreviewCell cell = row.value(column);
            if (problem.isEmpty())
                problem = cell.problem;
            if (samples.size() < shownSamples && !cell.text.isEmpty())
                samples.append(cell.text.size() > longestSample ? cell.text.first(longestSample) + u'…' : cell.text);
        }
        entries.append({samples.join(u" · "_s), problem});
    }
    return entries;
}

QString number(qint64 value)
{
    return groupedIndian(QString::number(value));
}

} // namespace

RowImport::RowImport(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) { }

RowImport::~RowImport()
{
    cancel();
}

void RowImport::setSession(DatabaseSession *session, const QString &whyNot)
{
    // The same database, seen anew: a file that is looked at stays.
    const bool isSame = session && session == m_session && m_live && m_live->table(m_plan.table);
    if (!isSame)
        close();
    m_session = session;
    m_live = session ? session->schema() : nullptr;
    m_whyNot = whyNot;
    emit changed();
}

void RowImport::setStaff(const std::optional<StaffMember> &staff, bool needed)
{
    m_staff = staff;
    m_staffNeeded = needed;
    emit changed();
}

const LiveTable *RowImport::table() const
{
    return m_live ? m_live->table(m_plan.table) : nullptr;
}

QString RowImport::fileName() const
{
    return QFileInfo(m_path).fileName();
}

QString RowImport::tableLabel() const
{
    return table() ? table()->table.label : QString();
}

QStringList RowImport::modeLabels() const
{
    return {tr("Add as new rows"), tr("Change rows that are there"), tr("Change or add")};
}

QList<QStringList> RowImport::keys() const
{
    QList<QStringList> keys;
    if (!table())
        return keys;
    keys.append(table()->table.primaryKey);
    for (const UniqueKey &key : table()->table.uniqueKeys) {
        // A key of some rows only does not find the others.
        if (key.where.isEmpty())
            keys.append(key.columns);
    }
    return keys;
}

QStringList RowImport::keyLabels() const
{
    QStringList labels;
    if (!table())
        return labels;
    const auto labelOf = [this](const QStringList &columns) {
        QStringList parts;
        for (const QString &name : columns)
            parts.append(table()->table.column(name) ? table()->table.column(name)->label : name);
        return parts.join(u" + "_s);
    };
    for (const QStringList &key : keys())
        labels.append(labelOf(key));
    return labels;
}

QStringList RowImport::dateLabels() const
{
    return {tr("As the column tells"), tr("Day first"), tr("Month first")};
}

bool RowImport::needsReason() const
{
    return table() && table()->table.needsReason;
}

void RowImport::setStep(Step step)
{
    m_step = step;
    emit changed();
}

void RowImport::openFile(const QUrl &file, const QString &table)
{
    close();
    m_path = file.isLocalFile() ? file.toLocalFile() : file.toString();
    m_plan.table = table;
    if (!m_session || !this->table())
        return;
    if (!m_whyNot.isEmpty()) {
        m_errorText = m_whyNot;
        setStep(Step::Reading);
        return;
    }
    const std::optional<TransferFormat> format = transferFormatOf(m_path);
    if (!format || *format == TransferFormat::Sql) {
        m_errorText =
            tr("%1 is none of the files that can be imported: CSV, Excel workbook, JSON, JSON Lines. Its name "
               "has to end in .csv, .tsv, .txt, .xlsx, .json or .jsonl.")
                .arg(fileName());
        setStep(Step::Reading);
        return;
    }
    m_plan.format = *format;
    readPreview(true);
}

void RowImport::readPreview(bool proposes)
{
    cancel();
    m_token = std::make_shared<WorkToken>();
    if (proposes)
        setStep(Step::Reading);
    m_session->transfer()
        .run([live = m_live, plan = m_plan, source = rowSourceOf(m_path, ReadStyle{m_plan.format, 0, {}})](
                 Connection &) { return previewImport(*live, plan, source, previewedRows); },
             m_token)
        .then(this, [this, token = m_token](const Result<ImportPreview> &preview) {
            if (m_token != token)
                return;
            m_token.reset();
            takePreview(preview);
        });
}

void RowImport::takePreview(const Result<ImportPreview> &preview)
{
    if (!preview) {
        m_errorText = preview.error().userText;
        emit changed();
        return;
    }
    m_mappingProblem = preview->problem;
    if (m_step == Step::Reading) {
        m_plan.mapping = preview->mapping;
        m_mapping.reset(*table(), m_plan.mapping, entriesOf(*preview));
        setStep(Step::Mapping);
        return;
    }
    m_mapping.update(m_plan.mapping, entriesOf(*preview));
    emit changed();
}

void RowImport::setColumn(int row, int choice)
{
    if (row < 0 || row >= m_plan.mapping.size() || (m_step != Step::Mapping && m_step != Step::Tried))
        return;
    MappedColumn &mapped = m_plan.mapping[row];
    if (mapped.column == m_mapping.columnOf(choice))
        return;
    mapped.column = m_mapping.columnOf(choice);
    replan();
    readPreview(false);
}

void RowImport::replan()
{
    m_errorText.clear();
    m_report = {};
    m_problems.setProblems(nullptr, {});
    setStep(Step::Mapping);
}

void RowImport::setModeIndex(int index)
{
    if (index == modeIndex() || index < 0 || index >= modeLabels().size())
        return;
    m_plan.mode = ImportMode(index);
    replan();
}

void RowImport::setKeyIndex(int index)
{
    if (index == m_keyIndex || index < 0 || index >= keys().size())
        return;
    m_keyIndex = index;
    m_plan.keyColumns = keys().at(index);
    replan();
}

void RowImport::setDateIndex(int index)
{
    if (index == dateIndex() || index < 0 || index >= dateLabels().size())
        return;
    m_plan.dateOrder = DateOrder(index);
    replan();
    readPreview(false);
}

void RowImport::setKeepsGood(bool keeps)
{
    m_plan.keepsGood = keeps;
    emit changed();
}

void RowImport::tryOut()
{
    if (m_step == Step::Mapping || m_step == Step::Tried)
        run(true, {});
}

void RowImport::importNow(const QString &reason)
{
    if (!isImportable())
        return;
    if (isStaffMissing()) {
        m_errorText = tr("On a server a change names who makes it. Choose who you are and import again.");
        emit changed();
        return;
    }
    run(false, reason);
}

void RowImport::run(bool isDryRun, const QString &reason)
{
    if (!m_session || !m_session->writer() || !m_whyNot.isEmpty())
        return;
    const Result<ChangeHeader> begun = beginChange(m_staff, m_clock.now(), u"import"_s, reason);
    if (!begun) {
        m_errorText = begun.error().userText;
        emit changed();
        return;
    }
    cancel();
    m_errorText.clear();
    m_report = {};
    m_problems.setProblems(nullptr, {});
    m_progress = {};
    m_token = std::make_shared<WorkToken>();
    setStep(isDryRun ? Step::Trying : Step::Importing);
    emit progressed();
    ImportPlan plan = m_plan;
    plan.isDryRun = isDryRun;
    const auto progress =
        progressFor<ImportProgress>(this, m_token, [this, token = m_token](const ImportProgress &told) {
            if (m_token != token)
                return;
            m_progress = told;
            emit progressed();
        });
    m_session->writer()
        ->run(
            [live = m_live, plan, header = *begun, progress,
             source = rowSourceOf(m_path, ReadStyle{m_plan.format, 0, {}})](
                Connection &connection) mutable -> Result<ImportReport> {
                const Result<QString> role = databaseRole(connection);
                if (!role)
                    return role.error();
                header.role = *role;
                return importRows(connection, *live, plan, source, header, progress);
            },
            m_token)
        .then(this, [this, token = m_token, isDryRun, id = begun->changeId](const Result<ImportReport> &report) {
            if (m_token != token)
                return;
            m_token.reset();
            takeReport(report, isDryRun, id);
        });
}

void RowImport::takeReport(const Result<ImportReport> &report, bool isDryRun, const QString &changeId)
{
    if (!report) {
        m_errorText = report.error().kind == ErrorKind::Cancelled ? tr("It was stopped. Nothing was written.")
                                                                  : report.error().userText;
        setStep(Step::Mapping);
        return;
    }
    m_report = *report;
    m_problems.setProblems(table(), m_report.problems);
    if (m_report.state == ImportReport::State::Unknown) {
        resolve(changeId);
        return;
    }
    if (!isDryRun && m_report.state == ImportReport::State::Written) {
        finish();
        return;
    }
    if (!isDryRun)
        m_errorText = tr("Nothing was written. The rows with problems are listed below.");
    setStep(Step::Tried);
}

void RowImport::resolve(const QString &changeId)
{
    m_token = std::make_shared<WorkToken>();
    m_session->details()
        .run(
            [changeId, live = m_live](Connection &connection) -> Result<bool> {
                const Result<std::unique_ptr<JournalStore>> journal = JournalStore::open(*live);
                if (!journal)
                    return journal.error();
                return (*journal)->wasCommitted(connection, *live, changeId);
            },
            m_token)
        .then(this, [this, token = m_token](const Result<bool> &happened) {
            if (m_token != token)
                return;
            m_token.reset();
            if (happened && *happened) {
                finish();
                return;
            }
            m_report = {};
            m_errorText = happened
                ? tr("The connection was lost before the import was committed. Nothing was written; try again.")
                : tr("The connection was lost while it was committed, and the journal cannot be asked now: %1 The "
                     "History says later whether it holds this import; look before you import again.")
                      .arg(happened.error().userText);
            setStep(Step::Mapping);
        });
}

void RowImport::finish()
{
    const QString sentence = tr("%1 imported. %2").arg(fileName(), summary());
    close();
    emit imported(sentence);
}

void RowImport::cancel()
{
    if (m_session && m_token) {
        m_session->transfer().cancel(m_token);
        if (m_session->writer())
            m_session->writer()->cancel(m_token);
    }
}

void RowImport::close()
{
    cancel();
    m_token.reset();
    m_path.clear();
    m_plan = {};
    m_keyIndex = 0;
    m_errorText.clear();
    m_mappingProblem.clear();
    m_mapping.clear();
    m_problems.setProblems(nullptr, {});
    m_report = {};
    setStep(Step::Closed);
}

QString RowImport::summary() const
{
    return tr("%1 rows: %2 new, %3 changed, %4 as they were, %5 with problems.")
        .arg(number(m_report.rows), number(m_report.inserted), number(m_report.updated), number(m_report.unchanged),
             number(m_report.refused));
}

bool RowImport::isImportable() const
{
    const bool isClean = m_report.refused == 0 || m_plan.keepsGood;
    return m_step == Step::Tried && isClean && m_report.inserted + m_report.updated > 0;
}

QString RowImport::progressText() const
{
    return m_step == Step::Importing ? tr("Importing, %1 rows").arg(number(m_progress.rows))
                                     : tr("Trying, %1 rows").arg(number(m_progress.rows));
}

qreal RowImport::progress() const
{
    return m_progress.size > 0 ? qMin(1.0, qreal(m_progress.position) / qreal(m_progress.size)) : -1;
}

} // namespace Ghar
