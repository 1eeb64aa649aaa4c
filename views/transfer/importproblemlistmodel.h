// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "transfer/importplan.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// What is wrong with rows of a file.
class ImportProblemListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a RowImport")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        PlaceRole = Qt::UserRole + 1, ///< row and line, in words
        ColumnLabelRole,              ///< or empty
        SentenceRole
    };

    explicit ImportProblemListModel(QObject *parent = nullptr);

    /// `table` says what the columns are called; nullptr clears.
    void setProblems(const LiveTable *table, const QList<ImportProblem> &problems);

    [[nodiscard]] int count() const { return int(m_problems.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    QList<ImportProblem> m_problems;
    QHash<QString, QString> m_labels;
};

} // namespace Ghar
