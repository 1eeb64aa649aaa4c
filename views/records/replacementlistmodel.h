// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/replacement.h"
#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// What find and replace would do, row by row, before anything is staged.
class ReplacementListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a BulkEditor")
    Q_PROPERTY(int count READ count NOTIFY listChanged)
    Q_PROPERTY(int refusedCount READ refusedCount NOTIFY listChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY listChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY listChanged)
    Q_PROPERTY(bool searched READ isSearched NOTIFY listChanged)

public:
    enum Role {
        RowLabelRole = Qt::UserRole + 1,
        BeforeRole,
        AfterRole,
        ProblemRole ///< the rule that the new value breaks, or empty
    };

    explicit ReplacementListModel(QObject *parent = nullptr);

    void setPrivacy(Privacy privacy);
    void setList(const Column &column, const ReplacementList &list);
    void setError(const QString &sentence);
    Q_INVOKABLE void clear();
    [[nodiscard]] const QList<Replacement> &replacements() const { return m_list.found; }
    [[nodiscard]] QString column() const { return m_column.name; }

    [[nodiscard]] int count() const { return int(m_list.found.size()); }
    [[nodiscard]] int refusedCount() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString errorText() const { return m_error; }
    [[nodiscard]] bool isSearched() const { return m_searched; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void listChanged();

private:
    Column m_column;
    ReplacementList m_list;
    QString m_error;
    bool m_searched = false;
    Privacy m_privacy = Privacy::Masked;
};

} // namespace Ghar
