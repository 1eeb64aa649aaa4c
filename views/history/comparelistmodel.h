// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QMap>
#include <QQmlEngine>

#include <optional>

namespace Ghar {

class RowLabelCache;

/// Two versions of rows of one table side by side, column by column: those that differ first, or only those.
/// Foreign keys are shown by what the row is called that they lead to.
class CompareListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the screens")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int differing READ differing NOTIFY countChanged)
    Q_PROPERTY(bool differencesOnly READ isDifferencesOnly WRITE setDifferencesOnly NOTIFY countChanged)

public:
    using Values = std::optional<QMap<QString, Value>>; ///< nothing: there is no such row

    enum Role {
        ColumnLabelRole = Qt::UserRole + 1,
        ColumnNameRole,
        LeftTextRole, ///< empty where there is no row
        RightTextRole,
        IsDifferentRole
    };

    explicit CompareListModel(QObject *parent = nullptr);

    void setSides(const LiveSchemaPtr &live, const QString &table, const Values &left, const Values &right);
    void setPrivacy(Privacy privacy);
    /// Where rows get their labels from; it must outlive the model.
    void setLabels(RowLabelCache *labels);
    [[nodiscard]] bool isDifferencesOnly() const { return m_differencesOnly; }
    void setDifferencesOnly(bool only);

    [[nodiscard]] int count() const { return int(m_columns.size()); }
    /// Number of columns that differ.
    [[nodiscard]] int differing() const { return m_differing; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    void rebuild();
    [[nodiscard]] bool differs(const QString &column) const;
    [[nodiscard]] QString shown(const Values &side, const QString &column) const;

    LiveSchemaPtr m_live;
    QString m_table;
    Values m_left;
    Values m_right;
    QStringList m_columns;
    int m_differing = 0;
    bool m_differencesOnly = false;
    RowLabelCache *m_labels = nullptr;
    Privacy m_privacy = Privacy::Masked;
};

} // namespace Ghar
