// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "transfer/importmapping.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// The columns of a file, where each goes, and its first values.
class ImportMappingListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a RowImport")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QStringList choices READ choices NOTIFY countChanged)

public:
    enum Role {
        FileColumnRole = Qt::UserRole + 1, ///< its name in the file
        ChoiceRole,                        ///< an index of choices()
        SamplesRole,                       ///< the first values, as they stand in the file
        ProblemRole                        ///< why a value among them cannot be taken; or empty
    };

    /// What the file has of one column.
    struct Entry
    {
        QString samples;
        QString problem;
        bool operator==(const Entry &) const = default;
    };

    explicit ImportMappingListModel(QObject *parent = nullptr);

    void clear();
    /// Another file or table.
    void reset(const LiveTable &table, const ImportMapping &mapping, const QList<Entry> &entries);
    /// The same file, looked at with the present mapping.
    void update(const ImportMapping &mapping, const QList<Entry> &entries);

    [[nodiscard]] int count() const { return int(m_mapping.size()); }
    /// What a column can become: nothing first, then the table's columns.
    [[nodiscard]] QStringList choices() const;
    /// The column behind a choice; empty for nothing.
    [[nodiscard]] QString columnOf(int choice) const { return m_columns.value(choice - 1); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    ImportMapping m_mapping;
    QList<Entry> m_entries;
    QStringList m_columns;
    QStringList m_labels;
};

} // namespace Ghar
