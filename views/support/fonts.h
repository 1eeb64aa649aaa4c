// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Ghar {

/// Registers the fonts that ship with the desk and makes Inter Desk (Inter without ligatures), 13 pixels, with Noto
/// Sans Devanagari behind it the application's font. Call once, after the QGuiApplication exists and before the first
/// window. Returns the files that could not be used; the desk runs on with the system's font for them.
QStringList installFonts();

} // namespace Ghar
