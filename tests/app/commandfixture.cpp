// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandfixture.h"

#include "commands/command.h"
#include "support/rowmaker.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Ghar {

QJsonObject Outcome::json() const
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(out, &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

Outcome runDesk(const QStringList &arguments, const QByteArray &typed)
{
    Outcome outcome;
    QBuffer out;
    QBuffer err;
    QBuffer in;
    in.setData(typed);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    in.open(QIODevice::ReadOnly);
    outcome.code = int(runCommandLine(arguments, out, err, in, outcome.handled));
    outcome.out = out.data();
    outcome.err = QString::fromUtf8(err.data());
    return outcome;
}

Outcome CommandFixture::desk(const QStringList &arguments, const QByteArray &typed) const
{
    return runDesk(m_database->arguments() + arguments, typed);
}

QString CommandFixture::fingerprint() const
{
    const LiveSchemaPtr live = m_database->introspected();
    const std::unique_ptr<Connection> connection = m_database->open(Access::ReadOnly);
    QStringList parts;
    for (const LiveTable &table : live->tables)
        parts.append(table.table.name + u'='
                     + scalar(*connection, u"SELECT count(*) FROM "_s + Dialect::quote(table.table.name)));
    return parts.join(u' ');
}

void CommandFixture::initTestCase_data()
{
    forEachDatabase();
}

void CommandFixture::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"360Ghar"_s);
    // Each test program has settings of its own.
    QCoreApplication::setApplicationName(QString::fromLatin1(metaObject()->className()).toLower());
}

void CommandFixture::init()
{
    QFETCH_GLOBAL(Backend, backend);
    GHAR_NEEDS_DATABASE(backend);
    const QByteArray function = QTest::currentTestFunction();
    if (m_database && m_database->backend() == backend && m_function == function)
        return;
    m_function = function;
    m_database = std::make_unique<TemporaryDatabase>(backend);
    const std::unique_ptr<Connection> connection = m_database->open();
    RowMaker rows(*connection, m_database->introspected());
    for (int i = 1; i <= 12; ++i)
        (void)rows.make(u"users"_s, {{u"full_name"_s, i == 12 ? Value::null() : Value(u"User %1"_s.arg(i))}});
}

void CommandFixture::cleanupTestCase()
{
    m_database.reset();
}

} // namespace Ghar
