// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/language.h"

#include <concepts>
#include <string>
#include <string_view>

namespace skanse {

/// What can stand in for a `{}`: text as it is, whole numbers in decimal. Refers to the text: it is for the
/// arguments of one call.
class FillValue
{
public:
    template <std::integral Number>
        requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
    FillValue(Number number) : m_digits(std::to_string(number))
    {
    }
    FillValue(const std::string &text) : m_text(text) {}
    FillValue(std::string_view text) : m_text(text) {}
    FillValue(const char *text) : m_text(text) {}

    [[nodiscard]] std::string_view text() const
    {
        return m_digits.empty() ? m_text : std::string_view(m_digits);
    }

private:
    std::string_view m_text;
    std::string m_digits; ///< of a number
};

/// Replaces each `{}` in turn. Values are never scanned for braces, so they cannot inject any.
/// (std::format arrives with GCC 13; this is the part of it that is needed.)
std::string fillList(std::string_view pattern, std::initializer_list<FillValue> values);

template <class... Values> std::string fill(std::string_view pattern, const Values &...values)
{
    return fillList(pattern, {FillValue(values)...});
}

/// The same values in both languages.
template <class... Values> Prose fill(const StaticProse &pattern, const Values &...values)
{
    return Prose{fillList(pattern.en, {FillValue(values)...}),
                 fillList(pattern.nb, {FillValue(values)...})};
}

} // namespace skanse
