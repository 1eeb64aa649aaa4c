// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/rowlabels.h"
#include "support/cellformatter.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace Ghar {

class DatabaseSession;

/// What rows are called, for lists that show a few of them: each label is fetched once, when it is first asked for.
class RowLabelCache : public QObject
{
    Q_OBJECT

public:
    explicit RowLabelCache(QObject *parent = nullptr);

    /// Forgets all labels. The session must outlive this or be replaced by nullptr before.
    void setSession(DatabaseSession *session);
    /// Forgets all labels, because rows may have got other ones.
    void clear();
    /// The label of the row of a table with this primary key; nullptr while it is not known.
    [[nodiscard]] const RowLabel *ofRow(const QString &table, const Row &key);
    /// The label of the row that a value of a foreign key leads to; nullptr where the column is none.
    [[nodiscard]] const RowLabel *ofLink(const Table &table, const QString &column, const Value &value);
    /// The same as a person reads it, with the key: `Palm Residency (#12)`. Empty while the label is not known.
    [[nodiscard]] QString linkText(const Table &table, const QString &column, const Value &value, Privacy privacy);

signals:
    /// More labels are known.
    void changed();

private:
    struct Place
    {
        QString table;
        QString column; ///< whose value names the row
        QString value;
        bool operator==(const Place &) const = default;
    };
    friend size_t qHash(const Place &place, size_t seed = 0)
    {
        return qHashMulti(seed, place.table, place.column, place.value);
    }

    [[nodiscard]] const RowLabel *find(const Place &place);
    void fetch();

    DatabaseSession *m_session = nullptr;
    QHash<Place, RowLabel> m_labels;
    QSet<Place> m_wanted;
    QSet<Place> m_asked;
    QTimer m_timer;
    quint64 m_generation = 0;
};

} // namespace Ghar
