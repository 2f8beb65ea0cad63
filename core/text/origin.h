// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/control_id.h"

#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace skanse {

/// A set of controls. What they mean is none of this layer's business.
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

    void insert(ControlId id) { m_bits.set(static_cast<std::size_t>(id)); }
    void insert(const ControlSet &other) { m_bits |= other.m_bits; }
    [[nodiscard]] bool contains(ControlId id) const
    {
        return m_bits.test(static_cast<std::size_t>(id));
    }
    [[nodiscard]] bool empty() const { return m_bits.none(); }

    template <class Function> void forEach(Function &&function) const
    {
        for (std::size_t i = 0; i < kControlCount; ++i)
            if (m_bits.test(i))
                function(static_cast<ControlId>(i));
    }

    bool operator==(const ControlSet &) const = default;

private:
    std::bitset<kControlCount> m_bits;
};

/// Why a line is there: the controls that put it there and the answer that caused it.
struct Origin {
    ControlSet controls;
    std::string_view question; ///< id in the question table; static; empty when no answer caused it
    std::int16_t subject = -1; ///< index of the service it is about; -1 for the whole workload

    [[nodiscard]] bool empty() const { return controls.empty() && question.empty(); }
    bool operator==(const Origin &) const = default;
};

} // namespace skanse
