// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moderation/moderationpolicy.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// The rules of a policy, one a row, to be edited: switches and numbers, in sections. Notices have a model of their
/// own.
class PolicyRuleModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of the moderation settings")

public:
    enum class Kind { Switch, Number };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole + 1,
        SectionRole, ///< of the first rule of a section; or empty
        LabelRole,
        HintRole, ///< or empty
        OnRole,
        NumberRole,
        ChangedRole ///< otherwise than the standard
    };

    explicit PolicyRuleModel(QObject *parent = nullptr);

    void setPolicy(const ModerationPolicy &policy);
    [[nodiscard]] const ModerationPolicy &policy() const { return m_policy; }
    Q_INVOKABLE void setOn(int row, bool isOn);
    Q_INVOKABLE void setNumber(int row, int number);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void edited();

private:
    struct Rule
    {
        Kind kind = Kind::Switch;
        QString section;
        QString label;
        QString hint;
        bool ModerationPolicy::*on = nullptr;
        int ModerationPolicy::*number = nullptr;
        QMap<QString, int> ModerationPolicy::*numbers = nullptr; ///< with `key`
        QString key;                                             ///< of `numbers`, or what a second person confirms
        bool operator==(const Rule &) const = default;
    };
    [[nodiscard]] static QList<Rule> rulesOf(const ModerationPolicy &policy);
    void touch(int row);
    [[nodiscard]] static bool isOn(const ModerationPolicy &policy, const Rule &rule);
    [[nodiscard]] static int numberOf(const ModerationPolicy &policy, const Rule &rule);

    ModerationPolicy m_policy = ModerationPolicy::standard();
    QList<Rule> m_rules;
};

} // namespace Ghar
