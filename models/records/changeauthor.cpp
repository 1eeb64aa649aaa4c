// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/changeauthor.h"

#include "database/connection.h"
#include "database/liveschema.h"
#include "records/installation.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace Ghar {

Result<QString> databaseRole(Connection &connection)
{
    if (!connection.dialect().isPostgres())
        return QString();
    const Result<Value> role = connection.scalar({u"SELECT CAST(current_user AS text)"_s, {}});
    if (!role)
        return role.error();
    return role->text();
}

bool needsStaff(const Profile &profile, const LiveSchema &live)
{
    return profile.kind == Profile::Kind::Postgres && !live.isDemo;
}

Result<ChangeHeader> beginChange(const std::optional<StaffMember> &staff, const QDateTime &now, const QString &origin,
                                 const QString &reason)
{
    const Result<QString> installation = installationId();
    if (!installation)
        return installation.error();
    ChangeHeader header;
    header.changeId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    header.writerId = *installation;
    header.madeAt = now;
    header.origin = origin;
    header.reason = reason.trimmed();
    if (staff) {
        header.staffId = Value::integer(staff->id);
        header.staffName = Value(staff->name);
    }
    return header;
}

} // namespace Ghar
