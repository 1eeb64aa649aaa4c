// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace Ghar {

/// What kind of failure it was, for code that reacts to it.
enum class ErrorKind {
    Unknown,
    NotFound,       ///< a file, table, column or row that is not there
    BadInput,       ///< an argument or value that cannot be used
    Refused,        ///< the desk declines on purpose, e.g. a file that holds something else
    CannotOpen,     ///< not a database, encrypted, truncated, unreachable
    Authentication, ///< wrong password or unknown user
    Permission,     ///< no rights on a file, table or folder
    NewerSchema,    ///< written by a newer version of the desk
    Constraint,     ///< the database refused a value
    Busy,           ///< locked by somebody else
    DiskFull,
    ConnectionLost,
    Cancelled,
    Syntax ///< the database did not understand a statement: a defect of the desk
};

/// An expected failure as a value. `userText` is translated, names the thing and says what to do; `detail` carries the
/// driver's words and belongs in the log only.
struct Error
{
    ErrorKind kind = ErrorKind::Unknown;
    QString userText;
    QString detail;
};

/// A value or the Error that prevented it. Names follow std::expected so that it can replace this later.
template <typename T> class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): `return value;` must read naturally
        : m_state(std::in_place_index<0>, std::move(value))
    { }
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_state(std::in_place_index<1>, std::move(error))
    { }

    [[nodiscard]] bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_error(std::move(error))
    { }

    [[nodiscard]] bool hasValue() const { return !m_error; }
    explicit operator bool() const { return hasValue(); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace Ghar

Q_DECLARE_METATYPE(Ghar::Error)
