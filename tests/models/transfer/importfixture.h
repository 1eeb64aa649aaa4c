// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/journal.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"
#include "transfer/importer.h"

#include <QJsonObject>
#include <QObject>

#include <memory>

namespace Ghar {

/// What tests of imports share: a database of each kind for every test function, short ways to import a text into it,
/// and a second connection that sees what was committed.
class ImportFixture : public QObject
{
    Q_OBJECT

protected:
    /// A change of its own for each import.
    ChangeHeader header(const QString &reason = QStringLiteral("Sheet of the office"));

    /// With each name of the file mapped to the column of that name.
    ImportPlan planFor(const QString &table, const QByteArray &content, ImportMode mode = ImportMode::Insert,
                       TransferFormat format = TransferFormat::Csv);

    Result<ImportReport> import(const ImportPlan &plan, const QByteArray &content,
                                const ImportProgressFunction &progress = {}, const ImportRowSink &sink = {});
    Result<ImportReport> import(const QString &table, const QByteArray &content, ImportMode mode = ImportMode::Insert);

    QString text(const QString &statement);
    int count(const QString &table);
    QList<JournalEntry> journal();
    static QJsonObject json(const Value &image);
    void verifyChain();

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Connection> m_colleague;
    LiveSchemaPtr m_live;
    std::unique_ptr<RowMaker> m_maker;

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

private:
    int m_changes = 0;
};

} // namespace Ghar
