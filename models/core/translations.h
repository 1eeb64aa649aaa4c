// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Ghar {

/// Installs the texts that ship with the desk in the running application, which owns them: for English the plural
/// forms. False when they are missing in this build. Call it once, on the GUI thread, before anything is shown.
bool installTranslations();

} // namespace Ghar
