// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace skanse {

/// Language of prose in the bundle. Keys, identifiers and field names stay English.
enum class Language : std::uint8_t { English, Bokmal };

/// One text in both languages; both are always present.
struct Prose {
    std::string en;
    std::string nb;

    [[nodiscard]] const std::string &in(Language language) const
    {
        return language == Language::Bokmal ? nb : en;
    }
    [[nodiscard]] bool empty() const { return en.empty() && nb.empty(); }
    bool operator==(const Prose &) const = default;
};

/// The same for texts that are part of the program.
struct StaticProse {
    std::string_view en;
    std::string_view nb;

    [[nodiscard]] std::string_view in(Language language) const
    {
        return language == Language::Bokmal ? nb : en;
    }
    bool operator==(const StaticProse &) const = default;
};

} // namespace skanse
