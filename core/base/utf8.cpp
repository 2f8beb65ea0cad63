// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/utf8.h"

namespace skanse {

std::string_view hiddenKind(std::uint32_t c)
{
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
        return "control character";
    if (c < 0xAD)
        return {};
    if (c == 0x2028 || c == 0x2029)
        return "line or paragraph separator";
    if (c == 0xFEFF)
        return "byte order mark";
    if (c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069))
        return "bidirectional control";
    if (c == 0x00AD || c == 0x180E || c == 0x200B || (c >= 0x2060 && c <= 0x2064)
        || (c >= 0x206A && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c >= 0xE0000 && c <= 0xE0FFF))
        return "invisible character";
    if ((c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF))
        return "non-character";
    return {};
}

std::size_t decodeUtf8(std::string_view text, std::size_t at, std::uint32_t &point)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::uint32_t lead = byte(at);
    std::size_t length = 0;
    std::uint32_t minimum = 0;
    if (lead < 0x80) {
        point = lead;
        return 1;
    }
    if ((lead & 0xE0U) == 0xC0) {
        length = 2;
        point = lead & 0x1FU;
        minimum = 0x80;
    } else if ((lead & 0xF0U) == 0xE0) {
        length = 3;
        point = lead & 0x0FU;
        minimum = 0x800;
    } else if ((lead & 0xF8U) == 0xF0) {
        length = 4;
        point = lead & 0x07U;
        minimum = 0x10000;
    } else {
        return 0;
    }
    if (at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80)
            return 0;
        point = (point << 6U) | (byte(at + i) & 0x3FU);
    }
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    return point < minimum || point > 0x10FFFF || surrogate ? 0 : length;
}

} // namespace skanse
