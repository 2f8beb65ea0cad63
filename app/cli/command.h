// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/language.h"

#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The commands and their options, defined once: parser, help, man page and completions are made from
/// them.
namespace skanse::cli {

/// Exit codes; documented in the man page.
enum ExitCode : int {
    Success = 0,
    Refused = 1,     ///< the profile has errors (or, with --strict, warnings or open items)
    WrongUse = 2,    ///< the command line was not understood
    FileTrouble = 3, ///< something could not be read or written
    Different = 4,   ///< diff --exit-code: there are differences
};

/// What a value on the command line is; completions use it.
enum class ValueKind : std::uint8_t {
    None,
    Text,
    File,
    Folder,
    Format,
    Language,
    Preset,
    Region,
    Service
};

struct Option {
    std::string_view name; ///< without the dashes
    char letter = 0;       ///< short form; 0: none
    ValueKind value = ValueKind::None;
    std::string_view valueName; ///< for help: DIR
    std::string_view help;
    bool repeats = false;
};

struct Argument {
    std::string_view name; ///< for help: PROFILE
    ValueKind kind = ValueKind::Text;
    std::string_view help;
    bool optional = false;
};

/// What was given.
class Input
{
public:
    [[nodiscard]] bool has(std::string_view option) const;
    /// The last value of an option; empty when it was not given.
    [[nodiscard]] std::string_view value(std::string_view option) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view option) const;
    [[nodiscard]] std::string_view argument(std::size_t index) const;
    [[nodiscard]] std::size_t argumentCount() const { return m_arguments.size(); }
    [[nodiscard]] bool wantsJson() const { return value("format") == "json"; }
    [[nodiscard]] Language language() const
    {
        return value("lang") == "nb" ? Language::Bokmal : Language::English;
    }

    void add(std::string_view option, std::string value);
    void addArgument(std::string value) { m_arguments.push_back(std::move(value)); }

private:
    std::multimap<std::string, std::string, std::less<>> m_options;
    std::vector<std::string> m_arguments;
};

/// Where a command reads and writes; tests give it strings.
struct Streams {
    std::istream &in;
    std::ostream &out;
    std::ostream &err;
};

struct Command {
    std::string_view name;
    std::string_view summary; ///< one line
    std::string_view details; ///< a few sentences for the man page
    std::vector<Argument> arguments;
    std::vector<Option> options;
    int (*run)(const Input &input, const Streams &streams);
};

/// Every command, in the order of the help.
std::span<const Command> commands();
const Command *findCommand(std::string_view name);

/// Options that every command takes: --help, --lang.
std::span<const Option> commonOptions();

} // namespace skanse::cli
