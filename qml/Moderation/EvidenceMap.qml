// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import Ghar.Map

/// The map of one line of evidence.
LocatorMap {}
