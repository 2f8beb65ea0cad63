// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/catalogue_markdown.h"

#include <algorithm>
#include <array>

namespace skanse {

namespace {

using CharacterSet = std::array<bool, 256>;

constexpr std::size_t at(char c)
{
    return static_cast<unsigned char>(c);
}

constexpr CharacterSet signs()
{
    CharacterSet set{};
    for (const char c : std::string_view("\\`*_{}[]<|~"))
        set[at(c)] = true;
    return set;
}

constexpr CharacterSet wordCharacters()
{
    CharacterSet set{};
    for (std::size_t c = 0; c < set.size(); ++c)
        set[c] =
            c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return set;
}

constexpr CharacterSet kSigns = signs();
constexpr CharacterSet kWord = wordCharacters();

/// An underscore inside a word is no emphasis.
bool isHarmless(std::string_view text, std::size_t i)
{
    const bool before = i > 0 && kWord[at(text[i - 1])];
    const bool after = i + 1 < text.size() && kWord[at(text[i + 1])];
    return text[i] == '_' && before && after;
}

constexpr std::size_t kStride = 8;

/// Whether the next eight characters hold no sign. Without a branch for each: this runs over the whole
/// catalogue for every bundle.
bool isClean(const char *text)
{
    bool found = false;
    for (std::size_t i = 0; i < kStride; ++i)
        found |= kSigns[at(text[i])];
    return !found;
}

} // namespace

void appendCatalogueText(std::string &out, std::string_view text)
{
    std::size_t done = 0;
    std::size_t i = 0;
    while (i < text.size()) {
        if (i + kStride <= text.size() && isClean(text.data() + i)) {
            i += kStride;
            continue;
        }
        for (const std::size_t end = std::min(i + kStride, text.size()); i < end; ++i) {
            if (!kSigns[at(text[i])] || isHarmless(text, i))
                continue;
            out.append(text, done, i - done);
            out += '\\';
            done = i;
        }
    }
    out.append(text, done);
}

} // namespace skanse
