// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalwords.h"

#include "records/importcontent.h"
#include "support/indianformat.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JournalWords)
};

constexpr qsizetype keysShown = 20;
constexpr qsizetype changesShown = 20;

} // namespace

QString actionText(JournalAction action)
{
    switch (action) {
    case JournalAction::Insert:
        return Text::tr("Made");
    case JournalAction::Update:
        return Text::tr("Changed");
    case JournalAction::Delete:
        return Text::tr("Deleted");
    case JournalAction::Import:
        return Text::tr("Imported");
    case JournalAction::Reveal:
        return Text::tr("Looked at");
    }
    return {};
}

CellTone actionTone(JournalAction action)
{
    switch (action) {
    case JournalAction::Insert:
        return CellTone::Good;
    case JournalAction::Update:
        return CellTone::Warning;
    case JournalAction::Delete:
        return CellTone::Bad;
    case JournalAction::Import:
    case JournalAction::Reveal:
        break;
    }
    return CellTone::Neutral;
}

QString whoText(const ChangeHeader &header)
{
    return header.staffName.isNull() ? header.role : header.staffName.text();
}

QString momentText(const QDateTime &instant)
{
    return QLocale().toString(instant.toLocalTime(), u"d MMM yyyy, HH:mm:ss"_s);
}

QString imageText(const Table *table, const QString &column, const Value &value, Privacy privacy)
{
    if (value.isNull())
        return Text::tr("NULL");
    if (value.text().isEmpty())
        return Text::tr("(empty text)");
    const Column *known = table ? table->column(column) : nullptr;
    return known ? formatCell(*known, value, privacy).text : value.text();
}

QMap<QString, Value> importSummary(const Table *table, const JournalNote &note)
{
    const ImportContent content = importContentOf(note);
    const auto labelOf = [table](const QString &name) {
        const Column *column = table ? table->column(name) : nullptr;
        return column ? column->label : name;
    };
    QStringList columns;
    for (const QString &name : content.columns)
        columns.append(labelOf(name));
    QStringList keys = content.keys;
    if (keys.size() > keysShown)
        keys = keys.first(keysShown) + QStringList{u"…"_s};
    QMap<QString, Value> lines{{Text::tr("Rows"), Value(groupedIndian(QString::number(content.keys.size())))},
                               {Text::tr("Columns"), Value(columns.join(u", "_s))},
                               {Text::tr("Keys"), Value(keys.join(u", "_s))},
                               {Text::tr("Hash (SHA-256)"), Value(content.hash)}};
    QStringList changed;
    for (auto row = content.after.cbegin(); row != content.after.cend() && changed.size() < changesShown; ++row) {
        QStringList values;
        for (auto it = row->cbegin(); it != row->cend(); ++it)
            values.append(labelOf(it.key()));
        changed.append(u'#' + row.key() + u" ("_s + values.join(u", "_s) + u')');
    }
    if (content.after.size() > changed.size())
        changed.append(u"…"_s);
    if (!changed.isEmpty())
        lines.insert(Text::tr("Changed rows"), Value(changed.join(u'\n')));
    return lines;
}

} // namespace Ghar
