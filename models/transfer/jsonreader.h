// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/rowsource.h"

#include <QHash>
#include <QIODevice>

namespace Ghar {

/// Reads JSON objects as rows: one array of them, or objects one after the other (JSON Lines). Numbers keep their
/// digits, objects and lists inside stay JSON. The columns are all keys of all objects, so the file is read once for
/// them before the first row.
class JsonReader final : public RowSource
{
public:
    enum class Form { Array, Lines };
    /// The device must be able to go back to its start.
    JsonReader(std::unique_ptr<QIODevice> device, Form form);

    Result<void> begin() override;
    Result<bool> next(SourceRow &row) override;
    qint64 position() const override { return m_read; }
    qint64 size() const override { return m_device->size(); }

private:
    [[nodiscard]] Result<void> restart();
    /// The text of the next object, and the line where it begins; false at the end.
    [[nodiscard]] Result<bool> nextObject(QByteArray &text, qint64 &line);
    /// The byte that comes next, without taking it; -1 at the end.
    [[nodiscard]] Result<int> peek();
    [[nodiscard]] Result<int> peekBehindBlanks();
    void take();
    [[nodiscard]] Error wrong(const QString &what) const;

    std::unique_ptr<QIODevice> m_device;
    const Form m_form;
    QByteArray m_bytes;
    qsizetype m_at = 0;
    qint64 m_read = 0;
    qint64 m_line = 1;
    bool m_isFirst = true;
    bool m_hasEnded = false; ///< the array's bracket was met
    qint64 m_objects = 0;
    QHash<QString, qsizetype> m_places; ///< of the names
};

} // namespace Ghar
