// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictureeffects.h"

#include <QObject>
#include <QQmlEngine>

namespace Ghar {

/// How the person looks at pictures that may be disturbing; stays as it was left.
class PictureLook : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a PictureStore")
    Q_PROPERTY(bool greyscale READ isGreyscale WRITE setGreyscale NOTIFY changed)
    Q_PROPERTY(bool blurred READ isBlurred WRITE setBlurred NOTIFY changed)

public:
    explicit PictureLook(QObject *parent = nullptr);

    [[nodiscard]] const PictureEffects &effects() const { return m_effects; }
    [[nodiscard]] bool isGreyscale() const { return m_effects.greyscale; }
    void setGreyscale(bool greyscale);
    [[nodiscard]] bool isBlurred() const { return m_effects.blurred; }
    void setBlurred(bool blurred);

signals:
    void changed();

private:
    PictureEffects m_effects;
};

} // namespace Ghar
