// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decisionkeymodel.h"
#include "noticetemplatemodel.h"
#include "policyrulemodel.h"

#include <QObject>
#include <QQmlEngine>

namespace Ghar {

/// How the team moderates, to be changed for everybody on the database: rules and notices are edited together and
/// written at once, with an entry in the journal. Keys and the undo time are the person's own and count at once. Owned
/// by the ModerationDesk.
class ModerationSettings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a ModerationDesk")
    /// Something differs from what the database has.
    Q_PROPERTY(bool changed READ isChanged NOTIFY edited)
    /// What keeps it from being written; empty when nothing does.
    Q_PROPERTY(QString problem READ problem NOTIFY edited)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(Ghar::PolicyRuleModel *rules READ rules CONSTANT)
    Q_PROPERTY(Ghar::NoticeTemplateModel *notices READ notices CONSTANT)
    Q_PROPERTY(Ghar::DecisionKeyModel *keys READ keys CONSTANT)

public:
    explicit ModerationSettings(QObject *parent = nullptr);

    /// Begins with what the database has.
    void begin(const ModerationPolicy &policy);
    /// Everything as the desk comes; it still has to be written.
    Q_INVOKABLE void useStandard();
    /// Writes what was edited: written() follows, or failed() with what was kept.
    Q_INVOKABLE void save(const QString &reason);
    /// How writing ended.
    void takeResult(const Result<ModerationPolicy> &written);

    [[nodiscard]] ModerationPolicy edit() const;
    [[nodiscard]] bool isChanged() const { return edit() != m_read; }
    [[nodiscard]] QString problem() const { return edit().problem(); }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] PolicyRuleModel *rules() { return &m_rules; }
    [[nodiscard]] NoticeTemplateModel *notices() { return &m_notices; }
    [[nodiscard]] DecisionKeyModel *keys() { return &m_keys; }

signals:
    void edited();
    void busyChanged();
    void saveWanted(const Ghar::ModerationPolicy &expected, const Ghar::ModerationPolicy &wanted,
                    const QString &reason);
    void written();
    void failed(const QString &sentence);

private:
    void setBusy(bool isBusy);

    ModerationPolicy m_read = ModerationPolicy::standard();
    bool m_isBusy = false;
    PolicyRuleModel m_rules;
    NoticeTemplateModel m_notices;
    DecisionKeyModel m_keys;
};

} // namespace Ghar
