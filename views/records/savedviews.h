// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tablelook.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Ghar {

/// The looks of one table that a person has kept under names, in the desk's settings. Which of them is in use is not
/// known here.
class SavedViews
{
public:
    explicit SavedViews(const QString &table) : m_table(table) { }

    /// Tables that have saved views.
    [[nodiscard]] static QStringList tables();

    /// In alphabetical order.
    [[nodiscard]] QStringList names() const;
    /// The view as far as it fits the table; nothing when there is none of this name.
    [[nodiscard]] std::optional<TableLook> look(const QString &name, const Table &table) const;
    /// Replaces the view of this name.
    void save(const QString &name, const TableLook &look) const;
    void remove(const QString &name) const;

private:
    [[nodiscard]] QString group() const;
    [[nodiscard]] QString keyOf(const QString &name) const;

    const QString m_table;
};

} // namespace Ghar
