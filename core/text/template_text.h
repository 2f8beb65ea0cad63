// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/text/artifact.h"

#include <expected>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace skanse {

/// Prose with placeholders `{{name:sink}}` and nothing else: no conditions, no loops.
///
/// | sink  | the value is |
/// |-------|--------------|
/// | text  | inserted as it is; program text only |
/// | md    | encoded as inline Markdown |
/// | code  | encoded as inline Markdown code |
/// | cell  | encoded for a Markdown table cell |
/// | shell | encoded as one shell word |
/// | conf  | encoded as a configuration value |
/// | json  | encoded as a JSON string |
/// | html  | encoded as HTML text |
/// | lines | a finished block: each line gets the indentation of the placeholder, which stands alone on its line; an empty block leaves no line |
///
/// A name is lower-case letters, digits and `-`, and starts with a letter.
class TemplateText
{
public:
    struct Value {
        std::string_view name;
        std::string text;
        Origin origin = {}; ///< of the lines that the value stands on
    };
    using Values = std::span<const Value>;

    /// Refused, with line and reason in English: a missing or unknown sink, a bad name, `{{` without `}}`,
    /// a `lines` placeholder that shares its line.
    static std::expected<TemplateText, std::string> parse(std::string_view text);

    /// Refused: a placeholder without a value, a value without a placeholder, a value given twice.
    /// Values are never scanned for placeholders.
    [[nodiscard]] std::expected<std::string, std::string> fill(Values values) const;
    [[nodiscard]] std::expected<std::string, std::string>
    fill(std::initializer_list<Value> values) const
    {
        return fill(Values(values.begin(), values.size()));
    }
    /// The same with a span for the lines of each value that has an origin.
    [[nodiscard]] std::expected<Text, std::string> fillText(Values values) const;

    /// The placeholders' names, each once, in order of appearance.
    [[nodiscard]] const std::vector<std::string> &names() const { return m_names; }

private:
    enum class Sink : std::uint8_t { Text, Markdown, Code, Cell, Shell, Conf, Json, Html, Lines };

    /// Literal text and the placeholder after it.
    struct Part {
        std::string literal;
        Sink sink = Sink::Text;
        std::size_t name = 0; ///< in m_names
        std::string indent;   ///< of a `lines` placeholder
    };

    static bool sinkOf(std::string_view name, Sink &sink);
    static void append(std::string &out, const Part &part, std::string_view value);

    std::vector<Part> m_parts;
    std::string m_tail; ///< literal text after the last placeholder
    std::vector<std::string> m_names;
};

} // namespace skanse
