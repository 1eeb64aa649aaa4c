// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "fieldedit.h"
#include "fieldlistmodel.h"
#include "historylistmodel.h"
#include "records/changeset.h"
#include "relationlistmodel.h"

#include <QObject>
#include <QQmlEngine>

namespace Ghar {

class DatabaseSession;

/// One row in full: its fields, the labels of the rows it refers to, and the rows that refer to it.
class RecordInspector : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a TableBrowser")
    Q_PROPERTY(QString title READ title NOTIFY recordChanged)
    Q_PROPERTY(QString tableName READ tableName NOTIFY recordChanged)
    Q_PROPERTY(QString tableLabel READ tableLabel NOTIFY recordChanged)
    Q_PROPERTY(QString keyText READ keyText NOTIFY recordChanged)
    Q_PROPERTY(State state READ state NOTIFY recordChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY recordChanged)
    Q_PROPERTY(bool removed READ isRemoved NOTIFY recordChanged)
    Q_PROPERTY(bool isNew READ isNew NOTIFY recordChanged)
    Q_PROPERTY(Ghar::FieldEdit *edit READ edit CONSTANT)
    Q_PROPERTY(Ghar::FieldListModel *fields READ fields CONSTANT)
    Q_PROPERTY(Ghar::HistoryListModel *history READ history CONSTANT)
    Q_PROPERTY(QString historyError READ historyError NOTIFY historyChanged)
    Q_PROPERTY(Ghar::RelationListModel *relations READ relations CONSTANT)

public:
    enum class State { Empty, Loading, Ready, Gone, Failed };
    Q_ENUM(State)

    explicit RecordInspector(QObject *parent = nullptr);

    /// The session must outlive the inspector or be replaced by nullptr before.
    void setSession(DatabaseSession *session);
    void setPrivacy(Privacy privacy);
    /// Where edits are staged; it must outlive the inspector.
    void setChanges(ChangeSet *changes);
    /// Shows the row with this primary key. What was shown stays until the new row is here.
    void show(const QString &table, const Row &primaryKey);
    /// Shows a new row that is staged under this id.
    void showNew(const QString &table, const QString &id);
    Q_INVOKABLE void clear();
    /// Opens or closes a relation of the list.
    Q_INVOKABLE void toggleRelation(int entry);
    /// Reads what the journal tells of the row.
    Q_INVOKABLE void readHistory();
    /// Stages the values from before the change that an entry of the history belongs to: a new change, to be reviewed.
    Q_INVOKABLE void revertTo(int entry);
    /// Gives edit() a field of the row that is shown; false when it cannot be edited, or is masked.
    Q_INVOKABLE bool beginEdit(const QString &column);
    /// Stages a new value of a field, as typed. Returns an empty text, or the rule that the value breaks.
    Q_INVOKABLE QString setField(const QString &column, const QString &input);
    Q_INVOKABLE QString setFieldNull(const QString &column);
    Q_INVOKABLE void setFieldDefault(const QString &column);
    /// Takes back what is staged for a field.
    Q_INVOKABLE void revertField(const QString &column);
    /// Stages the deletion of the row, or takes it back.
    Q_INVOKABLE void toggleRemoval();
    /// Reads the row again, as after a commit.
    void refresh();
    /// Every field as JSON text.
    Q_INVOKABLE QString asJson() const;

    [[nodiscard]] QString title() const { return labelText(m_title, m_privacy); }
    [[nodiscard]] QString tableName() const { return m_table ? m_table->table.name : QString(); }
    [[nodiscard]] QString tableLabel() const { return m_table ? m_table->table.labelOne : QString(); }
    [[nodiscard]] QString keyText() const;
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] bool isRemoved() const;
    [[nodiscard]] bool isNew() const { return !m_newId.isEmpty(); }
    [[nodiscard]] FieldEdit *edit() { return &m_edit; }
    [[nodiscard]] FieldListModel *fields() { return &m_fields; }
    [[nodiscard]] HistoryListModel *history() { return &m_history; }
    [[nodiscard]] QString historyError() const { return m_historyError; }
    [[nodiscard]] RelationListModel *relations() { return &m_relations; }

signals:
    void recordChanged();
    void historyChanged();

private:
    struct Details
    {
        OriginalRow original;
        Row row;
        RowLabel title;
        QHash<QString, RowLabel> links; ///< column -> label
        QList<Relation> relations;
    };

    static Result<std::optional<Details>> read(Connection &connection, const LiveSchemaPtr &live,
                                               const LiveTable &table, const Row &primaryKey);
    [[nodiscard]] const StagedRow *staged() const;
    void showStaged();
    void showProblems();
    /// Reads what the rows are called that staged keys lead to.
    void readStagedLinks();
    void setState(State state, const QString &errorText = {});

    DatabaseSession *m_session = nullptr;
    const LiveTable *m_table = nullptr;
    LiveSchemaPtr m_live;
    Row m_key;
    QString m_newId; ///< of a new row; empty otherwise
    FieldEdit m_edit;
    bool m_toGo = false; ///< its deletion was staged here
    Row m_row;
    OriginalRow m_original;
    ChangeSet *m_changes = nullptr;
    RowLabel m_title;
    QString m_errorText;
    State m_state = State::Empty;
    Privacy m_privacy = Privacy::Masked;
    quint64 m_generation = 0;
    FieldListModel m_fields;
    RelationListModel m_relations;
    HistoryListModel m_history;
    QString m_historyError;
};

} // namespace Ghar
