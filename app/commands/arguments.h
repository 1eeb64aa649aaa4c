// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace Ghar {

/// One option of the command line.
struct OptionSpec
{
    QString name; ///< without the leading dashes
    bool takesValue = false;
    bool repeatable = false;
    QString help;      ///< translated
    QString valueName; ///< for the help, e.g. FILE
};

/// The split command line: words and options, which may stand in any order. An argument that begins with a dash is a
/// value where it reads as a number or as coordinates (`-77.02,28.4`). `--` ends the options.
class Arguments
{
public:
    /// Splits what follows the program's name. Fails for unknown options and missing values, naming them.
    static Result<Arguments> parse(const QStringList &arguments, const QList<OptionSpec> &options);

    [[nodiscard]] const QStringList &words() const { return m_words; }
    [[nodiscard]] bool has(const QString &option) const { return m_options.contains(option); }
    /// The last value given, or the fallback.
    [[nodiscard]] QString value(const QString &option, const QString &fallback = {}) const;
    [[nodiscard]] QStringList values(const QString &option) const { return m_options.value(option); }
    [[nodiscard]] QStringList optionNames() const { return m_options.keys(); }

private:
    QStringList m_words;
    QHash<QString, QStringList> m_options;
};

} // namespace Ghar
