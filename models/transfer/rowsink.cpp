// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rowsink.h"

#include <QCoreApplication>

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RowSink)
};

constexpr qsizetype portion = 256 * 1024;

} // namespace

Result<void> SinkBuffer::pass(bool everything)
{
    if (m_bytes.size() < portion && !everything)
        return {};
    if (m_device.write(m_bytes) != m_bytes.size())
        return Error{ErrorKind::DiskFull,
                     Text::tr("The rows could not be written to their end: %1. Make room, or choose another place.")
                         .arg(m_device.errorString()),
                     m_device.errorString()};
    m_bytes.resize(0); // keeps the memory, which clear() would not
    return {};
}

} // namespace Ghar
