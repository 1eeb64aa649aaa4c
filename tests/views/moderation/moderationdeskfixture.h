// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/databasesession.h"
#include "moderation/moderationdesk.h"
#include "records/stagedchanges.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

#include <QObject>

#include <memory>

namespace Ghar {

/// Base of test classes of the moderators' screen: a new database of each kind with four open reports for spam, one a
/// day from 17 November 2026 on, about four people; the screen is open on them on the 22nd.
class ModerationDeskFixture : public QObject
{
    Q_OBJECT

protected:
    static Clock clock() { return Clock::pinned(QDate(2026, 11, 22)); }
    Value person(const QString &name);
    void waitForDesk();
    [[nodiscard]] QString statusOf(int report);
    [[nodiscard]] QString subject(int row) const;
    [[nodiscard]] QStringList evidence(EvidenceListModel::Kind kind, int role = EvidenceListModel::BodyRole) const;

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_colleague;
    std::unique_ptr<RowMaker> m_rows;
    std::unique_ptr<DatabaseSession> m_session;
    std::unique_ptr<StagedChanges> m_changes;
    std::unique_ptr<ModerationDesk> m_desk;
    LiveSchemaPtr m_live;
    Value m_reporter;
    QList<Value> m_people;
    QList<Value> m_reports;

private slots:
    void initTestCase_data();
    void initTestCase();
    void init();
    void cleanup();
};

} // namespace Ghar
