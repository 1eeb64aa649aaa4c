// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderationdeskfixture.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Ghar {

Value ModerationDeskFixture::person(const QString &name)
{
    return m_rows->id(u"users"_s,
                      {{u"full_name"_s, Value(name)},
                       {u"supabase_user_id"_s, Value(QUuid::createUuid().toString(QUuid::WithoutBraces))},
                       {u"is_active"_s, Value::boolean(true)},
                       {u"role"_s, Value(u"user"_s)},
                       {u"notification_settings"_s, Value(u"{}"_s)},
                       {u"flatmates_profile_status"_s, Value(u"active"_s)}});
}

void ModerationDeskFixture::waitForDesk()
{
    QTRY_VERIFY(m_desk->state() == ModerationDesk::State::Ready && !m_desk->isBusy());
}

QString ModerationDeskFixture::statusOf(int report)
{
    return scalar(*m_colleague, u"SELECT status FROM user_reports WHERE id = "_s + m_reports.at(report).text());
}

QString ModerationDeskFixture::subject(int row) const
{
    return m_desk->items()->index(row).data(QueueItemListModel::SubjectRole).toString();
}

QStringList ModerationDeskFixture::evidence(EvidenceListModel::Kind kind, int role) const
{
    QStringList texts;
    for (int row = 0; row < m_desk->evidence()->count(); ++row) {
        const QModelIndex index = m_desk->evidence()->index(row);
        if (index.data(EvidenceListModel::KindRole).value<EvidenceListModel::Kind>() == kind)
            texts.append(index.data(role).toString());
    }
    return texts;
}

void ModerationDeskFixture::initTestCase_data()
{
    forEachDatabase();
}

void ModerationDeskFixture::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"360Ghar"_s);
    // Each test program has settings of its own.
    QCoreApplication::setApplicationName(QString::fromLatin1(metaObject()->className()).toLower());
}

void ModerationDeskFixture::init()
{
    QFETCH_GLOBAL(Backend, backend);
    GHAR_NEEDS_DATABASE(backend);
    QSettings().clear();
    m_database = std::make_unique<TemporaryDatabase>(backend);
    m_colleague = m_database->open();
    m_live = m_database->introspected();
    m_rows = std::make_unique<RowMaker>(*m_colleague, m_live);
    m_reporter = person(u"Rita"_s);
    m_people.clear();
    m_reports.clear();
    for (int i = 0; i < 4; ++i) {
        m_people.append(person(u"Person %1"_s.arg(i)));
        m_reports.append(m_rows->id(u"user_reports"_s,
                                    {{u"reporter_user_id"_s, m_reporter},
                                     {u"reported_user_id"_s, m_people.last()},
                                     {u"reason"_s, Value(u"spam"_s)},
                                     {u"status"_s, Value(u"open"_s)},
                                     {u"notes"_s, Value(u"<b>Words %1</b>"_s.arg(i))},
                                     {u"created_at"_s, Value(u"2026-11-%1 06:30:00.000000+00:00"_s.arg(17 + i))}}));
    }
    m_session = std::make_unique<DatabaseSession>(m_database->profile());
    m_session->setSchema(m_live);
    m_session->allowWriting();
    m_changes = std::make_unique<StagedChanges>(clock());
    m_desk = std::make_unique<ModerationDesk>(clock(), *m_changes);
    for (QAbstractItemModel *model :
         std::initializer_list<QAbstractItemModel *>{m_desk->queues(), m_desk->items(), m_desk->evidence(),
                                                     m_desk->actions(), m_desk->consequences(), m_desk->checks()})
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, m_desk.get());
    m_desk->setBounce(0);
    m_desk->setPrivacy(Privacy::Revealed);
    m_desk->setSession(m_session.get(), {});
    m_desk->activate();
    waitForDesk();
}

void ModerationDeskFixture::cleanup()
{
    if (m_desk)
        m_desk->setSession(nullptr, {});
    m_desk.reset();
    if (m_changes)
        m_changes->setSession(nullptr, {});
    m_changes.reset();
    m_session.reset();
    m_rows.reset();
    m_colleague.reset();
    m_database.reset();
}

} // namespace Ghar
