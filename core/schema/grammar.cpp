// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/schema/grammar.h"

#include "core/base/fill.h"
#include "core/base/network_address.h"

#include <algorithm>
#include <array>

namespace skanse::grammar {

namespace {

using Result = std::expected<void, Refusal>;

constexpr bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
constexpr bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isLowerOrDigit(char c)
{
    return isLower(c) || isDigit(c);
}
constexpr bool isWordCharacter(char c)
{
    return isLower(c) || isUpper(c) || isDigit(c) || c == '_' || c == '-' || c == '.';
}

/// RFC 1123 label as Kubernetes takes it.
bool isLabel(std::string_view text)
{
    return !text.empty() && text.size() <= 63 && isLowerOrDigit(text.front())
        && isLowerOrDigit(text.back())
        && std::ranges::all_of(text, [](char c) { return isLowerOrDigit(c) || c == '-'; });
}

/// A service's name becomes a host name and a label value; a Service object also needs a letter first
/// (RFC 1035).
bool isObjectName(std::string_view text)
{
    return isLabel(text) && isLower(text.front());
}

/// A day of the calendar as ISO 8601 writes it.
bool isDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        for (const char c : text.substr(at, length))
            value = isDigit(c) ? value * 10 + (c - '0') : -10'000;
        return value;
    };
    static constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1)
        return false;
    const bool isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= kDays.at(static_cast<std::size_t>(month - 1)) + (month == 2 && isLeap ? 1 : 0);
}

/// RFC 6335, 5.1.
bool isPortName(std::string_view text)
{
    return text.size() <= 15 && isLabel(text) && text.find("--") == std::string_view::npos
        && std::ranges::any_of(text, isLower);
}

bool isHostname(std::string_view text)
{
    if (text.size() > 253 || text.find('.') == std::string_view::npos)
        return false;
    while (true) {
        const auto point = text.find('.');
        if (!isLabel(text.substr(0, point)))
            return false;
        if (point == std::string_view::npos)
            return std::ranges::any_of(text, isLower);
        text.remove_prefix(point + 1);
    }
}

bool isPathPart(std::string_view part)
{
    return !part.empty() && part != "." && part != ".." && std::ranges::all_of(part, [](char c) {
        return isWordCharacter(c) || c == '@' || c == '+' || c == '=';
    });
}

template <class Predicate> bool allParts(std::string_view path, Predicate predicate)
{
    while (true) {
        const auto slash = path.find('/');
        if (!predicate(path.substr(0, slash)))
            return false;
        if (slash == std::string_view::npos)
            return true;
        path.remove_prefix(slash + 1);
    }
}

bool isPath(std::string_view text)
{
    return text.starts_with('/') && allParts(text.substr(1), isPathPart);
}

/// Relative; may climb to a parent first, since sources often stand beside the bundle.
bool isFolder(std::string_view text)
{
    if (text == "." || text == "..")
        return true;
    if (text.starts_with("./"))
        text.remove_prefix(2);
    while (text.starts_with("../"))
        text.remove_prefix(3);
    return text == ".." || allParts(text, isPathPart);
}

/// [registry[:port]/]path[:tag] (distribution/reference); the digest has its own question.
bool isImage(std::string_view text)
{
    const auto lastSlash = text.rfind('/');
    const auto colon = text.rfind(':');
    if (colon != std::string_view::npos
        && (lastSlash == std::string_view::npos || colon > lastSlash)) {
        const std::string_view tag = text.substr(colon + 1);
        if (tag.empty() || tag.size() > 128 || tag.front() == '.' || tag.front() == '-'
            || !std::ranges::all_of(tag, isWordCharacter))
            return false;
        text = text.substr(0, colon);
    }
    const auto firstSlash = text.find('/');
    if (firstSlash != std::string_view::npos) {
        const std::string_view first = text.substr(0, firstSlash);
        if (const auto port = first.find(':'); port != std::string_view::npos) {
            if (port + 1 == first.size() || !std::ranges::all_of(first.substr(port + 1), isDigit))
                return false;
            text.remove_prefix(firstSlash + 1);
            if (!allParts(first.substr(0, port), [](std::string_view part) {
                    return !part.empty() && std::ranges::all_of(part, isWordCharacter);
                }))
                return false;
        }
    }
    return allParts(text, [](std::string_view part) {
        return !part.empty() && isLowerOrDigit(part.front()) && isLowerOrDigit(part.back())
            && std::ranges::all_of(
                part, [](char c) { return isLowerOrDigit(c) || c == '.' || c == '_' || c == '-'; });
    });
}

bool isDigest(std::string_view text)
{
    return text.size() == 71 && text.starts_with("sha256:")
        && std::ranges::all_of(text.substr(7),
                               [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
}

bool isCountry(std::string_view text)
{
    return text.size() == 2 && isUpper(text[0]) && isUpper(text[1]);
}

bool isVariableName(std::string_view text)
{
    return !text.empty() && !isDigit(text.front()) && std::ranges::all_of(text, [](char c) {
        return isLower(c) || isUpper(c) || isDigit(c) || c == '_' || c == '.';
    });
}

/// As useradd takes it by default (Debian's NAME_REGEX), and never root.
bool isUserName(std::string_view text)
{
    return !text.empty() && text.size() <= 31 && (isLower(text.front()) || text.front() == '_')
        && text != "root" && std::ranges::all_of(text, [](char c) {
               return isLowerOrDigit(c) || c == '_' || c == '-';
           });
}

bool isSignal(std::string_view text)
{
    static constexpr std::array<std::string_view, 8> kSignals{
        "SIGTERM", "SIGINT", "SIGQUIT", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGWINCH", "SIGKILL"};
    return std::ranges::find(kSignals, text) != kSignals.end();
}

/// Type, base64, optional comment (sshd(8), AUTHORIZED_KEYS FILE FORMAT, without options).
bool isSshKey(std::string_view text)
{
    static constexpr std::array<std::string_view, 6> kTypes{"ssh-ed25519 ",
                                                            "ssh-rsa ",
                                                            "ecdsa-sha2-nistp256 ",
                                                            "ecdsa-sha2-nistp384 ",
                                                            "sk-ssh-ed25519@openssh.com ",
                                                            "sk-ecdsa-sha2-nistp256@openssh.com "};
    const auto *type = std::ranges::find_if(
        kTypes, [&](std::string_view candidate) { return text.starts_with(candidate); });
    if (type == kTypes.end())
        return false;
    text.remove_prefix(type->size());
    const std::string_view key = text.substr(0, text.find(' '));
    return key.size() >= 32 && key.starts_with("AAAA") && std::ranges::all_of(key, [](char c) {
               return isLower(c) || isUpper(c) || isDigit(c) || c == '+' || c == '/' || c == '=';
           });
}

struct Rule {
    Kind kind;
    bool (*accepts)(std::string_view);
    std::string_view pattern;
    StaticProse advice;
};

constexpr std::array kRules{
    Rule{Kind::Label,
         isObjectName,
         "^[a-z]([a-z0-9-]*[a-z0-9])?$",
         {"Use lower-case letters, digits and hyphens; begin with a letter and end with a letter "
          "or digit.",
          "Bruk små bokstaver, sifre og bindestrek; begynn med en bokstav og slutt med bokstav "
          "eller siffer."}},
    Rule{Kind::PortName,
         isPortName,
         "^[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$",
         {"Use at most 15 lower-case letters, digits and single hyphens, such as http or db-admin.",
          "Bruk høyst 15 små bokstaver, sifre og enkle bindestreker, for eksempel http eller "
          "db-admin."}},
    Rule{Kind::Hostname,
         isHostname,
         "^[a-z0-9-]+(\\.[a-z0-9-]+)+$",
         {"Write a full DNS name in lower case, such as www.example.org.",
          "Skriv et fullt DNS-navn med små bokstaver, for eksempel www.example.org."}},
    Rule{Kind::Path,
         isPath,
         "^(/[A-Za-z0-9._@+=-]+)+$",
         {"Write an absolute path such as /var/lib/app, without “..”, spaces or colons.",
          "Skriv en absolutt sti som /var/lib/app, uten «..», mellomrom eller kolon."}},
    Rule{Kind::Folder,
         isFolder,
         "",
         {"Write a relative folder such as src/api or ../api, without spaces.",
          "Skriv en relativ mappe som src/api eller ../api, uten mellomrom."}},
    Rule{Kind::Image,
         isImage,
         "",
         {"Write registry/name:tag in lower case, such as ghcr.io/example/app:1.4.2; the digest "
          "has its own field.",
          "Skriv register/navn:merkelapp med små bokstaver, for eksempel "
          "ghcr.io/example/app:1.4.2; digesten har eget felt."}},
    Rule{Kind::Digest,
         isDigest,
         "^sha256:[0-9a-f]{64}$",
         {"Write sha256: and 64 hexadecimal digits, as the registry shows it.",
          "Skriv sha256: og 64 heksadesimale sifre, slik registeret viser den."}},
    Rule{Kind::Country,
         isCountry,
         "^[A-Z]{2}$",
         {"Write the two capital letters of ISO 3166, such as NO, SE or DE.",
          "Skriv de to store bokstavene i ISO 3166, for eksempel NO, SE eller DE."}},
    Rule{Kind::Countries,
         isCountry,
         "^[A-Z]{2}$",
         {"Write the two capital letters of ISO 3166, such as NO, SE or DE.",
          "Skriv de to store bokstavene i ISO 3166, for eksempel NO, SE eller DE."}},
    Rule{Kind::VariableName,
         isVariableName,
         "^[A-Za-z_.][A-Za-z0-9_.]*$",
         {"Use letters, digits, underscore and point, and do not begin with a digit.",
          "Bruk bokstaver, sifre, understrek og punktum, og begynn ikke med et siffer."}},
    Rule{Kind::UserName,
         isUserName,
         "^[a-z_][a-z0-9_-]*$",
         {"Use lower-case letters, digits, _ and -; root does not log in.",
          "Bruk små bokstaver, sifre, _ og -; root logger ikke inn."}},
    Rule{Kind::Signal,
         isSignal,
         "^SIG(TERM|INT|QUIT|HUP|USR1|USR2|WINCH|KILL)$",
         {"Write a signal such as SIGTERM, SIGINT or SIGQUIT.",
          "Skriv et signal som SIGTERM, SIGINT eller SIGQUIT."}},
    Rule{Kind::SshKeys,
         isSshKey,
         "",
         {"Paste the line of a .pub file: type, key and comment, without options.",
          "Lim inn linjen fra en .pub-fil: type, nøkkel og kommentar, uten valg."}},
    Rule{Kind::Preset,
         isLabel,
         "",
         {"“skanse-cli presets” lists them.", "«skanse-cli presets» lister dem."}},
    Rule{Kind::ChecklistItem,
         isLabel,
         "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$",
         {"The ids stand behind the items in CHECKLIST.md.",
          "Id-ene står bak punktene i CHECKLIST.md."}},
    Rule{Kind::Date,
         isDate,
         "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
         {"Write year, month and day, such as 2026-11-20.",
          "Skriv år, måned og dag, for eksempel 2026-11-20."}},
    Rule{Kind::Control,
         isLabel,
         "",
         {"“skanse-cli controls” lists them.", "«skanse-cli controls» lister dem."}},
};

const Rule *ruleFor(Kind kind)
{
    const auto *found = std::ranges::find(kRules, kind, &Rule::kind);
    return found == kRules.end() ? nullptr : found;
}

} // namespace

Result check(Kind kind, std::string_view text)
{
    if (kind == Kind::Address || kind == Kind::Network || kind == Kind::Networks) {
        const auto network = kind == Kind::Address ? parseAddress(text) : parseNetwork(text);
        if (!network)
            return std::unexpected(network.error());
        return {};
    }
    const Rule *rule = ruleFor(kind);
    if (rule == nullptr || text.empty() || rule->accepts(text))
        return {};
    return std::unexpected(
        Refusal{fill(StaticProse{"“{}” cannot be used here.", "«{}» kan ikke brukes her."}, text),
                Prose{std::string(rule->advice.en), std::string(rule->advice.nb)}});
}

std::string_view pattern(Kind kind)
{
    const Rule *rule = ruleFor(kind);
    return rule == nullptr ? std::string_view{} : rule->pattern;
}

} // namespace skanse::grammar
