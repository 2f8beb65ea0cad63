// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"

#include <array>
#include <bit>
#include <cstdint>
#include <initializer_list>

namespace skanse {

/// A set of controls, in the order of their ids. What they mean is none of this layer's business.
class ControlSet
{
public:
    ControlSet() = default;
    ControlSet(ControlId id) { insert(id); }
    ControlSet(std::initializer_list<ControlId> ids)
    {
        for (const ControlId id : ids)
            insert(id);
    }

    void insert(ControlId id) { m_words[wordOf(id)] |= bitOf(id); }
    void insert(const ControlSet &other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
    }
    [[nodiscard]] bool contains(ControlId id) const
    {
        return (m_words[wordOf(id)] & bitOf(id)) != 0;
    }
    [[nodiscard]] bool empty() const { return *this == ControlSet{}; }

    /// Those that are in both sets.
    [[nodiscard]] friend ControlSet operator&(ControlSet left, const ControlSet &right)
    {
        for (std::size_t i = 0; i < left.m_words.size(); ++i)
            left.m_words[i] &= right.m_words[i];
        return left;
    }

    template <class Function> void forEach(Function &&function) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            for (std::uint64_t rest = m_words[i]; rest != 0; rest &= rest - 1)
                function(static_cast<ControlId>(
                    i * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
    }

    /// By hand: the default calls memcmp, and sets are compared for every line that is written.
    bool operator==(const ControlSet &other) const
    {
        std::uint64_t difference = 0;
        for (std::size_t i = 0; i < m_words.size(); ++i)
            difference |= m_words[i] ^ other.m_words[i];
        return difference == 0;
    }

private:
    using Words = std::array<std::uint64_t, (kControlCount + 63) / 64>;

    static constexpr std::size_t wordOf(ControlId id) { return static_cast<std::size_t>(id) / 64; }
    static constexpr std::uint64_t bitOf(ControlId id)
    {
        return std::uint64_t{1} << (static_cast<unsigned>(id) % 64U);
    }

    Words m_words{};
};

} // namespace skanse
