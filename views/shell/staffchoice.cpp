// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "staffchoice.h"

#include "database/databasesession.h"
#include "records/changeauthor.h"
#include "records/localjournal.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Ghar {

static constexpr int mostShown = 50;

StaffChoice::StaffChoice(QObject *parent) : QAbstractListModel(parent) { }

Value StaffChoice::remembered(const Profile &profile)
{
    const QString id = QSettings().value(u"staff/"_s + databaseKey(profile)).toString();
    return id.isEmpty() ? Value::null() : Value(id);
}

void StaffChoice::remember(const Value &staffId)
{
    const QString key = u"staff/"_s + databaseKey(m_session->profile());
    if (staffId.isNull())
        QSettings().remove(key);
    else
        QSettings().setValue(key, staffId.text());
    emit choiceMade(staffId);
}

void StaffChoice::setDatabase(DatabaseSession *session, const OpenedDatabase *opened)
{
    ++m_generation;
    m_session = session;
    m_member = opened ? opened->staff : std::nullopt;
    m_problem = opened ? opened->staffProblem : QString();
    m_needed = opened && needsStaff(session->profile(), *opened->schema);
    beginResetModel();
    m_found.clear();
    endResetModel();
    m_searching = false;
    m_errorText.clear();
    emit staffChanged();
    emit foundChanged();
}

void StaffChoice::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    if (count() > 0)
        emit dataChanged(index(0), index(count() - 1), {MemberDetailRole});
}

void StaffChoice::search(const QString &text)
{
    if (!m_session || !m_session->schema())
        return;
    m_searching = true;
    emit foundChanged();
    m_session->details()
        .run([live = m_session->schema(), text](Connection &connection) {
            return searchStaff(connection, *live, text, mostShown);
        })
        .then(this, [this, generation = ++m_generation](const Result<QList<StaffMember>> &members) {
            if (generation != m_generation)
                return;
            beginResetModel();
            m_found = members ? *members : QList<StaffMember>();
            endResetModel();
            m_errorText = members ? QString() : members.error().userText;
            m_searching = false;
            emit foundChanged();
        });
}

void StaffChoice::choose(int row)
{
    if (m_session && row >= 0 && row < count())
        remember(Value::integer(m_found.at(row).id));
}

void StaffChoice::chooseNobody()
{
    if (m_session)
        remember(Value::null());
}

QString StaffChoice::roleTextOf(const StaffMember &member)
{
    return member.isAgent ? tr("Agent") : tr("Admin");
}

int StaffChoice::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant StaffChoice::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StaffMember &member = m_found.at(index.row());
    switch (role) {
    case MemberNameRole:
        return member.name;
    case MemberDetailRole: {
        QStringList parts{u'#' + QString::number(member.id)};
        if (m_privacy == Privacy::Revealed)
            parts += {member.phone, member.email};
        parts.removeAll(QString());
        parts.removeAll(member.name);
        return parts.join(u" · "_s);
    }
    case MemberRoleTextRole:
        return roleTextOf(member);
    case IsAgentRole:
        return member.isAgent;
    case IsChosenRole:
        return m_member && m_member->id == member.id;
    default:
        return {};
    }
}

QHash<int, QByteArray> StaffChoice::roleNames() const
{
    return {{MemberNameRole, "memberName"},
            {MemberDetailRole, "memberDetail"},
            {MemberRoleTextRole, "memberRoleText"},
            {IsAgentRole, "isAgent"},
            {IsChosenRole, "isChosen"}};
}

} // namespace Ghar
