// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import Ghar.Media

/// The pictures of one line of evidence.
PictureStrip {}
