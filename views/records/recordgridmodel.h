// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/recordtablemodel.h"
#include "records/stagedrow.h"
#include "support/cellformatter.h"

#include <QHash>
#include <QIdentityProxyModel>
#include <QSet>
#include <QTimer>

namespace Ghar {

class ChangeSet;
class DatabaseSession;

/// A RecordTableModel as the grid shows it: formatted texts, kinds and tones, and foreign keys by the label of the row
/// they lead to, which is fetched once per visible key.
class RecordGridModel : public QIdentityProxyModel
{
    Q_OBJECT

public:
    explicit RecordGridModel(RecordTableModel *records, QObject *parent = nullptr);

    /// Forgets labels; the session must outlive the model or be replaced by nullptr before.
    void setSession(DatabaseSession *session);
    void setPrivacy(Privacy privacy);
    /// Staged values are shown in the place of those that were read; the set must outlive the model.
    void setChanges(ChangeSet *changes);
    /// The label of the row a foreign key value leads to, or empty while it is not known.
    [[nodiscard]] QString linkLabel(const QString &table, const Value &key) const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    using LabelKey = std::pair<QString, QString>; ///< table and key text

    void fetchLabels();
    void noteChanges();
    [[nodiscard]] const StagedRow *stagedRow(int row) const;
    const ForeignKey *linkOf(const Column &column) const;

    RecordTableModel *m_records;
    ChangeSet *m_changes = nullptr;
    bool m_hasStaged = false; ///< rows of this table are staged
    DatabaseSession *m_session = nullptr;
    Privacy m_privacy = Privacy::Masked;
    QHash<LabelKey, RowLabel> m_labels;
    mutable QSet<LabelKey> m_wanted;
    QSet<LabelKey> m_asked;
    quint64 m_generation = 0;
    mutable QTimer m_fetchTimer;
};

} // namespace Ghar
