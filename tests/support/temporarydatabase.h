// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connection.h"
#include "database/liveschema.h"
#include "database/profile.h"

#include <QMetaType>
#include <QTest>

#include <memory>

class QTemporaryDir;

namespace Ghar {

/// The two kinds of database on which every test of data runs.
enum class Backend { Sqlite, Postgres };

/// Adds a column `backend` with one row for each. Call it in initTestCase_data() to run a whole class on both.
void forEachDatabase();

/// Why there is no such database here; empty when there is one. `mayBeSkipped` says whether that was chosen on
/// purpose (GHAR_WITHOUT_POSTGRES=1) or is a mistake of the set-up.
[[nodiscard]] QString whyMissing(Backend backend, bool &mayBeSkipped);

/// The connection text of the PostgreSQL server of the tests, as superuser; empty when there is none.
[[nodiscard]] QString testServer();

/// A database for one test, gone with the object: a file in a temporary folder, or a database of its own on the
/// server of the tests. Fails the program when it cannot be made.
class TemporaryDatabase
{
public:
    enum class Content {
        Empty,
        Platform ///< as db init makes it, without rows; copied from a template, so it costs little
    };

    explicit TemporaryDatabase(Backend backend, Content content = Content::Platform);
    ~TemporaryDatabase();
    TemporaryDatabase(const TemporaryDatabase &) = delete;
    TemporaryDatabase &operator=(const TemporaryDatabase &) = delete;

    [[nodiscard]] Backend backend() const { return m_backend; }
    [[nodiscard]] bool isPostgres() const { return m_backend == Backend::Postgres; }
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    /// The same database for another PostgreSQL role.
    [[nodiscard]] Profile profileOf(const QString &role) const;
    /// Arguments that name the database on the command line.
    [[nodiscard]] QStringList arguments() const;
    /// The folder of the file; SQLite only.
    [[nodiscard]] QString folder() const;

    [[nodiscard]] std::unique_ptr<Connection> open(Access access = Access::ReadWrite) const;
    [[nodiscard]] LiveSchemaPtr introspected() const;

private:
    const Backend m_backend;
    Profile m_profile;
    QString m_name;
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// Runs a statement without values and fails the program when the database refuses it: for set-up only.
void must(Connection &connection, const QString &statement);
/// The first column of the first row as text, `NULL` for NULL; fails the program when the statement does.
[[nodiscard]] QString scalar(Connection &connection, const QString &statement);

/// The words of a result's error; empty when it is none.
template <typename T> [[nodiscard]] QString whyNot(const Result<T> &result)
{
    return result ? QString() : result.error().userText + QStringLiteral(" | ") + result.error().detail;
}

} // namespace Ghar

Q_DECLARE_METATYPE(Ghar::Backend)

/// Leaves the test when the database of this row is not there: skipped where that was chosen, failed otherwise.
#define GHAR_NEEDS_DATABASE(backend)                                                                                   \
    do {                                                                                                               \
        bool mayBeSkipped = false;                                                                                     \
        if (const QString reason = Ghar::whyMissing(backend, mayBeSkipped); !reason.isEmpty()) {                       \
            if (mayBeSkipped)                                                                                          \
                QSKIP(qPrintable(reason));                                                                             \
            QFAIL(qPrintable(reason));                                                                                 \
        }                                                                                                              \
    } while (false)

/// Fails the test with the error's words when the result is one.
#define GHAR_VERIFY(expression)                                                                                        \
    do {                                                                                                               \
        const auto &verified = (expression);                                                                           \
        QVERIFY2(verified.hasValue(), qPrintable(Ghar::whyNot(verified)));                                             \
    } while (false)
