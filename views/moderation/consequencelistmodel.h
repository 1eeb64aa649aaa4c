// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "moderation/decision.h"
#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// What a decision does, line by line: values that change, notices that go out and those that do not, and warnings.
/// Keys of JSON stand for themselves; what the database stamps at every update is left out.
class ConsequenceListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a ModerationDesk")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum class Kind { Change, Notice, Silence, Warning };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole + 1,
        SubjectRole, ///< whose value it is: the row; whom a notice is to
        WhatRole,    ///< the column, or the title of a notice
        OldTextRole,
        NewTextRole ///< or the text of the notice, or of the warning
    };

    explicit ConsequenceListModel(QObject *parent = nullptr);

    void setOutcome(const LiveSchemaPtr &live, const DecisionOutcome &outcome, Privacy privacy);
    void clear();

    [[nodiscard]] int count() const { return int(m_lines.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    struct Line
    {
        Kind kind = Kind::Change;
        QString subject;
        QString what;
        QString oldText;
        QString newText;
        bool isMain = false; ///< of those that come first
    };
    void addChange(const LiveSchema &live, const ColumnChange &change, Privacy privacy);

    QList<Line> m_lines;
};

} // namespace Ghar
