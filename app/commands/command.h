// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/arguments.h"
#include "core/clock.h"
#include "database/connection.h"
#include "database/liveschema.h"
#include "records/openeddatabase.h"

#include <QJsonObject>

#include <functional>
#include <memory>

class QIODevice;

namespace Ghar {

/// How a command ended: the process's exit code.
enum class ExitCode { Done = 0, Failed = 1, Usage = 2, Pending = 4 };

/// What a command works with: its arguments, the clock, and where it prints. Facts go to `out`, everything else to
/// `err`; with `--json`, `out` carries one JSON document only.
class CommandContext
{
public:
    CommandContext(Arguments arguments, QIODevice &out, QIODevice &err, QIODevice &in);

    [[nodiscard]] const Arguments &arguments() const { return m_arguments; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] bool isJson() const { return m_arguments.has(QStringLiteral("json")); }

    /// Applies `--today`; call before anything else.
    [[nodiscard]] Result<void> prepare();

    /// The database named by --sqlite, --postgres or --profile; the demo database when none is named.
    [[nodiscard]] Result<Profile> profile() const;
    [[nodiscard]] static Profile demoProfile();
    /// Opens it; a file of an older version is brought up to date first. What the person should know goes to `err`.
    [[nodiscard]] Result<std::unique_ptr<Connection>> open(Access access);
    /// Opens it and looks into it as the member of staff of --as, who must stand: another error than what is in it.
    [[nodiscard]] Result<OpenedDatabase> openAndLook(Access access, std::unique_ptr<Connection> &connection);
    /// The same to read only: what the member sees.
    [[nodiscard]] Result<LiveSchemaPtr> introspectReadOnly(std::unique_ptr<Connection> &connection);

    /// Where facts go, for commands that print something else than lines.
    [[nodiscard]] QIODevice &output() { return m_out; }
    void print(const QString &line);
    void printJson(const QJsonObject &document);
    void complain(const QString &line);
    /// Prints the error and returns the exit code that belongs to it.
    ExitCode fail(const Error &error);
    ExitCode usage(const QString &sentence);
    /// Asks on `err` and reads one line; anything but a clear yes is a no.
    [[nodiscard]] bool confirm(const QString &question);

private:
    Arguments m_arguments;
    QIODevice &m_out;
    QIODevice &m_err;
    QIODevice &m_in;
    Clock m_clock;
};

/// One command: its words, its own options and what it does.
struct Command
{
    QStringList words;     ///< e.g. `db`, `init`
    QString argumentsHelp; ///< e.g. `TABLE`
    QString help;          ///< one translated sentence
    QStringList options;   ///< names of the options it takes beside the global ones
    std::function<ExitCode(CommandContext &, const QStringList &rest)> run;
    /// It draws, which takes an application object with fonts: `run` only says whether the arguments are right, and the
    /// program does the rest.
    bool needsFonts = false;
};

/// All commands, in the order of the help.
[[nodiscard]] const QList<Command> &allCommands();
/// Every option that any command or the window takes.
[[nodiscard]] const QList<OptionSpec> &allOptions();
/// Options that every command takes.
[[nodiscard]] QStringList globalOptions();
/// The command that the words begin with, or nullptr.
[[nodiscard]] const Command *findCommand(const QStringList &words);
/// The text of `--help`.
[[nodiscard]] QString helpText();

/// Runs the command that the arguments name. `handled` is false when they name none, so that the window is
/// wanted, and when they name one that needs fonts and its arguments are right.
ExitCode runCommandLine(const QStringList &arguments, QIODevice &out, QIODevice &err, QIODevice &in, bool &handled);

/// Where the demo database of this user is.
[[nodiscard]] QString demoDatabasePath();

/// A count for a sentence with plural forms.
[[nodiscard]] int pluralOf(qint64 count);

} // namespace Ghar
