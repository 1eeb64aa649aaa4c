// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "database/sql.h"
#include "records/stagedrow.h"
#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QSet>

namespace Ghar {

/// The fields of one row, in the order of the table, as the inspector shows them.
class FieldListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a RecordInspector")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(bool hideEmpty READ hidesEmpty WRITE setHideEmpty NOTIFY filterChanged)

public:
    enum class Kind {
        Plain,
        Empty,   ///< NULL
        Default, ///< left to the database
        Missing, ///< required, and not given
        Number,
        Boolean,
        Chip,
        Link, ///< foreign key
        Url,
        Json,
        LongText,
        Point,
        Masked
    };
    Q_ENUM(Kind)

    enum Role {
        FieldNameRole = Qt::UserRole + 1, ///< column name
        FieldLabelRole,
        FieldKindRole,  ///< Kind
        FieldTextRole,  ///< formatted
        FieldExactRole, ///< canonical text
        FieldToneRole,  ///< CellTone
        FieldHintRole,  ///< type, unit and constraints in words
        LinkTableRole,
        LinkTextRole,      ///< label of the row the key leads to
        FieldChangedRole,  ///< a new value is staged
        FieldOriginalRole, ///< what it was, formatted; empty when nothing is staged
        FieldEditableRole,
        FieldProblemRole ///< the rule that the staged value breaks; empty when it keeps all
    };

    explicit FieldListModel(QObject *parent = nullptr);

    void setRow(const LiveSchemaPtr &live, const LiveTable *table, const Row &row, Privacy privacy);
    /// Shows a row that is not in the database yet; its values come by setStaged().
    void setNewRow(const LiveSchemaPtr &live, const LiveTable *table, Privacy privacy);
    void clear();
    /// Labels of the rows that fields lead to, by column.
    void setLinks(const QHash<QString, RowLabel> &links);
    /// New values of the row that are not committed, by column.
    void setStaged(const QMap<QString, StagedValue> &staged);
    /// Labels of the rows that staged values lead to, by column.
    void setStagedLinks(const QHash<QString, RowLabel> &links);
    /// What is wrong with staged values, by column.
    void setProblems(const QHash<QString, QString> &problems);
    void setPrivacy(Privacy privacy);
    Q_INVOKABLE void reveal(const QString &column);
    /// Whether this field may be seen now; one field can be revealed alone.
    [[nodiscard]] Privacy privacyOf(const Column &column) const;

    [[nodiscard]] int count() const { return int(m_shown.size()); }
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] bool hidesEmpty() const { return m_hideEmpty; }
    void setHideEmpty(bool hide);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();
    void filterChanged();

private:
    void reset(const LiveSchemaPtr &live, const LiveTable *table, const Row &row, Privacy privacy, bool isNew);
    void refilter();
    QVariant valueOf(int position, int role) const;
    Kind kindOf(const Column &column, const Value &value, const CellText &cell) const;

    LiveSchemaPtr m_live;
    const LiveTable *m_table = nullptr;
    Row m_row;
    bool m_isNew = false;
    QHash<QString, RowLabel> m_stagedLinks;
    QHash<QString, QString> m_problems;
    QMap<QString, StagedValue> m_staged;
    QList<int> m_shown; ///< positions of columns
    QHash<QString, RowLabel> m_links;
    QSet<QString> m_revealed;
    Privacy m_privacy = Privacy::Masked;
    QString m_filter;
    bool m_hideEmpty = false;
};

} // namespace Ghar
