// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/profile.h"
#include "records/openeddatabase.h"
#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QQmlEngine>

#include <optional>

namespace Ghar {

class DatabaseSession;

/// Who works in the open database: the member of staff that was chosen for it, and those to choose from. The choice is
/// remembered for each database; a new one is taken up by opening it again. Owned by the Desk.
class StaffChoice : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by the Desk")
    Q_PROPERTY(bool chosen READ isChosen NOTIFY staffChanged)
    Q_PROPERTY(QString name READ name NOTIFY staffChanged)
    Q_PROPERTY(QString roleText READ roleText NOTIFY staffChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY staffChanged)
    Q_PROPERTY(bool needed READ isNeeded NOTIFY staffChanged)
    Q_PROPERTY(bool searching READ isSearching NOTIFY foundChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY foundChanged)
    Q_PROPERTY(int count READ count NOTIFY foundChanged)

public:
    enum Role {
        MemberNameRole = Qt::UserRole + 1,
        MemberDetailRole, ///< number, phone and e-mail, to tell namesakes apart; only the number while masked
        MemberRoleTextRole,
        IsAgentRole,
        IsChosenRole
    };

    explicit StaffChoice(QObject *parent = nullptr);

    /// The member who was chosen for the database last time: users.id, or NULL.
    [[nodiscard]] static Value remembered(const Profile &profile);

    /// What opening the database found; nullptr when it is closed. The session must outlive this or be replaced before.
    void setDatabase(DatabaseSession *session, const OpenedDatabase *opened);

    void setPrivacy(Privacy privacy);
    Q_INVOKABLE void search(const QString &text);
    /// Chooses the member in a row of the list.
    Q_INVOKABLE void choose(int row);
    /// Nobody: only the database's own user is known then.
    Q_INVOKABLE void chooseNobody();

    [[nodiscard]] const std::optional<StaffMember> &member() const { return m_member; }
    [[nodiscard]] bool isChosen() const { return m_member.has_value(); }
    [[nodiscard]] QString name() const { return m_member ? m_member->name : QString(); }
    [[nodiscard]] QString roleText() const { return m_member ? roleTextOf(*m_member) : QString(); }
    /// Why the remembered member does not stand; empty when there is none or all is well.
    [[nodiscard]] QString problem() const { return m_problem; }
    /// Nothing is committed here before somebody was chosen.
    [[nodiscard]] bool isNeeded() const { return m_needed; }
    [[nodiscard]] bool isSearching() const { return m_searching; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] int count() const { return int(m_found.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void staffChanged();
    void foundChanged();
    /// Another choice was remembered; the database is to be opened again with it.
    void choiceMade(const Ghar::Value &staffId);

private:
    void remember(const Value &staffId);
    [[nodiscard]] static QString roleTextOf(const StaffMember &member);

    DatabaseSession *m_session = nullptr;
    std::optional<StaffMember> m_member;
    QString m_problem;
    bool m_needed = false;
    QList<StaffMember> m_found;
    bool m_searching = false;
    QString m_errorText;
    Privacy m_privacy = Privacy::Masked;
    quint64 m_generation = 0;
};

} // namespace Ghar
