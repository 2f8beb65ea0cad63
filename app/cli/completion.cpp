// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/help.h"

#include "core/catalogue/catalogue.h"

namespace skanse::cli {

namespace {

std::string commandNames()
{
    std::string names;
    for (const Command &command : commands())
        names += (names.empty() ? "" : " ") + std::string(command.name);
    return names;
}

std::string presetNames()
{
    std::string names;
    for (const Preset &preset : catalogue().presets)
        names += (names.empty() ? "" : " ") + preset.id;
    return names;
}

std::string regionCodes()
{
    std::string codes;
    for (const Region &region : catalogue().regions)
        codes += (codes.empty() ? "" : " ") + region.iso;
    return codes;
}

/// The words that can stand for a value; empty when it is a file, a folder or free text.
std::string wordsFor(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Format:
        return "text json";
    case ValueKind::Language:
        return "en nb";
    case ValueKind::Preset:
    case ValueKind::Service:
        return presetNames();
    case ValueKind::Region:
        return regionCodes();
    default:
        return {};
    }
}

std::string wordsForArgument(const Command &command, const Argument &argument)
{
    if (argument.name == "SHELL")
        return "bash zsh fish";
    if (argument.name == "PAGE")
        return "questions controls presets";
    if (argument.name == "CONTROL" || command.name == "explain") {
        std::string names;
        for (const auto name : kControlNames)
            names += (names.empty() ? "" : " ") + std::string(name);
        return names;
    }
    return wordsFor(argument.kind);
}

/// For a single-quoted string in bash, zsh and fish.
std::string quoted(std::string_view text)
{
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::string bash()
{
    std::string script =
        "# bash completion for skanse-cli; written by “skanse-cli completion bash”.\n"
        "_skanse_cli() {\n"
        "    local current previous command words\n"
        "    current=${COMP_WORDS[COMP_CWORD]}\n"
        "    previous=${COMP_WORDS[COMP_CWORD-1]}\n"
        "    command=${COMP_WORDS[1]}\n"
        "    COMPREPLY=()\n"
        "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
        "        mapfile -t COMPREPLY < <(compgen -W '--help --version "
        + commandNames()
        + "' -- \"$current\")\n        return\n    fi\n    case \"$command $previous\" in\n";
    const auto valueCase = [&](std::string_view command, const Option &option) {
        const std::string words = wordsFor(option.value);
        if (option.value == ValueKind::None)
            return;
        std::string pattern = "'" + std::string(command) + " --" + std::string(option.name) + "'";
        if (option.letter != 0)
            pattern += "|'" + std::string(command) + " -" + option.letter + "'";
        script += "    " + pattern + ") ";
        script += words.empty() ? option.value == ValueKind::Folder ? "compopt -o dirnames; return"
                                                                    : "compopt -o default; return"
                                : "mapfile -t COMPREPLY < <(compgen -W '" + words
                                      + "' -- \"$current\"); return";
        script += " ;;\n";
    };
    for (const Command &command : commands()) {
        for (const Option &option : command.options)
            valueCase(command.name, option);
        for (const Option &option : commonOptions())
            valueCase(command.name, option);
    }
    script += "    esac\n    case \"$command\" in\n";
    for (const Command &command : commands()) {
        std::string words;
        for (const Option &option : command.options)
            words += " --" + std::string(option.name);
        for (const Option &option : commonOptions())
            words += " --" + std::string(option.name);
        for (const Argument &argument : command.arguments)
            words += " " + wordsForArgument(command, argument);
        script += "    " + std::string(command.name) + ") words='" + words.substr(1) + "' ;;\n";
    }
    return script
         + "    *) words='' ;;\n    esac\n"
           "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
           "    [ \"${#COMPREPLY[@]}\" -gt 0 ] || compopt -o default\n"
           "}\ncomplete -F _skanse_cli skanse-cli\n";
}

std::string zshValue(ValueKind kind)
{
    if (kind == ValueKind::File)
        return "_files";
    if (kind == ValueKind::Folder)
        return "_files -/";
    const std::string words = wordsFor(kind);
    return words.empty() ? " " : "(" + words + ")";
}

std::string zshHelp(std::string_view help)
{
    std::string out;
    for (const char c : help)
        out += c == '[' || c == ']' || c == ':' ? std::string("\\") + c : std::string(1, c);
    return out;
}

std::string zsh()
{
    std::string script =
        "#compdef skanse-cli\n# zsh completion; written by “skanse-cli completion zsh”.\n"
        "_skanse_cli() {\n    local -a commands\n    commands=(\n";
    for (const Command &command : commands())
        script += "        "
                + quoted(std::string(command.name) + ":" + std::string(command.summary)) + "\n";
    script +=
        "    )\n    if (( CURRENT == 2 )); then\n        _describe command commands\n        "
        "return\n    fi\n"
        "    local command=$words[2]\n    shift words\n    (( CURRENT-- ))\n    case $command in\n";
    for (const Command &command : commands()) {
        script += "    " + std::string(command.name) + ")\n        _arguments";
        const auto option = [&](const Option &one) {
            std::string spec = (one.repeats ? "*" : "") + ("--" + std::string(one.name)) + "["
                             + zshHelp(one.help) + "]";
            if (one.value != ValueKind::None)
                spec += ":" + zshHelp(one.valueName) + ":" + zshValue(one.value);
            script += " \\\n            " + quoted(spec);
        };
        for (const Option &one : command.options)
            option(one);
        for (const Option &one : commonOptions())
            option(one);
        for (const Argument &argument : command.arguments) {
            const std::string words = wordsForArgument(command, argument);
            script +=
                " \\\n            "
                + quoted(std::string(argument.optional ? "::" : ":") + std::string(argument.name)
                         + ":" + (words.empty() ? "_files" : "(" + words + ")"));
        }
        script += "\n        ;;\n";
    }
    return script + "    esac\n}\n_skanse_cli \"$@\"\n";
}

std::string fish()
{
    std::string script =
        "# fish completion for skanse-cli; written by “skanse-cli completion fish”.\n"
        "complete -c skanse-cli -n __fish_use_subcommand -f\n";
    for (const Command &command : commands())
        script += "complete -c skanse-cli -n __fish_use_subcommand -a " + std::string(command.name)
                + " -d " + quoted(command.summary) + "\n";
    for (const Command &command : commands()) {
        const std::string when = "complete -c skanse-cli -n "
                               + quoted("__fish_seen_subcommand_from " + std::string(command.name));
        const auto option = [&](const Option &one) {
            script += when + " -l " + std::string(one.name);
            if (one.letter != 0)
                script += std::string(" -s ") + one.letter;
            if (one.value != ValueKind::None) {
                const std::string words = wordsFor(one.value);
                script += words.empty() ? " -r" : " -x -a " + quoted(words);
            }
            script += " -d " + quoted(one.help) + "\n";
        };
        for (const Option &one : command.options)
            option(one);
        for (const Option &one : commonOptions())
            option(one);
        for (const Argument &argument : command.arguments)
            if (const std::string words = wordsForArgument(command, argument); !words.empty())
                script += when + " -f -a " + quoted(words) + "\n";
    }
    return script;
}

} // namespace

std::string completionScript(std::string_view shell)
{
    if (shell == "bash")
        return bash();
    if (shell == "zsh")
        return zsh();
    if (shell == "fish")
        return fish();
    return {};
}

} // namespace skanse::cli
