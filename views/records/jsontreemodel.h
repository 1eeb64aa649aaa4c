// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QJsonValue>
#include <QQmlEngine>

#include <memory>
#include <vector>

namespace Ghar {

/// A JSON text as an indented list: one row per visible node, objects and arrays can be opened and closed. Keys keep
/// the order in which QJsonDocument gives them.
class JsonTreeModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(bool valid READ isValid NOTIFY textChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        NodeKeyRole = Qt::UserRole + 1, ///< key or array position as text
        NodeTextRole,                   ///< scalar as text, or a summary such as `3 keys`
        NodeDepthRole,                  ///< 0 for the topmost keys
        NodeExpandableRole,
        NodeExpandedRole,
        NodeTypeRole ///< object, array, string, number, boolean or null
    };

    explicit JsonTreeModel(QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] bool isValid() const { return m_valid; }
    [[nodiscard]] int count() const { return int(m_nodes.size()); }
    Q_INVOKABLE void toggle(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void textChanged();
    void countChanged();

private:
    struct Node
    {
        QString key;
        QJsonValue value;
        int depth = 0;
        bool expanded = false;
    };

    static std::vector<Node> childrenOf(const QJsonValue &value, int depth);

    QString m_text;
    bool m_valid = false;
    std::vector<Node> m_nodes;
};

} // namespace Ghar
