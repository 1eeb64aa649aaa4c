// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "schema/schema.h"

#include <QDate>
#include <QStringList>

#include <functional>
#include <optional>

namespace Ghar {

class Connection;

struct DemoRequest
{
    int scale = 1;
    QDate today; ///< the day the demo data is made for, in Asia/Kolkata
};

struct InitReport
{
    bool created = false; ///< false: it was there already and nothing was changed
    bool demoFilled = false;
    int updatedFrom = 0; ///< the older version that the desk's own tables had; 0 when they were not brought up to date
    qint64 rows = 0;     ///< rows written as demo data
    QStringList remarks; ///< e.g. that the server offers no pgvector
};

/// Makes an empty platform database through a read-write connection, and fills it with demo data when asked to. Done in
/// one transaction: after an error nothing has changed. A database that holds anything else is refused; one that was
/// initialised before is left alone, apart from bringing the desk's own tables up to date.
[[nodiscard]] Result<InitReport> initializeDatabase(Connection &connection, const SchemaPtr &schema,
                                                    const std::optional<DemoRequest> &demo);

} // namespace Ghar
