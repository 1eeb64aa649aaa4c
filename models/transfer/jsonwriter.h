// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/rowsink.h"

namespace Ghar {

/// Writes each row as a JSON object of column and value (see jsonOf()): one array of them, or one object per line.
class JsonWriter final : public RowSink
{
public:
    enum class Form { Array, Lines };
    JsonWriter(QIODevice &device, Form form) : m_buffer(device), m_form(form) { }

    Result<void> begin(const QString &table, const QList<Column> &columns) override;
    Result<void> add(const Row &row) override;
    Result<void> finish() override;

private:
    SinkBuffer m_buffer;
    const Form m_form;
    QList<Column> m_columns;
    QList<QByteArray> m_names; ///< in quotes, with the colon
    bool m_isFirst = true;
};

} // namespace Ghar
