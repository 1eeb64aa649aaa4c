// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <initializer_list>

namespace Ghar {

/// Small splitmix64 generator. Every demo row has one of its own, seeded by table and row number, so that a new table
/// or one more draw in one row never changes any other row. The standard distributions are avoided: their results
/// differ between libraries.
class DemoRandom
{
public:
    explicit constexpr DemoRandom(quint64 seed) : m_state(seed) { }

    /// A seed made of a name and a number.
    [[nodiscard]] static quint64 seedOf(QStringView name, quint64 number = 0)
    {
        quint64 hash = 14695981039346656037ULL; // FNV-1a
        for (const QChar letter : name)
            hash = (hash ^ letter.unicode()) * 1099511628211ULL;
        return mixed(hash ^ (number * 0x9E3779B97F4A7C15ULL));
    }

    constexpr quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        return mixed(m_state);
    }
    /// 0 … count − 1; 0 when count is not positive.
    constexpr int below(qint64 count) { return count <= 0 ? 0 : int(((next() >> 32) * quint64(count)) >> 32); }
    /// low … high, both included.
    constexpr int between(int low, int high) { return low + below(qint64(high) - low + 1); }
    constexpr bool chance(int percent) { return below(100) < percent; }
    /// Position drawn by weight.
    constexpr int weighted(std::initializer_list<int> weights)
    {
        int total = 0;
        for (const int weight : weights)
            total += weight;
        int rest = below(total);
        int position = 0;
        for (const int weight : weights) {
            if (rest < weight)
                return position;
            rest -= weight;
            ++position;
        }
        return 0;
    }
    template <typename T> const T &pick(const QList<T> &list) { return list.at(below(list.size())); }

private:
    static constexpr quint64 mixed(quint64 value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
        return value ^ (value >> 31);
    }

    quint64 m_state;
};

} // namespace Ghar
