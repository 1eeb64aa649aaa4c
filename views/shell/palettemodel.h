// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/databaseworker.h"
#include "database/liveschema.h"
#include "records/rowlabels.h"
#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QTimer>

namespace Ghar {

class DatabaseSession;

/// What the Ctrl+K box finds: screens, actions, tables and saved views at once, rows by key and label as they arrive.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by the Desk")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool searching READ isSearching NOTIFY countChanged)

public:
    enum Role {
        PaletteTitleRole = Qt::UserRole + 1,
        PaletteDetailRole,
        PaletteIconRole,
        PaletteSectionRole,
        PaletteKindRole,   ///< screen, action, table, view or record
        PaletteTargetRole, ///< name of the screen, action or table
        PaletteKeyRole,    ///< of a record; name of a view
        PaletteShortcutRole
    };

    explicit PaletteModel(QObject *parent = nullptr);

    /// Something that is always there: a screen or an action.
    struct Command
    {
        QString kind;
        QString target;
        QString title;
        QString icon;
        QString shortcut;
    };
    void setCommands(const QList<Command> &commands);
    /// The session must outlive the model or be replaced by nullptr before.
    void setSession(DatabaseSession *session);
    void setPrivacy(Privacy privacy) { m_privacy = privacy; }
    void setCurrentTable(const QString &table) { m_currentTable = table; }

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] int count() const { return int(m_entries.size()); }
    [[nodiscard]] bool isSearching() const { return m_running > 0; }

    /// Kind, target and key of an entry; empty when there is none.
    Q_INVOKABLE QStringList entryAt(int row) const;

    /// How well `text` fits `candidate`: 0 not at all; letters must come in order, beginnings of words count more.
    [[nodiscard]] static int score(const QString &text, const QString &candidate);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void textChanged();
    void countChanged();

private:
    struct Entry
    {
        QString kind;
        QString target;
        QString key;
        QString title;
        QString detail;
        QString icon;
        QString shortcut;
        int score = 0;
    };

    void rebuild();
    void searchRecords();
    void stopSearching();
    void addRecords(const LiveTable &table, const QList<RowLabel> &rows);

    DatabaseSession *m_session = nullptr;
    QString m_currentTable;
    QString m_text;
    QList<Command> m_commands;
    QList<Entry> m_entries;
    QTimer m_rest;
    QList<WorkTokenPtr> m_searches;
    Privacy m_privacy = Privacy::Masked;
    int m_running = 0;
    quint64 m_generation = 0;
};

} // namespace Ghar
