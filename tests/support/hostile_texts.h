// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <string>
#include <vector>

namespace skanse::test {

/// Lines that are fine as free text and that some reader or careless writer takes for something else: YAML,
/// shells, JSON, Markdown, spreadsheets, templates.
inline const std::vector<std::string> &hostileTexts()
{
    static const std::vector<std::string> texts{
        "say \"hi\" and 'hello'",
        "$(reboot) ${HOME} $PATH `id`",
        "$$ $$( $$$x",
        "key: value",
        "trailing:",
        "text # no comment",
        "# neither",
        "NO",
        "0644",
        "1e3",
        "22:22",
        "null",
        "~",
        "- item",
        "[a, b]",
        "{a: b}",
        "&a *b !c",
        "back\\slash \\n \\\" \\$",
        "{{name:sink}} {} %s",
        "  spaces  ",
        "blåbær 日本語 🧀",
        "...",
        "---",
        "a' ; rm -rf / #",
        "<b>&amp;</b> | `x` |",
        "=cmd|' /C calc'!A0",
        "EOF",
        "yes",
        "1_000",
        "0x1F",
        "2026-01-01",
        "<<",
        "? key",
        "%YAML 1.1",
        "@at |pipe >fold",
    };
    return texts;
}

} // namespace skanse::test
