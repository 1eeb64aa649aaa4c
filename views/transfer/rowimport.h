// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "database/databaseworker.h"
#include "database/liveschema.h"
#include "importmappinglistmodel.h"
#include "importproblemlistmodel.h"
#include "records/journal.h"
#include "records/staffmember.h"
#include "transfer/importplan.h"

#include <QObject>
#include <QQmlEngine>
#include <QUrl>

#include <optional>

namespace Ghar {

class DatabaseSession;
struct ImportPreview;

/// The way of a file into a table: its columns are mapped, all of it is tried in the database and taken back, and then
/// it is written as one change with its journal. Reading and trying run on workers; every step can be stopped. Owned by
/// the Desk.
class RowImport : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by the Desk")
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(QString tableLabel READ tableLabel NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(QString mappingProblem READ mappingProblem NOTIFY changed)
    Q_PROPERTY(Ghar::ImportMappingListModel *mapping READ mapping CONSTANT)
    Q_PROPERTY(Ghar::ImportProblemListModel *problems READ problems CONSTANT)
    Q_PROPERTY(QStringList modeLabels READ modeLabels CONSTANT)
    Q_PROPERTY(int modeIndex READ modeIndex WRITE setModeIndex NOTIFY changed)
    Q_PROPERTY(bool keyed READ isKeyed NOTIFY changed)
    Q_PROPERTY(QStringList keyLabels READ keyLabels NOTIFY changed)
    Q_PROPERTY(int keyIndex READ keyIndex WRITE setKeyIndex NOTIFY changed)
    Q_PROPERTY(QStringList dateLabels READ dateLabels CONSTANT)
    Q_PROPERTY(int dateIndex READ dateIndex WRITE setDateIndex NOTIFY changed)
    Q_PROPERTY(bool keepsGood READ keepsGood WRITE setKeepsGood NOTIFY changed)
    Q_PROPERTY(bool needsReason READ needsReason NOTIFY changed)
    Q_PROPERTY(bool staffMissing READ isStaffMissing NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString notices READ notices NOTIFY changed)
    Q_PROPERTY(bool importable READ isImportable NOTIFY changed)
    Q_PROPERTY(QString progressText READ progressText NOTIFY progressed)
    Q_PROPERTY(qreal progress READ progress NOTIFY progressed)

public:
    enum class Step {
        Closed,
        Reading, ///< the names and the first rows
        Mapping, ///< the person says what goes where
        Trying,
        Tried, ///< summary and problems say what would happen
        Importing
    };
    Q_ENUM(Step)

    explicit RowImport(const Clock &clock, QObject *parent = nullptr);
    ~RowImport() override;

    /// `whyNot` says why nothing can be changed; empty when it can. The session must outlive this or be replaced by
    /// nullptr before; what runs is stopped, and then nothing was written.
    void setSession(DatabaseSession *session, const QString &whyNot);
    /// Who imports; `needed` says that nobody may do it without a name.
    void setStaff(const std::optional<StaffMember> &staff, bool needed);

    /// Reads the beginning of a file for this table and proposes where its columns go.
    Q_INVOKABLE void openFile(const QUrl &file, const QString &table);
    /// Gives a column of the file another place; an index of mapping()->choices.
    Q_INVOKABLE void setColumn(int row, int choice);
    /// Does everything in the database and takes it back: what would happen, row by row.
    Q_INVOKABLE void tryOut();
    /// Writes what was tried; imported() follows, or the problems say why not.
    Q_INVOKABLE void importNow(const QString &reason);
    /// Stops what runs; nothing is written.
    Q_INVOKABLE void cancel();
    /// Forgets the file.
    Q_INVOKABLE void close();

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString tableLabel() const;
    /// Why the file cannot be read, or the last step was not done.
    [[nodiscard]] QString errorText() const { return m_errorText; }
    /// Why it cannot be imported with this mapping.
    [[nodiscard]] QString mappingProblem() const { return m_mappingProblem; }
    [[nodiscard]] ImportMappingListModel *mapping() { return &m_mapping; }
    [[nodiscard]] ImportProblemListModel *problems() { return &m_problems; }
    [[nodiscard]] QStringList modeLabels() const;
    [[nodiscard]] int modeIndex() const { return int(m_plan.mode); }
    void setModeIndex(int index);
    /// Rows are found by a key.
    [[nodiscard]] bool isKeyed() const { return m_plan.mode != ImportMode::Insert; }
    [[nodiscard]] QStringList keyLabels() const;
    [[nodiscard]] int keyIndex() const { return m_keyIndex; }
    void setKeyIndex(int index);
    [[nodiscard]] QStringList dateLabels() const;
    [[nodiscard]] int dateIndex() const { return int(m_plan.dateOrder); }
    void setDateIndex(int index);
    [[nodiscard]] bool keepsGood() const { return m_plan.keepsGood; }
    void setKeepsGood(bool keeps);
    [[nodiscard]] bool needsReason() const;
    [[nodiscard]] bool isStaffMissing() const { return m_staffNeeded && !m_staff; }
    /// What the last try found, in words.
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString notices() const { return m_report.notices.join(u'\n'); }
    /// It was tried, and there is something to write.
    [[nodiscard]] bool isImportable() const;
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] qreal progress() const;

signals:
    void changed();
    void progressed();
    void imported(const QString &sentence);

private:
    [[nodiscard]] const LiveTable *table() const;
    /// What rows can be found by: the primary key, then the unique keys of all rows.
    [[nodiscard]] QList<QStringList> keys() const;
    void setStep(Step step);
    /// Another mapping, mode or key: what was tried says nothing any more.
    void replan();
    void readPreview(bool proposes);
    void takePreview(const Result<ImportPreview> &preview);
    void run(bool isDryRun, const QString &reason);
    void takeReport(const Result<ImportReport> &report, bool isDryRun, const QString &changeId);
    /// After a COMMIT without an answer: asks the journal.
    void resolve(const QString &changeId);
    void finish();

    const Clock m_clock;
    DatabaseSession *m_session = nullptr;
    LiveSchemaPtr m_live;
    QString m_whyNot;
    std::optional<StaffMember> m_staff;
    bool m_staffNeeded = false;
    QString m_path;
    ImportPlan m_plan;
    int m_keyIndex = 0;
    Step m_step = Step::Closed;
    QString m_errorText;
    QString m_mappingProblem;
    ImportMappingListModel m_mapping;
    ImportProblemListModel m_problems;
    ImportReport m_report;
    ImportProgress m_progress;
    WorkTokenPtr m_token;
};

} // namespace Ghar
