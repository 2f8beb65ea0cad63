// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/docker/parts.h"
#include "core/text/line_writer.h"

#include <array>

namespace skanse::render::imagefile {

using enum ControlId;

namespace {

/// What must never reach a layer.
constexpr std::array<std::string_view, 16> kSecret{
    "secrets",   "**/.env",    "**/.env.*",      "**/*.pem",      "**/*.key", "**/*.p12",
    "**/*.pfx",  "**/id_rsa*", "**/id_ed25519*", "**/.ssh",       "**/.aws",  "**/.kube",
    "**/.npmrc", "**/.pypirc", "**/.netrc",      "**/*.tfstate*",
};

/// What no build needs: history, settings of tools, and the files that describe the build itself.
constexpr std::array<std::string_view, 17> kNeedless{
    "**/.git",
    "**/.gitignore",
    "**/.gitattributes",
    "**/.gitmodules",
    "**/.hg",
    "**/.svn",
    "**/.github",
    "**/.gitlab-ci.yml",
    "**/.vscode",
    "**/.idea",
    "**/.DS_Store",
    "**/Dockerfile*",
    "**/*.dockerignore",
    "**/.dockerignore",
    "**/compose*.y*ml",
    "**/docker-compose*.y*ml",
    "**/*.skanse.yaml",
};

template <std::size_t Size>
void addLines(LineWriter &writer, const std::array<std::string_view, Size> &patterns,
              const Origin &origin)
{
    for (const auto pattern : patterns)
        writer.line(pattern, origin);
}

} // namespace

Text ignoreList(const Request &request, const ServicePlan &service)
{
    const BuildRecipe &recipe = *service.image.recipe;
    const Origin context = request.why(service, build_context, "service.preset");
    LineWriter writer(request.commenter());
    writer.header(request.header({"Ignore file: what the build context leaves out",
                                  "Ignore-fil: det byggekonteksten utelater"}));
    if (!recipe.needsSource) { // nothing is copied from the context
        writer.line("**", request.why(service, {build_context, build_secrets}, "service.preset"));
        return writer.take();
    }
    addLines(writer, kSecret, request.why(service, {build_context, build_secrets}));
    addLines(writer, kNeedless, context);
    for (const auto &pattern : recipe.ignore)
        writer.line(pattern, context);
    return writer.take();
}

} // namespace skanse::render::imagefile
