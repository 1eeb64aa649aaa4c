// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// The platform's own forms of public records, so that generated rows agree with what its scrapers would have written.
namespace Ghar::DemoDataHub {

/// Lower-case words joined by hyphens.
[[nodiscard]] QString slug(const QStringList &parts);
/// SHA-256 of an address in its normal form, in hex.
[[nodiscard]] QString addressHash(const QString &address);
/// What a scraper saw: the headings and cells of one table row.
[[nodiscard]] QString rawRow(const QStringList &headers, const QStringList &cells);

} // namespace Ghar::DemoDataHub
