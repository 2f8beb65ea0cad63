// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/bundle/write_error.h"

#include "core/base/fill.h"
#include "core/base/hygiene.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace skanse::bundle {

namespace {

struct Known {
    int code;
    StaticProse reason;
    StaticProse advice;
};

constexpr StaticProse kFreeSpace{"Free some space there, or choose another folder.",
                                 "Frigjør plass der, eller velg en annen mappe."};
constexpr StaticProse kRights{
    "Check who owns the folder and its files, and who may write there, or choose another folder.",
    "Sjekk hvem som eier mappen og filene og hvem som kan skrive der, eller velg en annen mappe."};
constexpr StaticProse kShorter{"Choose a folder with a shorter path, or shorter names.",
                               "Velg en mappe med kortere sti, eller kortere navn."};
constexpr StaticProse kOther{"Remove the cause and try again, or choose another folder.",
                             "Fjern årsaken og prøv igjen, eller velg en annen mappe."};

constexpr std::array kKnown{
    Known{
        ENOSPC, {"no space left on the device", "det er ikke plass igjen på enheten"}, kFreeSpace},
    Known{EDQUOT, {"disk quota exceeded", "diskkvoten er brukt opp"}, kFreeSpace},
    Known{EFBIG,
          {"file too large", "filen er for stor"},
          {"Raise the limit on file sizes (ulimit -f), or choose another folder.",
           "Hev grensen for filstørrelse (ulimit -f), eller velg en annen mappe."}},
    Known{EACCES, {"permission denied", "ingen tilgang"}, kRights},
    Known{EPERM, {"operation not permitted", "operasjonen er ikke tillatt"}, kRights},
    Known{EROFS,
          {"the file system is read-only", "filsystemet kan bare leses"},
          {"Choose a folder on a file system that can be written.",
           "Velg en mappe på et filsystem som kan skrives."}},
    Known{ENOENT, {"no such file or folder", "filen eller mappen finnes ikke"}, kOther},
    Known{EEXIST, {"it exists already", "den finnes allerede"}, kOther},
    Known{ENOTEMPTY, {"the folder is not empty", "mappen er ikke tom"}, kOther},
    Known{ENOTDIR, {"not a folder", "ikke en mappe"}, kOther},
    Known{ELOOP, {"a symbolic link is in the way", "en symbolsk lenke er i veien"}, kOther},
    Known{EIO, {"input/output error", "inn-/utfeil"}, kOther},
    Known{EBUSY, {"it is in use", "den er i bruk"}, kOther},
    Known{ENAMETOOLONG, {"the name is too long", "navnet er for langt"}, kShorter},
    Known{EMFILE, {"too many open files", "for mange åpne filer"}, kOther},
};

const Known *find(int code)
{
    for (const Known &known : kKnown)
        if (known.code == code)
            return &known;
    return nullptr;
}

/// For codes that the table lacks.
std::string untranslated(int code)
{
#if defined(__GLIBC__)
    if (const char *text = strerrordesc_np(code); text != nullptr)
        return text;
    return "error " + std::to_string(code);
#else
    return std::generic_category().message(code);
#endif
}

} // namespace

Prose systemReason(int code)
{
    if (const Known *known = find(code); known != nullptr)
        return {std::string(known->reason.en), std::string(known->reason.nb)};
    const std::string text = untranslated(code);
    return {text, text};
}

WriteError systemError(const StaticProse &message, std::string_view path, int code)
{
    const Known *known = find(code);
    const StaticProse advice = known != nullptr ? known->advice : kOther;
    const Prose reason = systemReason(code);
    const std::string name = shown(path);
    return {
        {fill(message.en, name, reason.en), fill(message.nb, name, reason.nb)},
        {fill("Nothing was changed. {}", advice.en), fill("Ingenting er endret. {}", advice.nb)},
        std::string(path)};
}

std::string shown(std::string_view path)
{
    std::string out;
    while (const auto bad = findBadCharacter(path, LineBreaks::Refused)) {
        // The whole sequence: the byte that was found and the continuation bytes after it.
        std::size_t end = bad->offset + 1;
        while (end < path.size() && (static_cast<unsigned char>(path[end]) & 0xC0U) == 0x80)
            ++end;
        out += path.substr(0, bad->offset);
        out += '?';
        path.remove_prefix(end);
    }
    out += path;
    return out;
}

} // namespace skanse::bundle
