// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/iconprovider.h"

#include <QColor>
#include <QFile>
#include <QLoggingCategory>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcIcons, "ghar.views")

namespace Ghar {
namespace {

constexpr int naturalSize = 24;

bool isIconName(const QString &name)
{
    return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

QByteArray iconSource(const QString &name)
{
    // The name comes out of a URL: anything but a plain name must not leave the folder.
    if (!isIconName(name))
        return {};
    QFile file(u":/ghar/icons/"_s + name + u".svg"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void drawPlaceholder(QPainter &painter, const QSize &size, const QColor &color)
{
    const QRectF box = QRectF({}, size).adjusted(1, 1, -1, -1);
    painter.setPen(color);
    painter.drawRect(box);
    painter.drawLine(box.topLeft(), box.bottomRight());
    painter.drawLine(box.topRight(), box.bottomLeft());
}

} // namespace

IconProvider::IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) { }

QString IconProvider::id()
{
    return u"icon"_s;
}

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const QStringList parts = id.split(u'/');
    const QString &name = parts.constFirst();
    QColor color(u'#' + parts.value(1));
    if (!color.isValid()) {
        qCWarning(lcIcons) << "An icon needs a name and a colour:" << id;
        color = QColor(Qt::gray);
    }

    const QSize natural(naturalSize, naturalSize);
    const QSize drawn = requestedSize.width() > 0 && requestedSize.height() > 0 ? requestedSize : natural;
    if (size)
        *size = drawn;
    QImage image(drawn, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(color.alphaF());

    QByteArray source = iconSource(name);
    source.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    if (const double stroke = parts.value(2).toDouble(); stroke > 0)
        source.replace("stroke-width=\"1.5\"", QByteArray("stroke-width=\"" + QByteArray::number(stroke) + '"'));
    QSvgRenderer renderer(source);
    if (renderer.isValid()) {
        renderer.render(&painter, QRectF({}, drawn));
    } else {
        qCWarning(lcIcons) << "There is no icon named" << name;
        drawPlaceholder(painter, drawn, color);
    }
    return image;
}

} // namespace Ghar
