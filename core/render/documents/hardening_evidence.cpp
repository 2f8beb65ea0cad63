// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/documents/hardening_evidence.h"

#include <algorithm>

namespace skanse::render {

std::optional<Column> columnOf(std::string_view path)
{
    if (path.starts_with("docker/")) {
        // What else is in the folder is mounted, not built into the image.
        const bool isBuild = path.ends_with("/Dockerfile") || path.ends_with(".dockerignore");
        return isBuild ? Column::Dockerfile : Column::Compose;
    }
    if (path == "compose.yaml" || path.starts_with("secrets/"))
        return Column::Compose;
    if (path.starts_with("kubernetes/"))
        return Column::Kubernetes;
    if (path.starts_with("host/"))
        return Column::Host;
    if (path.starts_with("ci/"))
        return Column::Ci;
    return std::nullopt;
}

void Sightings::add(const Line &line)
{
    if (line == last)
        return;
    last = line;
    if (count < kKept)
        first.at(count) = line;
    ++count;
}

Evidence::Evidence(const Bundle &bundle)
{
    for (const Artifact &artifact : bundle.artifacts) {
        const auto column = columnOf(artifact.path);
        if (!column)
            continue;
        for (const Span &span : artifact.spans) {
            if (span.origin.controls.empty())
                continue;
            span.origin.controls.forEach([&](ControlId control) {
                m_found.at(static_cast<std::size_t>(control))
                    .at(static_cast<std::size_t>(*column))
                    .add({&artifact, span.firstLine});
            });
        }
    }
}

namespace {

/// For each control and column the first control that the column cannot express for the same reason.
using SameReason = std::array<std::array<const Prose *, kColumnCount>, kControlCount>;

/// The catalogue's texts are compared once, not for every bundle.
const SameReason &sameReason()
{
    static const SameReason kSame = [] {
        const auto &controls = skanse::catalogue().controls;
        SameReason same{};
        for (std::size_t c = 0; c < kColumnCount; ++c)
            for (std::size_t i = 0; i < kControlCount; ++i)
                same.at(i).at(c) =
                    &std::ranges::find_if(controls,
                                          [&](const Control &control) {
                                              return control.targets.at(c).cannot
                                                  == controls.at(i).targets.at(c).cannot;
                                          })
                         ->targets.at(c)
                         .cannot;
        return same;
    }();
    return kSame;
}

} // namespace

Gaps::Gaps(const std::vector<Column> &columns, const std::vector<const Control *> &controls)
{
    for (const Column column : columns) {
        const auto c = static_cast<std::size_t>(column);
        auto &gaps = m_gaps.at(c);
        for (const Control *control : controls) {
            if (!control->targets.at(c).shows.empty())
                continue;
            const Prose *why = sameReason().at(static_cast<std::size_t>(control->id)).at(c);
            auto gap = std::ranges::find(gaps, why, &Gap::why);
            if (gap == gaps.end())
                gap = gaps.insert(gaps.end(), {why, {}});
            gap->controls.push_back(control);
            m_numbers.at(static_cast<std::size_t>(control->id)).at(c) =
                static_cast<std::uint8_t>(gap - gaps.begin() + 1);
        }
    }
}

std::string Gaps::markOf(ControlId control, Column column) const
{
    const std::size_t number =
        m_numbers.at(static_cast<std::size_t>(control)).at(static_cast<std::size_t>(column));
    return number == 0 ? std::string() : mark(column, number - 1);
}

std::string Gaps::mark(Column column, std::size_t index)
{
    static constexpr std::array<char, kColumnCount> kLetters{'D', 'C', 'K', 'H', 'I'};
    return kLetters.at(static_cast<std::size_t>(column)) + std::to_string(index + 1);
}

} // namespace skanse::render
