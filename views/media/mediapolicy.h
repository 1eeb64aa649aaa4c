// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mediarules.h"

#include <QObject>
#include <QQmlEngine>

namespace Ghar {

/// The person's choice which pictures may be fetched from the network, remembered in the desk's settings. As long as
/// nothing is chosen, hosts are asked for one by one.
class MediaPolicy : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a PictureStore")
    Q_PROPERTY(Mode mode READ mode WRITE setMode NOTIFY changed)
    Q_PROPERTY(QStringList hosts READ hosts NOTIFY changed)

public:
    enum class Mode {
        Never = int(MediaRules::Mode::Never),
        AllowedHosts = int(MediaRules::Mode::AllowedHosts),
        Always = int(MediaRules::Mode::Always)
    };
    Q_ENUM(Mode)

    explicit MediaPolicy(QObject *parent = nullptr);

    [[nodiscard]] const MediaRules &rules() const { return m_rules; }
    [[nodiscard]] Mode mode() const { return Mode(m_rules.mode); }
    void setMode(Mode mode);
    /// The allowed hosts in alphabetical order.
    [[nodiscard]] QStringList hosts() const;
    /// Allows a host. Where pictures are never loaded, only allowed hosts are from now on, because that was asked for.
    Q_INVOKABLE void allowHost(const QString &host);
    Q_INVOKABLE void forgetHosts();
    /// The first host among these addresses that is not allowed; empty when there is none.
    Q_INVOKABLE QString blockedHost(const QStringList &addresses) const;

signals:
    void changed();

private:
    void setRules(const MediaRules &rules);

    MediaRules m_rules;
};

} // namespace Ghar
