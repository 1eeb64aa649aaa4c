// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mapstyle.h"

namespace Ghar {

MapLook MapStyle::look() const
{
    return {water, land, home, urban, river, coast, border, homeBorder, stateBorder, label, labelMuted, halo, family};
}

} // namespace Ghar
