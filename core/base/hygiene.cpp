// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/base/hygiene.h"

#include "core/base/utf8.h"

namespace skanse {

namespace {

std::string hex(std::uint32_t value, int digits)
{
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        out += kDigits[(value >> shift) & 0xFU];
    return out;
}

} // namespace

std::optional<BadCharacter> findBadCharacter(std::string_view text, LineBreaks lineBreaks)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte < 0x7F) { // the usual case
            ++at;
            continue;
        }
        std::uint32_t point = 0;
        const std::size_t length = decodeUtf8(text, at, point);
        if (length == 0)
            return BadCharacter{at, "invalid UTF-8 byte 0x" + hex(byte, 2)};
        // A carriage return alone is a line break to some readers and none to others.
        const bool isLineBreak = point == '\n' || point == '\t'
                              || (point == '\r' && text.substr(at).starts_with("\r\n"));
        if (!(isLineBreak && lineBreaks == LineBreaks::Allowed)) {
            if (const auto kind = hiddenKind(point); !kind.empty())
                return BadCharacter{at, "U+" + hex(point, point > 0xFFFF ? 6 : 4) + " ("
                                            + std::string(kind) + ")"};
        }
        at += length;
    }
    return std::nullopt;
}

Place placeOf(std::string_view text, std::size_t offset)
{
    Place place{1, 1};
    for (std::size_t at = 0; at < offset && at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((byte & 0xC0U) != 0x80) {
            ++place.column;
        }
    }
    return place;
}

} // namespace skanse
