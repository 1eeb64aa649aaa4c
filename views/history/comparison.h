// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparelistmodel.h"
#include "core/result.h"
#include "records/rowlabelcache.h"
#include "records/rowversion.h"

#include <QObject>
#include <QQmlEngine>

namespace Ghar {

class DatabaseSession;

/// Any two rows of one table, or any two versions of rows, side by side: one is marked first, then another is compared
/// with it. Owned by the Desk, because the two may be looked up on different screens.
class Comparison : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by the Desk")
    Q_PROPERTY(bool marked READ isMarked NOTIFY changed)
    Q_PROPERTY(QString markText READ markText NOTIFY changed)
    Q_PROPERTY(QString leftTitle READ leftTitle NOTIFY changed)
    Q_PROPERTY(QString rightTitle READ rightTitle NOTIFY changed)
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(Ghar::CompareListModel *values READ values CONSTANT)

public:
    explicit Comparison(QObject *parent = nullptr);

    /// The session must outlive this or be replaced by nullptr before.
    void setSession(DatabaseSession *session);
    void setPrivacy(Privacy privacy) { m_values.setPrivacy(privacy); }

    /// Marks a row as it is now.
    Q_INVOKABLE void markRow(const QString &table, const QString &key);
    /// Compares a row as it is now with what is marked.
    Q_INVOKABLE void compareRow(const QString &table, const QString &key);
    void mark(const RowMoment &moment, const QString &title);
    void compare(const RowMoment &moment, const QString &title);
    Q_INVOKABLE void swap();

    [[nodiscard]] bool isMarked() const { return !m_mark.moment.table.isEmpty(); }
    [[nodiscard]] QString markText() const { return m_mark.title; }
    [[nodiscard]] QString leftTitle() const { return m_left.title; }
    [[nodiscard]] QString rightTitle() const { return m_right.title; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] CompareListModel *values() { return &m_values; }

signals:
    void changed();
    /// There is something to look at; it may still be loading.
    void compared();

private:
    struct Side
    {
        RowMoment moment;
        QString title;
    };

    [[nodiscard]] QString titleOf(const QString &table, const QString &key) const;
    /// Two sides that are called the same are told apart.
    void tellApart();
    void read();

    DatabaseSession *m_session = nullptr;
    Side m_mark;
    Side m_left;
    Side m_right;
    RowLabelCache m_labels; ///< outlives the values that ask it
    CompareListModel m_values;
    bool m_loading = false;
    QString m_errorText;
    quint64 m_generation = 0;
};

} // namespace Ghar
