// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recordingsink.h"
#include "schema/schemareader.h"
#include "seed/demoplatform.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>

#include <functional>

/// Base of the tests that look at the rows of one generated platform.
class DemoFixture : public QObject
{
protected:
    using Rows = RecordingSink::Rows;
    using Test = std::function<bool(qsizetype)>;
    [[nodiscard]] const Rows &table(const QString &name) const { return m_sink.table(name); }
    [[nodiscard]] static int count(const Rows &rows, const Test &test)
    {
        int found = 0;
        for (qsizetype row = 0; row < rows.rows.size(); ++row)
            found += test(row) ? 1 : 0;
        return found;
    }
    /// How many rows have that text in that column.
    [[nodiscard]] int count(const QString &name, QStringView column, const QString &text) const
    {
        const Rows &rows = table(name);
        return count(rows, [&](qsizetype row) { return rows.text(row, column) == text; });
    }
    [[nodiscard]] static QJsonObject json(const Rows &rows, qsizetype row, QStringView column)
    {
        return QJsonDocument::fromJson(rows.text(row, column).toUtf8()).object();
    }
    [[nodiscard]] static qint64 paise(const QString &text)
    {
        const QString whole = text.section(QLatin1Char('.'), 0, 0);
        const QString rest = text.section(QLatin1Char('.'), 1).leftJustified(2, QLatin1Char('0'));
        return whole.toLongLong() * 100 + (text.startsWith(QLatin1Char('-')) ? -1 : 1) * rest.toLongLong();
    }

    /// Generates the platform; an empty text on success.
    [[nodiscard]] QString generate()
    {
        const Ghar::Result<void> done = Ghar::generateDemoPlatform(*m_schema, {}, m_sink);
        return done ? QString() : done.error().detail;
    }

    Ghar::SchemaPtr m_schema = Ghar::platformSchema();
    RecordingSink m_sink{*m_schema};
    QString m_today = Ghar::DemoOptions().today.toString(Qt::ISODate);
};
