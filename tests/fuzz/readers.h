// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// What is tried with every input of a fuzz target and with every file of its corpus. Each returns what is wrong with
/// the reader, and nothing when it kept its promises, whatever the input is.
namespace FuzzReaders {

[[nodiscard]] QString csv(const QByteArray &input);
[[nodiscard]] QString json(const QByteArray &input);
[[nodiscard]] QString xlsx(const QByteArray &input);
/// The file of staged edits, as it is found at the next start.
[[nodiscard]] QString journal(const QByteArray &input);

} // namespace FuzzReaders
