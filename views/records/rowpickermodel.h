// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/databaseworker.h"
#include "records/rowlabels.h"
#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QVariantList>

namespace Ghar {

class DatabaseSession;

/// Rows of one table, searched by what they are called, for choosing one: a list, and a card with the main values of
/// the row that is looked at. Before anything is searched for, the row that is chosen now is in the list, wherever it
/// is in the table.
class RowPickerModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a TableBrowser")
    Q_PROPERTY(QString tableLabel READ tableLabel NOTIFY tableChanged)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY tableChanged)
    Q_PROPERTY(int count READ count NOTIFY rowsChanged)
    Q_PROPERTY(bool searching READ isSearching NOTIFY rowsChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY rowsChanged)
    Q_PROPERTY(QString cardTitle READ cardTitle NOTIFY cardChanged)
    Q_PROPERTY(QVariantList card READ card NOTIFY cardChanged)

public:
    enum Role { PickKeyRole = Qt::UserRole + 1, PickLabelRole };

    /// Most rows that a search shows.
    static constexpr int shownRows = 50;

    explicit RowPickerModel(QObject *parent = nullptr);

    /// The session must outlive the model or be replaced by nullptr before.
    void setSession(DatabaseSession *session);
    void setPrivacy(Privacy privacy);

    /// Begins to choose among the rows of a table; `key` is the row that is chosen now, or empty.
    Q_INVOKABLE void start(const QString &table, const QString &key);
    /// The key of a row that was found; empty for none.
    Q_INVOKABLE QString keyAt(int row) const;
    /// Where the row with this key is in the list; -1 when it was not found.
    Q_INVOKABLE int rowOf(const QString &key) const;
    /// Reads the card of a row of the table.
    Q_INVOKABLE void showCard(const QString &key);

    [[nodiscard]] QString tableLabel() const;
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] bool isSearching() const { return m_work != nullptr; }
    [[nodiscard]] QString errorText() const { return m_error; }
    [[nodiscard]] QString cardTitle() const { return labelText(m_cardLabel, m_privacy); }
    /// Maps of `label` and `text`.
    [[nodiscard]] QVariantList card() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void tableChanged();
    void rowsChanged();
    void cardChanged();

private:
    void search();

    DatabaseSession *m_session = nullptr;
    const LiveTable *m_table = nullptr;
    QString m_text;
    Row m_chosen; ///< key of the row that was chosen at the start; or empty
    QList<RowLabel> m_rows;
    QString m_error;
    WorkTokenPtr m_work;
    RowLabel m_cardLabel;
    Row m_cardRow;
    QString m_cardKey;
    Privacy m_privacy = Privacy::Masked;
};

} // namespace Ghar
