// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontreemodel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Ghar {

JsonTreeModel::JsonTreeModel(QObject *parent) : QAbstractListModel(parent) { }

std::vector<JsonTreeModel::Node> JsonTreeModel::childrenOf(const QJsonValue &value, int depth)
{
    std::vector<Node> nodes;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it)
            nodes.push_back({it.key(), it.value(), depth, false});
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            nodes.push_back({QString::number(i), array.at(i), depth, false});
    }
    return nodes;
}

void JsonTreeModel::setText(const QString &text)
{
    if (text == m_text && m_valid)
        return;
    beginResetModel();
    m_text = text;
    QJsonParseError error;
    // Wrapped, so that a bare string or number is a document too.
    const QJsonDocument document = QJsonDocument::fromJson('[' + text.toUtf8() + ']', &error);
    m_valid = error.error == QJsonParseError::NoError && document.array().size() == 1;
    const QJsonValue root = m_valid ? document.array().first() : QJsonValue();
    m_nodes = childrenOf(root, 0);
    if (m_nodes.empty() && m_valid)
        m_nodes.push_back({QString(), root, 0, false});
    endResetModel();
    emit textChanged();
    emit countChanged();
}

void JsonTreeModel::toggle(int row)
{
    if (row < 0 || row >= count())
        return;
    Node &node = m_nodes.at(size_t(row));
    if (node.expanded) {
        int last = row;
        while (last + 1 < count() && m_nodes.at(size_t(last + 1)).depth > node.depth)
            ++last;
        node.expanded = false;
        if (last > row) {
            beginRemoveRows({}, row + 1, last);
            m_nodes.erase(m_nodes.begin() + row + 1, m_nodes.begin() + last + 1);
            endRemoveRows();
        }
    } else {
        std::vector<Node> children = childrenOf(node.value, node.depth + 1);
        if (children.empty())
            return;
        node.expanded = true;
        beginInsertRows({}, row + 1, row + int(children.size()));
        m_nodes.insert(m_nodes.begin() + row + 1, children.begin(), children.end());
        endInsertRows();
    }
    emit dataChanged(index(row), index(row), {NodeExpandedRole});
    emit countChanged();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = m_nodes.at(size_t(index.row()));
    switch (role) {
    case NodeKeyRole:
        return node.key;
    case NodeDepthRole:
        return node.depth;
    case NodeExpandedRole:
        return node.expanded;
    case NodeExpandableRole:
        return (node.value.isObject() && !node.value.toObject().isEmpty())
            || (node.value.isArray() && !node.value.toArray().isEmpty());
    case NodeTypeRole:
        switch (node.value.type()) {
        case QJsonValue::Object:
            return u"object"_s;
        case QJsonValue::Array:
            return u"array"_s;
        case QJsonValue::String:
            return u"string"_s;
        case QJsonValue::Double:
            return u"number"_s;
        case QJsonValue::Bool:
            return u"boolean"_s;
        default:
            return u"null"_s;
        }
    case NodeTextRole:
        if (node.value.isObject())
            return tr("%n key(s)", nullptr, int(node.value.toObject().size()));
        if (node.value.isArray())
            return tr("%n item(s)", nullptr, int(node.value.toArray().size()));
        if (node.value.isNull())
            return u"null"_s;
        return node.value.toVariant().toString();
    default:
        return {};
    }
}

QHash<int, QByteArray> JsonTreeModel::roleNames() const
{
    return {{NodeKeyRole, "nodeKey"},           {NodeTextRole, "nodeText"},
            {NodeDepthRole, "nodeDepth"},       {NodeExpandableRole, "nodeExpandable"},
            {NodeExpandedRole, "nodeExpanded"}, {NodeTypeRole, "nodeType"}};
}

} // namespace Ghar
