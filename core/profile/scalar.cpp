// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/profile/scalar.h"

#include "core/base/hygiene.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace skanse {

std::optional<bool> strictFlag(const yaml::Value &value)
{
    if (value.kind != yaml::Value::Kind::Scalar || value.quoted)
        return std::nullopt;
    if (value.text == "true")
        return true;
    if (value.text == "false")
        return false;
    return std::nullopt;
}

std::optional<std::int64_t> strictInteger(const yaml::Value &value)
{
    if (value.kind != yaml::Value::Kind::Scalar || value.quoted)
        return std::nullopt;
    const std::string_view text = value.text;
    const bool negative = text.starts_with('-');
    const std::string_view digits = text.substr(negative ? 1 : 0);
    const bool decimal =
        !digits.empty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (!decimal || (digits.front() == '0' && (digits.size() > 1 || negative)))
        return std::nullopt;
    std::int64_t number = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc{})
        return negative ? std::numeric_limits<std::int64_t>::min()
                        : std::numeric_limits<std::int64_t>::max();
    return number;
}

std::string shown(std::string_view text)
{
    constexpr std::size_t kLongest = 80;
    std::string out;
    while (!text.empty()) {
        const auto bad = findBadCharacter(text, LineBreaks::Refused);
        if (!bad) {
            out += text;
            break;
        }
        out += text.substr(0, bad->offset);
        out += '<';
        out += bad->name;
        out += '>';
        // On to the next character: a lead byte and its continuation bytes, or one stray byte.
        std::size_t next = bad->offset + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80)
            ++next;
        text.remove_prefix(next);
        if (out.size() > kLongest)
            break;
    }
    if (out.size() <= kLongest)
        return out;
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80)
        --end;
    return out.substr(0, end) + "…";
}

} // namespace skanse
