// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "noticetemplatemodel.h"

#include "moderation/moderationnotice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

QString kindLabel(const QString &kind)
{
    static const QHash<QString, const char *> labels{
        {u"flatmate_listing_approved"_s,
         QT_TRANSLATE_NOOP("Ghar::NoticeTemplateModel", "Listing approved, to the owner")},
        {u"flatmate_listing_rejected"_s,
         QT_TRANSLATE_NOOP("Ghar::NoticeTemplateModel", "Listing rejected, to the owner")},
        {u"listing_edit_requested"_s, QT_TRANSLATE_NOOP("Ghar::NoticeTemplateModel", "Edit requested, to the owner")},
        {u"flatmate_account_warned"_s, QT_TRANSLATE_NOOP("Ghar::NoticeTemplateModel", "Warning, to the person")},
        {u"flatmate_account_suspended"_s, QT_TRANSLATE_NOOP("Ghar::NoticeTemplateModel", "Suspension, to the person")},
        {u"profile_paused"_s, QT_TRANSLATE_NOOP("Ghar::NoticeTemplateModel", "Profile paused, to the person")},
        {u"flatmate_report_dismissed"_s,
         QT_TRANSLATE_NOOP("Ghar::NoticeTemplateModel", "Report dismissed, to the reporter")},
        {u"flatmate_report_actioned"_s,
         QT_TRANSLATE_NOOP("Ghar::NoticeTemplateModel", "Report acted on, to the reporter")}};
    const auto label = labels.constFind(kind);
    return label == labels.cend() ? kind : NoticeTemplateModel::tr(*label);
}

/// Something in the place of every value.
QMap<QString, QString> sampleValues()
{
    return {{u"name"_s, NoticeTemplateModel::tr("Ravi Kumar")},
            {u"reason"_s, NoticeTemplateModel::tr("The photos show another flat.")},
            {u"until"_s, NoticeTemplateModel::tr("31 Dec 2026")},
            {u"listing"_s, NoticeTemplateModel::tr("Room in Sector 45")},
            {u"boost"_s, NoticeTemplateModel::tr("It gets a 24-hour boost.")}};
}

} // namespace

NoticeTemplateModel::NoticeTemplateModel(QObject *parent) : QAbstractListModel(parent) { }

void NoticeTemplateModel::setNotices(const QMap<QString, NoticeTemplate> &notices)
{
    QList<Notice> rows;
    for (auto it = notices.cbegin(); it != notices.cend(); ++it)
        rows.append({it.key(), *it});
    const bool isSame = std::equal(rows.cbegin(), rows.cend(), m_notices.cbegin(), m_notices.cend(),
                                   [](const Notice &a, const Notice &b) { return a.kind == b.kind; });
    if (isSame) {
        m_notices = rows;
        if (!rows.isEmpty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_notices = rows;
    endResetModel();
}

QMap<QString, NoticeTemplate> NoticeTemplateModel::notices() const
{
    QMap<QString, NoticeTemplate> notices;
    for (const Notice &notice : m_notices)
        notices.insert(notice.kind, notice.text);
    return notices;
}

void NoticeTemplateModel::touch(int row)
{
    emit dataChanged(index(row), index(row));
    emit edited();
}

void NoticeTemplateModel::setTitle(int row, const QString &title)
{
    if (row < 0 || row >= m_notices.size() || m_notices.at(row).text.title == title)
        return;
    m_notices[row].text.title = title;
    touch(row);
}

void NoticeTemplateModel::setBody(int row, const QString &body)
{
    if (row < 0 || row >= m_notices.size() || m_notices.at(row).text.body == body)
        return;
    m_notices[row].text.body = body;
    touch(row);
}

void NoticeTemplateModel::reset(int row)
{
    if (row < 0 || row >= m_notices.size())
        return;
    m_notices[row].text = ModerationPolicy::standard().notices.value(m_notices.at(row).kind);
    touch(row);
}

int NoticeTemplateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_notices.size());
}

QVariant NoticeTemplateModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Notice &notice = m_notices.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return kindLabel(notice.kind);
    case TitleRole:
        return notice.text.title;
    case BodyRole:
        return notice.text.body;
    case PlaceholdersRole:
        return u'{' + placeholdersOf(notice.kind).join(u"}, {"_s) + u'}';
    case PreviewRole: {
        const Result<QString> body = filledTemplate(notice.text.body, sampleValues());
        return body ? *body : QString();
    }
    case ProblemRole:
        return problemOf(notice.text, notice.kind);
    case ChangedRole:
        return notice.text != ModerationPolicy::standard().notices.value(notice.kind);
    default:
        return {};
    }
}

QHash<int, QByteArray> NoticeTemplateModel::roleNames() const
{
    return {{LabelRole, "label"},     {TitleRole, "noticeTitle"},
            {BodyRole, "noticeBody"}, {PlaceholdersRole, "placeholders"},
            {PreviewRole, "preview"}, {ProblemRole, "problem"},
            {ChangedRole, "changed"}};
}

} // namespace Ghar
