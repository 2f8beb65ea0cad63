// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/catalogue/control.h"
#include "core/catalogue/preset.h"

namespace skanse {

namespace {

template <std::size_t Size, class Enum>
std::string_view wordAt(const std::array<std::string_view, Size> &words, Enum value)
{
    return words.at(static_cast<std::size_t>(value));
}

} // namespace

std::string_view toString(Basis basis)
{
    static constexpr std::array<std::string_view, 7> kWords{
        "file", "docs", "issue", "sandbox", "measured", "knowledge", "estimate"};
    return wordAt(kWords, basis);
}

std::string_view toString(PresetKind kind)
{
    static constexpr std::array<std::string_view, 10> kWords{
        "runtime", "site",   "proxy",       "database",   "cache",
        "broker",  "search", "application", "monitoring", "custom"};
    return wordAt(kWords, kind);
}

std::string_view toString(ControlScope scope)
{
    static constexpr std::array<std::string_view, 4> kWords{"service", "workload", "host", "ci"};
    return wordAt(kWords, scope);
}

std::string_view toString(ControlWeight weight)
{
    static constexpr std::array<std::string_view, 4> kWords{"critical", "high", "medium", "low"};
    return wordAt(kWords, weight);
}

std::string_view toString(Column column)
{
    static constexpr std::array<std::string_view, kColumnCount> kWords{"dockerfile", "compose",
                                                                       "kubernetes", "host", "ci"};
    return wordAt(kWords, column);
}

} // namespace skanse
