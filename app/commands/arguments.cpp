// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/arguments.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

} // namespace

static bool isNegativeNumber(const QString &argument)
{
    static const QRegularExpression pattern(
        u"^-(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?(,[+-]?(\\d+\\.?\\d*|\\.\\d+))*$"_s);
    return pattern.match(argument).hasMatch();
}

Result<Arguments> Arguments::parse(const QStringList &arguments, const QList<OptionSpec> &options)
{
    Arguments parsed;
    bool onlyWords = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (onlyWords || argument == "-"_L1 || !argument.startsWith(u'-') || isNegativeNumber(argument)) {
            parsed.m_words.append(argument);
            continue;
        }
        if (argument == "--"_L1) {
            onlyWords = true;
            continue;
        }
        const QString body = argument.startsWith("--"_L1) ? argument.mid(2) : argument.mid(1);
        const qsizetype equals = body.indexOf(u'=');
        QString name = equals < 0 ? body : body.first(equals);
        if (name == "o"_L1)
            name = u"out"_s; // the one that every shell user types
        const auto spec = std::find_if(options.cbegin(), options.cend(),
                                       [&name](const OptionSpec &candidate) { return candidate.name == name; });
        if (spec == options.cend())
            return Error{
                ErrorKind::BadInput, Text::tr("There is no option %1. See “ghar-desk --help”.").arg(argument), {}};
        if (!spec->takesValue) {
            if (equals >= 0)
                return Error{ErrorKind::BadInput, Text::tr("The option --%1 takes no value.").arg(name), {}};
            parsed.m_options[name];
            continue;
        }
        QString value;
        if (equals >= 0) {
            value = body.mid(equals + 1);
        } else {
            // Whatever follows is the value unless it is plainly another option.
            const bool missing = i + 1 >= arguments.size()
                || (arguments.at(i + 1).startsWith("--"_L1) && arguments.at(i + 1).size() > 2);
            if (missing)
                return Error{ErrorKind::BadInput,
                             Text::tr("The option --%1 needs a value: --%1 %2.").arg(name, spec->valueName),
                             {}};
            value = arguments.at(++i);
        }
        if (!spec->repeatable && parsed.m_options.contains(name))
            return Error{ErrorKind::BadInput, Text::tr("The option --%1 was given twice.").arg(name), {}};
        parsed.m_options[name].append(value);
    }
    return parsed;
}

QString Arguments::value(const QString &option, const QString &fallback) const
{
    const QStringList given = m_options.value(option);
    return given.isEmpty() ? fallback : given.last();
}

} // namespace Ghar
