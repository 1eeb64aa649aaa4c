// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;

namespace Ghar {

/// From now on the windows are closed in order when the system asks the program to end (SIGTERM, SIGINT, SIGHUP): a
/// decision that waits to be called back is carried out, and what is in hand is free for colleagues. Asked a second
/// time, it ends at once. On Windows the system itself closes windows. For the GUI thread; `owner` lives as long as
/// they do.
void closeWindowsOnTermination(QObject &owner);

} // namespace Ghar
