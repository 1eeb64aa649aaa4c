// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <functional>
#include <memory>

namespace Ghar {

/// Keeps passwords of profiles where the system keeps secrets, never in a file of the desk's. Answers come later, on
/// the calling thread, which needs an event loop; they come after the object is gone, so callers guard what they
/// capture.
class Keychain
{
public:
    virtual ~Keychain() = default;

    /// The password of a profile; empty when none is kept.
    virtual void read(const QString &profile, std::function<void(const Result<QString> &)> answer) = 0;
    virtual void write(const QString &profile, const QString &password,
                       std::function<void(const Result<void> &)> answer) = 0;
    /// Forgets a password; that there is none is no error.
    virtual void remove(const QString &profile, std::function<void(const Result<void> &)> answer) = 0;

    /// The system's keychain: Windows Credential Manager, macOS Keychain, or the Secret Service. Where there is none
    /// every answer is an error that says so.
    [[nodiscard]] static std::unique_ptr<Keychain> system();
};

} // namespace Ghar
