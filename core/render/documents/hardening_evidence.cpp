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

Gaps::Gaps(const std::vector<Column> &columns, const std::vector<const Control *> &controls)
{
    for (const Column column : columns) {
        const auto c = static_cast<std::size_t>(column);
        auto &gaps = m_gaps.at(c);
        for (const Control *control : controls) {
            const ControlTarget &target = control->targets.at(c);
            if (!target.shows.empty())
                continue;
            auto gap = std::ranges::find_if(
                gaps, [&](const Gap &known) { return known.why->en == target.cannot.en; });
            if (gap == gaps.end())
                gap = gaps.insert(gaps.end(), {&target.cannot, {}});
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
