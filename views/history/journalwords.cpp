// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalwords.h"

#include <QCoreApplication>

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JournalWords)
};

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

QString imageText(const Table *table, const QString &column, const Value &value, Privacy privacy)
{
    if (value.isNull())
        return Text::tr("NULL");
    if (value.text().isEmpty())
        return Text::tr("(empty text)");
    const Column *known = table ? table->column(column) : nullptr;
    return known ? formatCell(*known, value, privacy).text : value.text();
}

} // namespace Ghar
