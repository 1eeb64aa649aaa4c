// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderationsettings.h"

namespace Ghar {

ModerationSettings::ModerationSettings(QObject *parent) : QObject(parent)
{
    connect(&m_rules, &PolicyRuleModel::edited, this, &ModerationSettings::edited);
    connect(&m_notices, &NoticeTemplateModel::edited, this, &ModerationSettings::edited);
    begin(m_read);
}

void ModerationSettings::begin(const ModerationPolicy &policy)
{
    m_read = policy;
    m_rules.setPolicy(policy);
    m_notices.setNotices(policy.notices);
    setBusy(false);
    emit edited();
}

void ModerationSettings::useStandard()
{
    m_rules.setPolicy(ModerationPolicy::standard());
    m_notices.setNotices(ModerationPolicy::standard().notices);
    emit edited();
}

ModerationPolicy ModerationSettings::edit() const
{
    ModerationPolicy policy = m_rules.policy();
    policy.notices = m_notices.notices();
    return policy;
}

void ModerationSettings::setBusy(bool isBusy)
{
    if (m_isBusy == isBusy)
        return;
    m_isBusy = isBusy;
    emit busyChanged();
}

void ModerationSettings::save(const QString &reason)
{
    if (m_isBusy || !isChanged() || !problem().isEmpty())
        return;
    setBusy(true);
    emit saveWanted(m_read, edit(), reason);
}

void ModerationSettings::takeResult(const Result<ModerationPolicy> &written)
{
    setBusy(false);
    if (!written) {
        emit failed(written.error().userText);
        return;
    }
    begin(*written);
    emit this->written();
}

} // namespace Ghar
