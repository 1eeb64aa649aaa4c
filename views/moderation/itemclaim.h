// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "moderation/moderationitem.h"
#include "records/staffmember.h"

#include <QObject>

#include <optional>

namespace Ghar {

class DatabaseSession;

/// The claim of this window on the item in hand, so that no colleague decides it too, and who has it instead.
class ItemClaim : public QObject
{
    Q_OBJECT

public:
    explicit ItemClaim(const Clock &clock, QObject *parent = nullptr);

    /// Forgets what was claimed in the database before.
    void setSession(DatabaseSession *session);
    void setStaff(const std::optional<StaffMember> &staff) { m_staff = staff; }
    /// Names this window in the table of claims.
    [[nodiscard]] const QString &holder() const { return m_holder; }

    /// Takes the item, or keeps it for longer.
    void take(const ModerationItem &item);
    /// Gives the item back, if this window has it.
    void giveBack(const ModerationItem &item);
    /// The item is decided by now: its claim ends with the decision, and not when the next one is taken.
    void leave() { m_item.reset(); }
    /// The other way: what left is in hand again, though it may have another claim by now.
    void takeUp(const ModerationItem &item) { m_item = item; }

    [[nodiscard]] bool isHeld() const { return m_item.has_value(); }
    /// Something is being given back.
    [[nodiscard]] bool isBusy() const { return m_givenBack > 0; }
    /// Who works on the item in hand instead, in words; empty when it is ours.
    [[nodiscard]] const QString &text() const { return m_text; }

signals:
    void changed();
    /// What was given back is free by now.
    void settled();

private:
    void setText(const QString &text);

    const Clock m_clock;
    const QString m_holder;
    DatabaseSession *m_session = nullptr;
    std::optional<StaffMember> m_staff;
    std::optional<ModerationItem> m_item;
    QString m_text;
    int m_givenBack = 0;
    quint64 m_generation = 0;
};

} // namespace Ghar
