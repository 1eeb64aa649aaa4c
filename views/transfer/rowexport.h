// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/databaseworker.h"
#include "support/cellformatter.h"

#include <QObject>
#include <QQmlEngine>
#include <QUrl>

namespace Ghar {

class DatabaseSession;
class RecordTableModel;

/// Writes what the grid lists, all rows in its order and not only those that were read, to a file. Runs on a connection
/// of its own, so that the grid goes on meanwhile. Part of a TableBrowser.
class RowExport : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a TableBrowser")
    Q_PROPERTY(bool running READ isRunning NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(qreal progress READ progress NOTIFY changed)
    Q_PROPERTY(QStringList formats READ formats CONSTANT)
    Q_PROPERTY(QStringList formatLabels READ formatLabels CONSTANT)

public:
    explicit RowExport(RecordTableModel *records, QObject *parent = nullptr);
    ~RowExport() override;

    /// The session must outlive this or be replaced by nullptr before; what runs is stopped.
    void setSession(DatabaseSession *session);
    void setPrivacy(Privacy privacy);

    /// Short names of formats, which are the usual endings of their files too.
    [[nodiscard]] QStringList formats() const;
    /// What people call them, in the same order.
    [[nodiscard]] QStringList formatLabels() const;
    /// Begins to write the shown columns, or all that can be exported. An older file is replaced when the new one is
    /// whole. ended() follows.
    Q_INVOKABLE void start(const QUrl &file, const QString &format, bool allColumns, bool byteOrderMark,
                           bool guardFormulas);
    Q_INVOKABLE void cancel();

    [[nodiscard]] bool isRunning() const { return m_token != nullptr; }
    /// What is being written and how far it is.
    [[nodiscard]] QString text() const;
    /// 0..1, or -1 while the number of rows is not known.
    [[nodiscard]] qreal progress() const;

signals:
    void changed();
    void ended(const QString &sentence, bool failed);

private:
    void take(const Result<qint64> &written, const QString &path);

    RecordTableModel *m_records;
    DatabaseSession *m_session = nullptr;
    Privacy m_privacy = Privacy::Masked;
    WorkTokenPtr m_token;
    QString m_tableLabel;
    qint64 m_done = 0;
    qint64 m_total = -1;
};

} // namespace Ghar
