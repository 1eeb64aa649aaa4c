// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace Ghar {

class Schema;
class SchemaProblems;

/// File and table name of each table, for the messages.
using SchemaPlaces = QHash<QString, QString>;

/// Checks that the parts of a schema agree: what one part names exists in the other, names are unique, keys fit the
/// columns they refer to, and defaults are values that their columns can hold.
void validateSchema(const Schema &schema, const SchemaPlaces &places, SchemaProblems *problems);

} // namespace Ghar
