// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QQmlEngine>

namespace Ghar {

/// Colours and letters of the base map. A value, so that workers have their own.
struct MapLook
{
    QColor water;
    QColor land;
    QColor home; ///< the ground of India
    QColor urban;
    QColor river;
    QColor coast;
    QColor border;
    QColor homeBorder;
    QColor stateBorder;
    QColor label;      ///< of places
    QColor labelMuted; ///< of states and countries
    QColor halo;       ///< around every label
    QString family;

    bool operator==(const MapLook &) const = default;
};

/// The same for QML, which sets all of it from its theme.
class MapStyle : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor water MEMBER water NOTIFY changed)
    Q_PROPERTY(QColor land MEMBER land NOTIFY changed)
    Q_PROPERTY(QColor home MEMBER home NOTIFY changed)
    Q_PROPERTY(QColor urban MEMBER urban NOTIFY changed)
    Q_PROPERTY(QColor river MEMBER river NOTIFY changed)
    Q_PROPERTY(QColor coast MEMBER coast NOTIFY changed)
    Q_PROPERTY(QColor border MEMBER border NOTIFY changed)
    Q_PROPERTY(QColor homeBorder MEMBER homeBorder NOTIFY changed)
    Q_PROPERTY(QColor stateBorder MEMBER stateBorder NOTIFY changed)
    Q_PROPERTY(QColor label MEMBER label NOTIFY changed)
    Q_PROPERTY(QColor labelMuted MEMBER labelMuted NOTIFY changed)
    Q_PROPERTY(QColor halo MEMBER halo NOTIFY changed)
    Q_PROPERTY(QString family MEMBER family NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] MapLook look() const;

    QColor water;
    QColor land;
    QColor home;
    QColor urban;
    QColor river;
    QColor coast;
    QColor border;
    QColor homeBorder;
    QColor stateBorder;
    QColor label;
    QColor labelMuted;
    QColor halo;
    QString family;

signals:
    void changed();
};

} // namespace Ghar
