// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moderation/moderationpolicy.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// What people are told, one template a row, to be edited with a preview.
class NoticeTemplateModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of the moderation settings")

public:
    enum Role {
        LabelRole = Qt::UserRole + 1,
        TitleRole,
        BodyRole,
        PlaceholdersRole, ///< `{name}, {reason}`
        PreviewRole,      ///< with sample values, all of them there
        ProblemRole,      ///< why it cannot go out; or empty
        ChangedRole       ///< otherwise than the standard
    };

    explicit NoticeTemplateModel(QObject *parent = nullptr);

    void setNotices(const QMap<QString, NoticeTemplate> &notices);
    [[nodiscard]] QMap<QString, NoticeTemplate> notices() const;
    Q_INVOKABLE void setTitle(int row, const QString &title);
    Q_INVOKABLE void setBody(int row, const QString &body);
    /// The standard's text again.
    Q_INVOKABLE void reset(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void edited();

private:
    struct Notice
    {
        QString kind;
        NoticeTemplate text;
    };
    void touch(int row);

    QList<Notice> m_notices;
};

} // namespace Ghar
