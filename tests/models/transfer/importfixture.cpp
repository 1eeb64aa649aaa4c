// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importfixture.h"

#include "transfer/importpreview.h"
#include "transfer/rowsourcefile.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Ghar {

ChangeHeader ImportFixture::header(const QString &reason)
{
    return {u"import-%1"_s.arg(++m_changes),
            u"desk-1"_s,
            QDateTime(QDate(2026, 11, 22), QTime(6, 30), Qt::UTC),
            u"ghar"_s,
            Value::null(),
            Value::null(),
            u"import"_s,
            reason,
            Value::null()};
}

ImportPlan ImportFixture::planFor(const QString &table, const QByteArray &content, ImportMode mode,
                                  TransferFormat format)
{
    ImportPlan plan;
    plan.table = table;
    plan.mode = mode;
    plan.format = format;
    const Result<ImportPreview> preview = previewImport(*m_live, plan, rowSourceOf(content, {format, 0, {}}), 0);
    if (preview)
        plan.mapping = preview->mapping;
    return plan;
}

Result<ImportReport> ImportFixture::import(const ImportPlan &plan, const QByteArray &content,
                                           const ImportProgressFunction &progress, const ImportRowSink &sink)
{
    return importRows(*m_connection, *m_live, plan, rowSourceOf(content, {plan.format, 0, {}}), header(), progress,
                      sink);
}

Result<ImportReport> ImportFixture::import(const QString &table, const QByteArray &content, ImportMode mode)
{
    return import(planFor(table, content, mode), content);
}

QString ImportFixture::text(const QString &statement)
{
    return scalar(*m_colleague, statement);
}

int ImportFixture::count(const QString &table)
{
    return text(u"SELECT count(*) FROM "_s + table).toInt();
}

QList<JournalEntry> ImportFixture::journal()
{
    const Result<QList<JournalEntry>> entries = readJournal(*m_colleague, {});
    if (!entries)
        qFatal("%s", qPrintable(whyNot(entries)));
    return *entries;
}

QJsonObject ImportFixture::json(const Value &image)
{
    return QJsonDocument::fromJson(image.text().toUtf8()).object();
}

void ImportFixture::verifyChain()
{
    const Result<QList<JournalChain>> chains = verifyJournal(*m_colleague);
    GHAR_VERIFY(chains);
    for (const JournalChain &chain : *chains)
        QVERIFY2(chain.brokenAt == 0, qPrintable(chain.problem));
}

void ImportFixture::initTestCase_data()
{
    forEachDatabase();
}

void ImportFixture::init()
{
    QFETCH_GLOBAL(Backend, backend);
    GHAR_NEEDS_DATABASE(backend);
    m_database = std::make_unique<TemporaryDatabase>(backend);
    m_connection = m_database->open();
    m_colleague = m_database->open();
    m_live = m_database->introspected();
    m_maker = std::make_unique<RowMaker>(*m_connection, m_live);
    m_changes = 0;
}

void ImportFixture::cleanup()
{
    m_maker.reset();
    m_connection.reset();
    m_colleague.reset();
    m_database.reset();
}

} // namespace Ghar
