// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/arguments.h"

#include <algorithm>

namespace skanse::cli {

namespace {

template <class Predicate> const Option *findOption(const Command &command, Predicate matches)
{
    if (const auto own = std::ranges::find_if(command.options, matches);
        own != command.options.end())
        return &*own;
    const auto common = commonOptions();
    const auto found = std::ranges::find_if(common, matches);
    return found == common.end() ? nullptr : &*found;
}

bool isAllowed(ValueKind kind, std::string_view value)
{
    if (kind == ValueKind::Format)
        return value == "text" || value == "json";
    if (kind == ValueKind::Language)
        return value == "en" || value == "nb";
    return true;
}

class Parser
{
public:
    Parser(const Command &command, std::span<const std::string> words)
        : m_command(command)
        , m_words(words)
    {
    }

    std::expected<Input, std::string> parse()
    {
        bool optionsEnded = false;
        while (m_at < m_words.size() && m_problem.empty()) {
            const std::string &word = m_words[m_at++];
            if (optionsEnded || word.size() < 2 || word.front() != '-')
                m_input.addArgument(word);
            else if (word == "--")
                optionsEnded = true;
            else if (word.starts_with("--"))
                longOption(word);
            else
                shortOption(word);
        }
        if (m_problem.empty() && !m_input.has("help"))
            checkArguments();
        if (!m_problem.empty())
            return std::unexpected(m_problem);
        return std::move(m_input);
    }

private:
    void longOption(const std::string &word)
    {
        const auto equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        const Option *option =
            findOption(m_command, [&](const Option &candidate) { return candidate.name == name; });
        if (option == nullptr)
            m_problem = "unknown option --" + name;
        else if (equals == std::string::npos)
            take(*option, {}, false);
        else
            take(*option, word.substr(equals + 1), true);
    }

    void shortOption(const std::string &word)
    {
        const Option *option = findOption(
            m_command, [&](const Option &candidate) { return candidate.letter == word[1]; });
        if (option == nullptr)
            m_problem = "unknown option " + word;
        else
            take(*option, word.substr(2), word.size() > 2);
    }

    void take(const Option &option, std::string value, bool hasValue)
    {
        const std::string name = "--" + std::string(option.name);
        if (m_input.has(option.name) && !option.repeats) {
            m_problem = name + " is given twice";
        } else if (option.value == ValueKind::None) {
            if (hasValue)
                m_problem = name + " takes no value";
        } else if (!hasValue) {
            if (m_at >= m_words.size())
                m_problem = name + " needs a value: " + std::string(option.valueName);
            else
                value = m_words[m_at++];
        }
        if (m_problem.empty() && option.value != ValueKind::None && !isAllowed(option.value, value))
            m_problem = name + " takes " + std::string(option.valueName) + ", not “" + value + "”";
        m_input.add(option.name, std::move(value));
    }

    void checkArguments()
    {
        const auto required = static_cast<std::size_t>(
            std::ranges::count(m_command.arguments, false, &Argument::optional));
        if (m_input.argumentCount() < required)
            m_problem = "missing " + std::string(m_command.arguments[m_input.argumentCount()].name);
        else if (m_input.argumentCount() > m_command.arguments.size())
            m_problem = "too many arguments: “"
                      + std::string(m_input.argument(m_command.arguments.size())) + "”";
    }

    const Command &m_command;
    std::span<const std::string> m_words;
    std::size_t m_at = 0;
    Input m_input;
    std::string m_problem;
};

} // namespace

std::expected<Input, std::string> parseArguments(const Command &command,
                                                 std::span<const std::string> words)
{
    return Parser(command, words).parse();
}

} // namespace skanse::cli
