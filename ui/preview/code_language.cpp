// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/code_language.h"

#include "ui/style/theme.h"

#include <KSyntaxHighlighting/Repository>

namespace skanse::ui {

namespace {

using KSyntaxHighlighting::Repository;

Repository &repository()
{
    static Repository repository;
    return repository;
}

/// Configuration files have many grammars; their names tell which.
const char *confLanguage(std::string_view path)
{
    const std::string_view name = path.substr(path.find_last_of('/') + 1);
    if (name.ends_with(".service"))
        return "systemd unit";
    if (name.starts_with("sysctl-") || name == "20-skanse.conf")
        return "INI Files";
    // Words, blocks and comments: nginx itself, Caddy, HAProxy, sshd, apt, audit.
    return "nginx Configuration";
}

const char *languageName(std::string_view path, Syntax syntax)
{
    switch (syntax) {
    case Syntax::Yaml:
        return "YAML";
    case Syntax::Dockerfile:
        return "Dockerfile";
    case Syntax::Json:
        return "JSON";
    case Syntax::Markdown:
        return "Markdown";
    case Syntax::Shell:
        return "Bash";
    case Syntax::Nftables:
        return "nginx Configuration"; // the library has no nftables; blocks and comments are alike
    case Syntax::Conf:
        return confLanguage(path);
    case Syntax::Plain:
        return path.ends_with("ignore") ? "Git Ignore" : "";
    }
    return "";
}

} // namespace

KSyntaxHighlighting::Definition codeLanguage(std::string_view path, Syntax syntax)
{
    return repository().definitionForName(QLatin1StringView(languageName(path, syntax)));
}

KSyntaxHighlighting::Theme codeTheme()
{
    const bool dark = isDark();
    // Of those that come with the library, the ones whose comments can be read best: more than 4.5:1.
    const auto theme =
        repository().theme(dark ? QStringLiteral("VSCodium Dark") : QStringLiteral("GitHub Light"));
    return theme.isValid()
             ? theme
             : repository().defaultTheme(dark ? Repository::DarkTheme : Repository::LightTheme);
}

} // namespace skanse::ui
