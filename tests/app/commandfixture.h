// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/temporarydatabase.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <memory>

namespace Ghar {

/// What a run of the command line gave back.
struct Outcome
{
    int code = -1;
    bool handled = false; ///< false when the window is wanted
    QByteArray out;
    QString err;
    /// The one document on the output; empty when it is anything else.
    [[nodiscard]] QJsonObject json() const;
};

/// Runs the command line in this process. `typed` is what the user answers when asked.
Outcome runDesk(const QStringList &arguments, const QByteArray &typed = {});

/// Base of test classes of the command line: for each test function a new database of each kind with twelve users,
/// "User 1" to "User 11" and one without a name. The rows of one test function share it.
class CommandFixture : public QObject
{
    Q_OBJECT

protected:
    /// Runs the command line on the database of the test.
    Outcome desk(const QStringList &arguments, const QByteArray &typed = {}) const;
    /// The tables of that database with their row counts.
    [[nodiscard]] QString fingerprint() const;

    std::unique_ptr<TemporaryDatabase> m_database;

private slots:
    void initTestCase_data();
    void initTestCase();
    void init();
    void cleanupTestCase();

private:
    QByteArray m_function;
};

} // namespace Ghar
