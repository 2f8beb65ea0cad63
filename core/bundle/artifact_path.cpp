// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/bundle/artifact_path.h"

#include "core/base/fill.h"
#include "core/base/hygiene.h"
#include "core/bundle/write_error.h"

#include <QString>

#include <map>

namespace skanse::bundle {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::optional<Prose> partProblem(std::string_view part)
{
    if (part.empty())
        return Prose{"it is absolute or has an empty part",
                     "den er absolutt eller har et tomt ledd"};
    if (part == "." || part == "..")
        return Prose{"it has a “.” or “..” part", "den har et ledd som er «.» eller «..»"};
    return std::nullopt;
}

WriteError artifactError(std::string_view path, Prose message)
{
    return {std::move(message),
            {"Nothing was changed. Rename what the file is named after in the profile, and report "
             "this: "
             "the profile should not have passed.",
             "Ingenting er endret. Gi det som filen er oppkalt etter, et annet navn i profilen, og "
             "meld "
             "fra: profilen skulle ikke ha sluppet gjennom."},
            std::string(path)};
}

} // namespace

std::optional<Prose> pathProblem(std::string_view path)
{
    if (const auto bad = findBadCharacter(path, LineBreaks::Refused))
        return fill(StaticProse{"it contains {}", "den inneholder {}"}, bad->name);
    if (path.find('\\') != std::string_view::npos)
        return Prose{"it contains a backslash", "den inneholder en omvendt skråstrek"};
    if (path.size() >= 2 && isLetter(path[0]) && path[1] == ':')
        return Prose{"it starts with a drive letter", "den begynner med en stasjonsbokstav"};
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        if (auto problem = partProblem(path.substr(at, end - at)))
            return problem;
        at = end + 1;
    }
    const std::string first = caseFolded(path.substr(0, path.find('/')));
    if (first == kManifestName || first.starts_with(kStagingPrefix))
        return Prose{"Skanse keeps its own notes under that name",
                     "Skanse fører egne notater under det navnet"};
    return std::nullopt;
}

std::optional<WriteError> pathsProblem(std::span<const Artifact> artifacts)
{
    std::map<std::string, std::string_view> files; // folded path → path as it is
    for (const Artifact &artifact : artifacts) {
        if (const auto problem = pathProblem(artifact.path)) {
            const std::string name = shown(artifact.path);
            return artifactError(artifact.path,
                                 {fill("The path “{}” cannot be used: {}.", name, problem->en),
                                  fill("Stien «{}» kan ikke brukes: {}.", name, problem->nb)});
        }
        const auto [other, fresh] = files.emplace(caseFolded(artifact.path), artifact.path);
        if (!fresh)
            return artifactError(
                artifact.path,
                fill(StaticProse{"“{}” and “{}” are the same file where case does not count.",
                                 "«{}» og «{}» er samme fil der store og små bokstaver er like."},
                     other->second, artifact.path));
    }
    for (const auto &[folded, path] : files) {
        for (std::string_view parent = parentOf(folded); !parent.empty(); parent = parentOf(parent))
            if (const auto other = files.find(std::string(parent)); other != files.end())
                return artifactError(
                    path, fill(StaticProse{"“{}” cannot be both a file and the folder of “{}”.",
                                           "«{}» kan ikke være både en fil og mappen til «{}»."},
                               other->second, path));
    }
    return std::nullopt;
}

std::string caseFolded(std::string_view path)
{
    const QString text = QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size()));
    return text.normalized(QString::NormalizationForm_C).toCaseFolded().toStdString();
}

std::string_view parentOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view nameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

} // namespace skanse::bundle
