// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "consequencelistmodel.h"

#include "core/jsontext.h"
#include "support/indianformat.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

QString jsonText(const QString &json, const QStringList &path)
{
    const QJsonValue value = jsonMember(json, path);
    if (value.isUndefined())
        return u"–"_s;
    if (value.isString()) {
        const QString text = value.toString();
        const QDateTime time = text.contains(u'T') ? QDateTime::fromString(text, Qt::ISODateWithMs) : QDateTime();
        if (time.isValid())
            return localTimeText(time);
        static const QRegularExpression word(u"^[a-z]+(_[a-z]+)*$"_s);
        return word.match(text).hasMatch() ? humanLabel(text) : text;
    }
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

} // namespace

ConsequenceListModel::ConsequenceListModel(QObject *parent) : QAbstractListModel(parent) { }

void ConsequenceListModel::addChange(const LiveSchema &live, const ColumnChange &change, Privacy privacy)
{
    const LiveTable *table = live.table(change.table);
    const Column *column = table ? table->table.column(change.column) : nullptr;
    // A notice has lines of its own.
    if (!column || column->setOnUpdate || change.table == "notifications"_L1)
        return;
    const QString subject = table->table.labelOne + u" #"_s + change.key;
    if (column->type == ColumnType::Json) {
        for (const QStringList &path : jsonDifferences(change.before.text(), change.after.text()))
            m_lines.append({Kind::Change, subject, humanLabel(path.join(u' ')), jsonText(change.before.text(), path),
                            jsonText(change.after.text(), path), path.last().contains("status"_L1)});
        return;
    }
    const auto shown = [&](const Value &value) {
        return value.isNull() ? u"NULL"_s : formatCell(*column, value, privacy).text;
    };
    const bool isMain = column->name.contains("status"_L1) || column->type == ColumnType::Boolean;
    m_lines.append({Kind::Change, subject, column->label, shown(change.before).simplified(),
                    shown(change.after).simplified(), isMain});
}

void ConsequenceListModel::setOutcome(const LiveSchemaPtr &live, const DecisionOutcome &outcome, Privacy privacy)
{
    beginResetModel();
    m_lines.clear();
    for (const QString &warning : outcome.warnings)
        m_lines.append({Kind::Warning, {}, {}, {}, warning});
    const qsizetype first = m_lines.size();
    for (const ColumnChange &change : outcome.changes)
        addChange(*live, change, privacy);
    // What it is about comes first; when and by whom stands below.
    std::stable_partition(m_lines.begin() + first, m_lines.end(), [](const Line &line) { return line.isMain; });
    for (const PlannedNotice &notice : outcome.notices) {
        const QString name = privacy == Privacy::Revealed && !notice.userName.isEmpty()
            ? notice.userName
            : tr("User #%1").arg(notice.userId);
        m_lines.append({notice.whyNot.isEmpty() ? Kind::Notice : Kind::Silence,
                        name,
                        notice.title,
                        {},
                        notice.whyNot.isEmpty() ? notice.body : notice.whyNot});
    }
    endResetModel();
    emit countChanged();
}

void ConsequenceListModel::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
    emit countChanged();
}

int ConsequenceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ConsequenceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    switch (role) {
    case KindRole:
        return QVariant::fromValue(line.kind);
    case SubjectRole:
        return line.subject;
    case Qt::DisplayRole:
    case WhatRole:
        return line.what;
    case OldTextRole:
        return line.oldText;
    case NewTextRole:
        return line.newText;
    default:
        return {};
    }
}

QHash<int, QByteArray> ConsequenceListModel::roleNames() const
{
    return {{KindRole, "kind"},
            {SubjectRole, "subject"},
            {WhatRole, "what"},
            {OldTextRole, "oldText"},
            {NewTextRole, "newText"}};
}

} // namespace Ghar
